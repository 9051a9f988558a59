"""How the offices, schools and companies of Cangxi, a made-up province, lay out their papers."""
