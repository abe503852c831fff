"""Where things lie on this machine: the user's own folders."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def documents() -> Path:
    """Return the user's documents folder."""
    return Path(platformdirs.user_documents_dir())


def offices() -> Path:
    """Return the folder where new offices are offered to lie."""
    return documents() / "Backdesk"


def workshop() -> Path:
    """Return the folder for what is being made of an office that lies on a server."""
    return Path(platformdirs.user_data_dir("Backdesk", appauthor=False))
