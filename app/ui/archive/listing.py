"""The list of documents."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.row import DocumentRow, DocumentSort
from app.lang.texts import mark
from app.services import documents
from app.ui.archive.marks import Marks
from app.ui.archive.naming import Naming
from app.ui.archive.words import day_text, money_text, state_icon, state_text
from app.ui.kit.file_words import size_text, type_icon
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import formats, many

SEALED = "sealed"
THIS_YEAR = "this-year"

EMPTY = Empty(
    "archive",
    mark("Nothing is filed yet"),
    mark("Take in papers, mails and pictures; every issued invoice files itself here."),
    ("document.take-in",),
)
EMPTY_INBOX = Empty(
    "inbox",
    mark("The inbox is empty"),
    mark("What is dropped here, pasted or taken in waits here until it is filed."),
)
EMPTY_TRASH = Empty(
    "trash", mark("The trash is empty"), mark("What is put into the trash can be taken back.")
)
EMPTY_FOLDER = Empty(
    "folder-open",
    mark("The folder is empty"),
    mark("What answers its question shows here by itself; no document is moved or copied."),
)
NOT_FOUND = Empty(
    "search",
    mark("No document holds all of these words"),
    mark("Fewer words find more. ? beside the search tells what else can be asked."),
)
EMPTY_PLACE = Empty("folder", mark("Nothing lies here"), mark("What is filed under it shows here."))
VERBS = (
    "document.open",
    "document.source",
    "document.link",
    "document.letter",
    "document.bill",
    "document.order",
    "document.change",
    "document.properties",
    "",
    "document.file",
    "document.unfile",
    "document.seal",
    "document.take-out",
    "document.bring-back",
    "document.renew",
    "document.trash",
    "document.restore",
    "",
    "document.print",
    "document.export",
)


def columns(naming: Naming, marks: Marks | None = None) -> tuple[Column[DocumentRow], ...]:
    """Return the columns of the list; types and tags are called as they are called now."""
    return (
        Column(
            mark("Title"),
            lambda row: row.title,
            sort=DocumentSort.TITLE.value,
            width=140,
            is_roomy=True,
            icon=lambda row: state_icon(row) or type_icon(row.media_type),
            said=(lambda row: marks.said(row.id)) if marks is not None else None,
        ),
        Column(
            mark("From or to"),
            lambda row: row.correspondent,
            sort=DocumentSort.CORRESPONDENT.value,
            width=80,
        ),
        Column(
            mark("Day"),
            lambda row: day_text(row.day),
            sort=DocumentSort.DAY.value,
            width=60,
            is_whole=True,
        ),
        Column(
            mark("Amount"),
            lambda row: money_text(row.amount),
            sort=DocumentSort.AMOUNT.value,
            right=True,
            width=70,
        ),
        *_more(naming),
    )


def _more(naming: Naming) -> tuple[Column[DocumentRow], ...]:
    """Return the columns that are hidden until they are wanted."""
    serial, due = DocumentSort.SERIAL.value, DocumentSort.DUE.value
    taken_in = DocumentSort.RECEIVED.value
    found: tuple[Column[DocumentRow], ...] = (
        Column(
            mark("Tags"),
            lambda row: ", ".join(naming.tag_names(row.tags)),
            width=80,
            parts=lambda row: naming.tag_parts(row.tags),
        ),
        Column(
            mark("Type"),
            lambda row: naming.type(row.type_id),
            sort=DocumentSort.TYPE.value,
            width=60,
            tone=lambda _row: "muted",
        ),
        Column(mark("Status"), state_text, width=80, tone=_tone),
        Column(mark("Reference"), lambda row: row.reference, width=90),
        Column(mark("Serial number"), _serial_text, right=True, sort=serial, width=70),
        Column(mark("Stage"), lambda row: naming.stage(row.type_id, row.stage), width=80),
        Column(mark("Due"), lambda row: day_text(row.due_on), sort=due, width=80),
        Column(
            mark("Taken in"),
            lambda row: formats().instant(row.received_at.astimezone()),
            sort=taken_in,
            width=140,
        ),
        Column(mark("Size"), lambda row: size_text(row.size), right=True, width=70),
    )
    return tuple(replace(column, is_hidden=True) for column in found)


def listing(naming: Naming, marks: Marks | None = None) -> Listing[DocumentRow]:
    """Return the archive as a list."""
    return Listing(
        name="archive",
        title=mark("Archive"),
        columns=columns(naming, marks),
        source=Source(documents.spine, documents.rows, documents.first),
        tables=frozenset({"document", "document_tag"}),
        counted=lambda n: many("{n} document", "{n} documents", n),
        empty=EMPTY,
        filters=(Filter(SEALED, mark("Sealed")), Filter(THIS_YEAR, mark("This year"))),
        buttons=("document.export", "document.take-in"),
        verbs=VERBS,
        sort=DocumentSort.RECEIVED.value,
        is_descending=True,
    )


def _serial_text(row: DocumentRow) -> str:
    return str(row.serial) if row.serial else ""


def _tone(row: DocumentRow) -> str:
    if row.locked_by:
        return "warn"
    return "good" if row.is_sealed else "muted"
