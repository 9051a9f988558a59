"""Layouts of made-up documents, one module a kind; each layout is a function of a content and a source of chance."""
