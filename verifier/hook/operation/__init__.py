"""Running the hook: logs without personal data, metrics, removing what is no longer to be kept."""
