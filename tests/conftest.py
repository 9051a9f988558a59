"""Property tests run on shared machines: no time limit for one example."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
