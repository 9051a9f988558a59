"""Property tests run on shared machines: no time limit for one example."""

from importlib.util import find_spec

# The environment of the paddleocr engine has pytest alone.
if find_spec("hypothesis"):
    from hypothesis import settings

    settings.register_profile("house", deadline=None)
    settings.load_profile("house")
