"""Recall lists: who got goods of a lot, when, by which delivery, and what is still here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.documents.accounting import Imprint, report, right
from app.documents.model import Column, Document, Grid, Paragraph, Row, RowKind
from app.domain.stock.lot import LotStatus
from app.domain.stock.recalls import Recall
from app.lang.texts import mark

STATUSES = {
    LotStatus.OK: mark("In order"),
    LotStatus.QUARANTINED: mark("In quarantine"),
    LotStatus.DAMAGED: mark("Damaged"),
    LotStatus.RECALLED: mark("Recalled"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """The product of a lot, and how to reach who got it, by the names of the list."""

    code: str
    name: str
    unit: str
    reach: dict[str, str]


def describe(recall: Recall, named: Named, imprint: Imprint) -> Document:
    """Return the list of a lot: every delivery of it with its customer, day and quantity."""
    say, formats = imprint.say, imprint.formats
    lot = recall.lot
    facts = {
        say("Product"): f"{named.code} {named.name}",
        say("Lot"): lot.code,
        say("Status"): say(STATUSES[lot.status]),
        say("Came on"): formats.day(lot.received_on) if lot.received_on else "",
        say("Keeps until"): formats.day(lot.expires_on) if lot.expires_on else "",
        say("Still here"): f"{formats.decimal(recall.on_hand)} {named.unit}",
        say("Note"): lot.note,
    }
    columns = (
        Column(say("Customer"), weight=1),
        Column(say("How to reach them"), weight=1),
        Column(say("Delivery note")),
        Column(say("Day")),
        *right(say("Quantity")),
    )
    rows = tuple(
        Row(
            (
                one.name or say("unknown"),
                named.reach.get(one.name, ""),
                one.number,
                formats.day(one.day),
                f"{formats.decimal(one.quantity)} {named.unit}",
            )
        )
        for one in recall.sent
    )
    total = sum((one.quantity for one in recall.sent), Decimal(0))
    last = Row(("", say("Total"), "", "", f"{formats.decimal(total)} {named.unit}"), RowKind.SUM)
    table = Grid(columns, (*rows, last)) if rows else Paragraph(say("Nobody has any of it."))
    kept = {name: text for name, text in facts.items() if text}
    return report(imprint, say("Recall list"), kept, (table,))
