"""Fields to findings: compare with the declared profile, check against a rule pack, report."""

from models.errors import HeyanError

__all__ = ["HeyanError"]
