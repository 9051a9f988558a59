"""Durable jobs: what was accepted is read and judged, whatever dies on the way. The only room that knows DBOS."""
