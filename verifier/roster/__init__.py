"""Profiles from a workbook instead of a profile.json in each folder: the template, and reading it back."""

from verifier.roster.reading import Entry, load_roster
from verifier.roster.template import write_template

__all__ = ["Entry", "load_roster", "write_template"]
