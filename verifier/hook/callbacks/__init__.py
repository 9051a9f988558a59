"""Telling the platform that something happened: signed by the Standard Webhooks specification, to listed hosts alone."""
