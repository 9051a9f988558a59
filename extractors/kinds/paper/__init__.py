"""Papers in their parts: cover, contents, copyright page, first page, retrieval report."""
