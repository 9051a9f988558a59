"""Papers of the offices of Quelin, a made-up county."""
