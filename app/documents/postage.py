"""The postage book on paper: every dispatch of some days, and what each way cost."""

from __future__ import annotations

from datetime import UTC

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.dispatch import CHANNELS
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Layout,
    Letterhead,
    Paragraph,
    Row,
    RowKind,
)
from app.domain.correspondence.postage import PostageBook, PostageLine, PostageTotal
from app.domain.shared.money import Money


def describe(book: PostageBook, imprint: Imprint) -> Document:
    """Return the postage book of some days."""
    company, say, formats = imprint.company, imprint.say, imprint.formats
    days = f"{formats.day(book.first)} – {formats.day(book.last)}"
    title = say("Postage book")
    return Document(
        language=say.language,
        title=title,
        name=f"{title} {days}",
        letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=(
            Fact(say("Period"), days),
            Fact(say("Printed"), formats.day(imprint.printed_on)),
        ),
        blocks=_blocks(book, imprint),
        page_of=say("Page {page} of {pages}"),
    )


def _blocks(book: PostageBook, imprint: Imprint) -> tuple[Block, ...]:
    say = imprint.say
    if not book.lines:
        return (Paragraph(say("Nothing left the house in these days.")),)
    columns = (
        Column(say("Date")),
        Column(say("Letter")),
        Column(say("Sent to"), weight=1),
        Column(say("Channel")),
        Column(say("Tracking number")),
        Column(say("Postage"), Align.RIGHT),
    )
    summed = (
        Column(say("Channel"), weight=1),
        Column(say("Letters"), Align.RIGHT),
        Column(say("Postage"), Align.RIGHT),
    )
    return (
        Grid(columns, tuple(_row(line, imprint) for line in book.lines)),
        Heading(say("Total")),
        Grid(summed, tuple(_total(one, imprint) for one in book.totals)),
    )


def _row(line: PostageLine, imprint: Imprint) -> Row:
    one = line.dispatch
    day = imprint.formats.day(one.at.astimezone(UTC).date())
    way = imprint.say(CHANNELS[one.channel])
    return Row((day, line.number, one.to, way, one.tracking, _money(one.postage, imprint)))


def _total(one: PostageTotal, imprint: Imprint) -> Row:
    say = imprint.say
    way = say(CHANNELS[one.channel]) if one.channel else say("Total")
    kind = RowKind.ENTRY if one.channel else RowKind.SUM
    return Row((way, str(one.count), _money(one.postage, imprint)), kind)


def _money(amount: Money | None, imprint: Imprint) -> str:
    return imprint.formats.money(amount.minor, amount.currency) if amount else ""
