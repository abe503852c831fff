"""What documents are called on the screen: their type, their size, what they belong to."""

from __future__ import annotations

from decimal import Decimal

from app.lang.texts import mark
from app.ui.kit.texts import _, formats

PDF = "application/pdf"

_TYPES = {
    PDF: mark("PDF"),
    "application/xml": mark("Data file"),
    "application/zip": mark("Packed files"),
    "message/rfc822": mark("Message"),
}
_FAMILIES = {
    "image": mark("Picture"),
    "text": mark("Text"),
    "audio": mark("Recording"),
    "video": mark("Film"),
}
_SOURCES = {
    "invoice": mark("Invoice"),
    "contact": mark("Contact"),
    "product": mark("Product"),
    "entry": mark("Entry"),
}
_STEP = 1000


def type_name(media_type: str) -> str:
    """Return the type of a document in words."""
    family = media_type.partition("/")[0]
    return _(_TYPES.get(media_type) or _FAMILIES.get(family) or mark("File"))


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
    return _("{n} MB", n=formats().decimal(Decimal(size) / _STEP**2, 1))


def source_name(source: str) -> str:
    """Return the kind of record that a document belongs to."""
    kind = source.partition(":")[0]
    return _(_SOURCES[kind]) if kind in _SOURCES else ""


def source_of(source: str) -> tuple[str, int]:
    """Return the kind and the id of the record that a document belongs to, if any."""
    kind, _colon, record = source.partition(":")
    return (kind, int(record)) if record.isdigit() else ("", 0)
