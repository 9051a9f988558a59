"""Geometry on a page's words: rows, columns, running text, labels and their values. Pure; upright pixels throughout."""
