"""Papers as the offices, schools and companies of Tinglan issue them; no layout of another family."""
