"""How right heyan is: readings and findings against the truth beside each applicant's files."""
