"""From which confidence on a reading counts. The one place for it; measured with `heyan evaluate`."""

from __future__ import annotations

READ = 0.5
"""At least this sure a value counts as read: it may pass a rule. Fields that contradict each other are given less."""

MADE_OUT = 0.4
"""At least this sure, a name that does not count as read, and has nothing of the person's, may be somebody else's."""

FIRM = 0.8
"""At least this sure, and without a doubtful note, a value may be held against the applicant: it may fail a rule."""

PART = 0.6
"""At least this sure, a page counts as a part of a proof; a place for a seal without a seal on it is less sure."""

KIND = 0.5
"""At least this sure, a document's kind counts as known; kinds come from wording and structure together."""

OTHER = 0.9
"""Under this, a document of no kind of the notice resembles one so much that it may be of that kind after all."""

SELF_REPORT = 0.4
"""At least this sure, the applicant's own report on an appraisal table can be counted, if not quoted."""

CLEAR_WORD = 0.8
"""A word at least this sure shows that a page bears legible text."""

BLANK_INK = 0.001
"""The share of ink, 0-1, below which a page without a clear word is an empty one with dust on it."""

FAINT_CHARACTERS = 12
"""So many characters, none of them clear, are writing that could not be read; fewer come from pictures."""

BLURRED_SHARPNESS = 20.0
"""Below this variance of the Laplacian (at 1000 px width) a page without a clear word may be a blurred document."""
