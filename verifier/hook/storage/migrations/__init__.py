"""The steps from one shape of the tables to the next, run at start under a lock."""
