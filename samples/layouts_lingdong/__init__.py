"""Layouts of other schools and offices: nobody tunes the program on them. `layout(content, rng) -> list[Sheet]`."""
