"""Who sits at the machine, for the audit log."""

from __future__ import annotations

import getpass


def shell_actor() -> str:
    """The account that runs this command, as far as the machine knows it."""
    try:
        return f"shell:{getpass.getuser()}"
    except (KeyError, OSError):
        return "shell:"
