"""Kinds of document: one module a kind, a room where it takes several, with its wording data beside it."""
