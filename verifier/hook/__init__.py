"""The hook for the submission platform: an HTTP API, durable jobs, callbacks, and the desk where reviewers decide."""
