"""What files are called on the screen, whatever they belong to: their size and their sign."""

from __future__ import annotations

from decimal import Decimal

from app.ui.kit.texts import _, formats

PDF = "application/pdf"
_STEP = 1000


def type_icon(media_type: str) -> str:
    """Return the icon of a type."""
    if media_type == PDF:
        return "file-type-pdf"
    return {"image": "photo", "text": "file-text", "message": "mail"}.get(
        media_type.partition("/")[0], "paperclip"
    )


def size_text(size: int) -> str:
    """Return how large a document is, as people say it."""
    if size < _STEP:
        return _("{n} bytes", n=formats().decimal(Decimal(size)))
    if size < _STEP**2:
        return _("{n} kB", n=formats().decimal(Decimal(size) / _STEP, 1))
    if size < _STEP**3:
        return _("{n} MB", n=formats().decimal(Decimal(size) / _STEP**2, 1))
    return _("{n} GB", n=formats().decimal(Decimal(size) / _STEP**3, 1))
