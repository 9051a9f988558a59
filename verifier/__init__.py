"""Fields to findings: compare with the declared profile, check against a rule pack, report."""
