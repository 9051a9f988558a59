"""Social-insurance records: rows a period or a month, calendars, sentences."""
