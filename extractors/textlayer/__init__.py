"""The text that a PDF page carries itself: taken where it can be trusted to be what the page shows."""

from extractors.textlayer.layer import TextLayer, text_layer

__all__ = ["TextLayer", "text_layer"]
