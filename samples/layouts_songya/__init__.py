"""Papers of the offices around Songya, drawn apart from every other family."""
