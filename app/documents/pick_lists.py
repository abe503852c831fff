"""Pick lists: what is taken from which place, in the order of the way, for one or many deliveries.

Beneath a kit stand its parts, which are what one takes. Codes to scan stand at the end, for goods
that have none on their packet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.goods import Goods, Told, listed
from app.documents.model import (
    Beside,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Grid,
    Heading,
    Layout,
    Letterhead,
    Paragraph,
    QrCode,
    Row,
    Tone,
)

BOX = "[  ]"
LINE = "_" * 30
DASH = "– "


@dataclass(frozen=True, slots=True)
class PickPaper:
    """What is picked, as one walks; ``orders`` are the numbers that it is for."""

    warehouse: str
    orders: tuple[str, ...]
    goods: tuple[Goods, ...]


def describe(paper: PickPaper, imprint: Imprint) -> Document:
    """Return a pick list; of many deliveries each line says for which order it is."""
    say, company = imprint.say, imprint.company
    title = say("Pick list")
    facts = (
        Fact(say("Warehouse"), paper.warehouse),
        Fact(say("Orders"), ", ".join(paper.orders)),
        Fact(say("Lines"), str(len(paper.goods))),
        Fact(say("Printed"), imprint.formats.day(imprint.printed_on)),
    )
    return Document(
        language=say.language,
        title=title,
        name=f"{title} {', '.join(paper.orders)}".rstrip(),
        letterhead=Letterhead(company.name),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=tuple(fact for fact in facts if fact.value),
        blocks=_blocks(paper, imprint),
        page_of=say("Page {page} of {pages}"),
    )


def _blocks(paper: PickPaper, imprint: Imprint) -> tuple[Block, ...]:
    say = imprint.say
    if not paper.goods:
        return (Paragraph(say("Nothing is to be picked."), Tone.STRONG),)
    many = (Told.ORDER,) if len(paper.orders) > 1 else ()
    columns = (
        *(Told.PLACE, Told.CODE, Told.DESCRIPTION, Told.LOT, Told.EXPIRES),
        *(Told.QUANTITY, Told.UNIT, *many),
    )
    walked = tuple(row for one in paper.goods for row in (one, *map(_part, one.parts)))
    return (
        _boxed(listed(walked, columns, say, imprint.formats), walked),
        Facts((Fact(say("Picked by"), LINE),)),
        *_codes(paper.goods, imprint),
    )


def _part(part: Goods) -> Goods:
    """Return a part of a kit as it stands beneath it."""
    return replace(part, description=f"{DASH}{part.description}")


def _boxed(grid: Grid, goods: Sequence[Goods]) -> Grid:
    """Return a grid with a box to tick before each line that is taken from a place."""
    rows = (
        Row((BOX if one.place else "", *row.cells))
        for one, row in zip(goods, grid.rows, strict=True)
    )
    return Grid((Column(""), *grid.columns), tuple(rows))


def _codes(goods: Sequence[Goods], imprint: Imprint) -> tuple[Block, ...]:
    """Return a code for each thing that can be scanned, two side by side."""
    say = imprint.say
    seen = {one.scan: one for one in goods if one.scan}
    if not seen:
        return ()
    codes = [
        QrCode(
            scan,
            one.description.partition("\n")[0],
            tuple(part for part in (one.code, one.lot, one.place) if part),
        )
        for scan, one in seen.items()
    ]
    pairs = zip_longest(codes[::2], codes[1::2])
    rows = (Beside((left,), (right,) if right else ()) for left, right in pairs if left)
    return (Heading(say("Codes to scan")), *rows)
