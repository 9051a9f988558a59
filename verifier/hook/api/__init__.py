"""The HTTP API that the submission platform calls."""
