"""The list of filed documents."""

from __future__ import annotations

from app.domain.archive.record import RecordRow, RecordSort
from app.lang.texts import mark
from app.services import archive
from app.ui.archive.words import size_text, source_name, type_icon, type_name
from app.ui.kit.listing import Empty, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import formats, many

COLUMNS: tuple[Column[RecordRow], ...] = (
    Column(
        mark("Name"),
        lambda row: row.name,
        sort=RecordSort.NAME.value,
        width=130,
        is_roomy=True,
        icon=lambda row: type_icon(row.media_type),
    ),
    Column(
        mark("Type"),
        lambda row: type_name(row.media_type),
        sort=RecordSort.MEDIA_TYPE.value,
        width=60,
        tone=lambda _row: "muted",
    ),
    Column(
        mark("Size"),
        lambda row: size_text(row.size),
        sort=RecordSort.SIZE.value,
        right=True,
        width=80,
    ),
    Column(mark("Belongs to"), lambda row: source_name(row.source), width=95),
    Column(
        mark("Filed"),
        lambda row: formats().instant(row.filed_at.astimezone()),
        sort=RecordSort.FILED_AT.value,
        width=140,
    ),
)


def listing(actions: tuple[str, ...]) -> Listing[RecordRow]:
    """Return the archive as a list; ``actions`` are offered while it is empty."""
    return Listing(
        name="archive",
        title=mark("Archive"),
        columns=COLUMNS,
        source=Source(archive.spine, archive.rows, archive.first),
        tables=frozenset({"archive_file"}),
        counted=lambda n: many("{n} document", "{n} documents", n),
        empty=Empty(
            "archive",
            mark("Nothing is filed yet"),
            mark("Every invoice that is issued files its PDF here, sealed and for good."),
            actions,
        ),
        buttons=("archive.verify", "document.export"),
        verbs=("document.open", "document.source", "", "document.print", "document.export"),
        sort=RecordSort.FILED_AT.value,
        is_descending=True,
    )
