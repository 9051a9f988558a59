"""The review desk: queue, applicant page, decisions, corrections, notes and letters, in the browser and without scripts too."""

from verifier.hook.desk.router import make_router

__all__ = ["make_router"]
