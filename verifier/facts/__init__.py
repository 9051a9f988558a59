"""What the documents of one applicant say, asked the way the checks need it: which belong together, what was seen, how sure."""
