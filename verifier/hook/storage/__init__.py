"""What the hook keeps: tables in SQLite or PostgreSQL, and files by the hash of their content."""
