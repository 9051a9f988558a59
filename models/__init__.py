"""What heyan talks about: pages, documents, profiles, rules, findings. Types only, no work."""
