"""Pages put upright, with the way back to the stored pixels."""

from extractors.upright.upright import Upright, make_upright

__all__ = ["Upright", "make_upright"]
