"""Continuing-education hour cards, certificates and lists: rows and sums, sentences, tiles, several years or persons."""
