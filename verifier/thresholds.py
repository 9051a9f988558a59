"""From which confidence on a reading counts. The one place for it; docs/architecture.md says how they were measured."""

from __future__ import annotations

READ = 0.6
"""At least this sure a value counts as read: it may pass a rule."""

FIRM = 0.8
"""At least this sure, and without a doubtful note, a value may be held against the applicant: it may fail a rule."""

KIND = 0.5
"""At least this sure, a document's kind counts as known."""
"""Kinds come from wording and structure together, so that even a poor scan leaves a clear one."""
