"""Reads the files of a run: worker processes with limits, the cache, progress."""
