"""Names of lines: by which a server knows whose they are; a desk has one, however many lines."""

from __future__ import annotations

import os

from app.storage import platform

PROGRAM = "backdesk"
LONGEST = 63
"""So many bytes a server keeps of the name of a line."""


def line_name() -> str:
    """Return the name of every line of this program; a server keeps plain letters of it only."""
    told = f"{PROGRAM} {os.getpid()} {platform.user()}@{platform.machine()}"
    return told.encode("ascii", "replace").decode()[:LONGEST]
