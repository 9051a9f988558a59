"""Project documents in their parts: cover, amounts, participants and duties, seal page."""
