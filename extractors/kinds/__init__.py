"""Kinds of document: one module a kind with its wording data beside it."""
