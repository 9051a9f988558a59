"""Pages that are copies of one scan: recompressed, cropped, turned or brightened, whoever handed them in."""
