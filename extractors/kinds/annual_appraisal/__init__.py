"""Annual appraisals: forms, letters, lists and several years in one table."""
