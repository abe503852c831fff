"""What documents are called on the screen: their type, their size, what they belong to."""

from __future__ import annotations

from datetime import date

from app.domain.archive.document import DocumentState
from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentRow
from app.domain.shared.money import Money
from app.lang.texts import mark
from app.ui.kit.sources import SOURCES
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
_STATES = {
    DocumentState.INBOX: mark("In the inbox"),
    DocumentState.FILED: mark("Filed"),
    DocumentState.TRASHED: mark("In the trash"),
    DocumentState.DISPOSED: mark("Destroyed"),
}
_READERS = {
    Readers.EVERYONE: mark("Everybody in the archive"),
    Readers.MANAGEMENT: mark("Management only"),
    Readers.PERSONNEL: mark("Personnel office only"),
}
_ICONS = {
    Readers.EVERYONE: "file-text",
    Readers.MANAGEMENT: "briefcase",
    Readers.PERSONNEL: "user",
}


def readers_text(readers: Readers) -> str:
    """Return who reads the documents of a type, in words."""
    return _(_READERS[readers])


def readers_icon(readers: Readers) -> str:
    """Return the icon of a type by who reads it."""
    return _ICONS[readers]


def type_name(media_type: str) -> str:
    """Return the type of a document in words."""
    family = media_type.partition("/")[0]
    return _(_TYPES.get(media_type) or _FAMILIES.get(family) or mark("File"))


def state_text(row: DocumentRow) -> str:
    """Return what is special about where a document stands; nothing where nothing is."""
    if row.locked_by:
        return _("With {who}", who=row.locked_by)
    if row.state is DocumentState.FILED:
        return _("Sealed") if row.is_sealed else ""
    return _(_STATES[row.state])


def state_icon(row: DocumentRow) -> str:
    """Return the icon of what is special about a document."""
    if row.locked_by:
        return "lock"
    return "shield-check" if row.is_sealed else ""


def money_text(amount: Money | None) -> str:
    """Return an amount as people write it, or nothing."""
    return formats().money(amount.minor, amount.currency) if amount else ""


def day_text(day: date | None) -> str:
    """Return a day as people write it, or nothing."""
    return formats().day(day) if day else ""


def source_name(source: str) -> str:
    """Return the kind of record that a document belongs to."""
    kind = source.partition(":")[0]
    return _(SOURCES[kind]) if kind in SOURCES else ""


def source_of(source: str) -> tuple[str, int]:
    """Return the kind and the id of the record that a document belongs to, if any."""
    kind, _colon, record = source.partition(":")
    return (kind, int(record)) if record.isdigit() else ("", 0)
