"""Files to fields: open safely, turn upright, read words, tell the kind, extract values with the place they stand at."""
