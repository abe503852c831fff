"""Dropping: the files that somebody drags here, and where a page finds those dropped elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

ORDER_FILES = "order-files"
"""Under this name the shell hands files to the page that takes orders in."""


def files_of(dropped: QMimeData) -> tuple[Path, ...]:
    """Return the files that are dragged, none where it is something else."""
    return tuple(Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
