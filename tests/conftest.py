"""Property tests run on shared machines: no time limit for one example. An extractor that fails, fails its test."""

import logging
from importlib.util import find_spec

# The environment of the paddleocr engine has pytest alone.
if find_spec("hypothesis"):
    from hypothesis import settings

    settings.register_profile("house", deadline=None)
    settings.load_profile("house")


class Loud(logging.Handler):
    """What users get is a document for a person to look at; here it must be seen."""

    def emit(self, record: logging.LogRecord) -> None:
        raise AssertionError(record.getMessage())


logging.getLogger("extractors.documents").addHandler(Loud())
