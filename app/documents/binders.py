"""What stands in a binder, as a list to lay into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.model import Align, Column, Document, Fact, Grid, Layout, Letterhead, Row
from app.domain.archive.serials import Binder


@dataclass(frozen=True, slots=True)
class Original:
    """A paper original in a binder; one that is not shown to the reader has no words."""

    serial: int
    day: date | None = None
    title: str = ""
    correspondent: str = ""
    reference: str = ""


def describe_contents(binder: Binder, originals: Sequence[Original], imprint: Imprint) -> Document:
    """Return the list of the originals in a binder."""
    say, formats, company = imprint.say, imprint.formats, imprint.company
    columns = (
        Column(say("Serial number"), Align.RIGHT),
        Column(say("Date")),
        Column(say("Title"), weight=3),
        Column(say("Correspondent"), weight=2),
        Column(say("Reference"), weight=1),
    )
    rows = tuple(
        Row(
            (
                str(one.serial),
                formats.day(one.day) if one.day else "",
                one.title or say("(not shown)"),
                one.correspondent,
                one.reference,
            )
        )
        for one in originals
    )
    title = say("Binder {name}", name=binder.name)
    count = say.many("{n} document", "{n} documents", len(rows))
    return Document(
        language=say.language,
        title=title,
        name=title,
        letterhead=Letterhead(company.name),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=(
            Fact(say("Serial numbers"), f"{binder.first}–{binder.last}"),
            Fact(say("Contents"), count),
            Fact(say("Printed"), formats.day(imprint.printed_on)),
        ),
        blocks=(Grid(columns, rows),) if rows else (),
        page_of=say("Page {page} of {pages}"),
    )
