"""Papers of a delivery: the note that goes with the goods, a slip for each parcel, its customs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.delivery_notes import receipt
from app.documents.dress import BARE, Dress, dressed
from app.documents.goods import Goods, Told, listed
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Tone,
)
from app.domain.admin.company import Company
from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.shared.money import Money
from app.lang.formats import Formats
from app.lang.texts import Say

GRAMS = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Declared:
    """What the border is told of goods; ``weight_g`` is their net weight in all, in grams."""

    goods: Goods
    commodity: str
    origin: str
    weight_g: Decimal
    value: Money


@dataclass(frozen=True, slots=True)
class DeliveryPaper:
    """Everything that the papers of a delivery are written from.

    ``owed`` is what is still to come of the order. ``your_order`` and ``your_reference`` are the
    customer's.
    """

    delivery: Delivery
    goods: tuple[Goods, ...]
    company: Company
    say: Say
    formats: Formats
    order_number: str = ""
    your_order: str = ""
    your_reference: str = ""
    customer_number: str = ""
    owed: tuple[Goods, ...] = ()
    logo: bytes = b""
    dress: Dress = BARE

    @property
    def number(self) -> str:
        """By what the delivery is known on paper; one that did not go out yet by its order."""
        return self.delivery.number or self.order_number


def describe(paper: DeliveryPaper) -> Document:
    """Return the delivery note: goods with their lots, nothing of money, and a line to sign."""
    say = paper.say
    grid = listed(paper.goods, _COLUMNS, say, paper.formats)
    note = paper.delivery.carriage.note
    blocks = (
        grid,
        *_owed(paper),
        *((Paragraph(note),) if note else ()),
        receipt(say),
    )
    return _page(paper, say("Delivery note"), blocks)


def describe_slips(paper: DeliveryPaper) -> Document:
    """Return a packing slip for each parcel, each on its own page."""
    say, parcels = paper.say, paper.delivery.carriage.parcels
    blocks: list[Block] = []
    for parcel in range(1, parcels + 1):
        inside = [one for one in paper.goods if one.parcel == parcel]
        blocks += [
            *((PageBreak(),) if parcel > 1 else ()),
            Heading(say("Parcel {parcel} of {parcels}", parcel=parcel, parcels=parcels)),
            listed(inside, _COLUMNS, say, paper.formats)
            if inside
            else Paragraph(say("Nothing was put into this parcel by name.")),
        ]
    return _page(paper, say("Packing slip"), tuple(blocks))


def describe_customs(paper: DeliveryPaper, declared: Sequence[Declared]) -> Document:
    """Return what customs and carriers ask: codes, origins, weights, values and terms (CMR)."""
    say, formats = paper.say, paper.formats
    carriage = paper.delivery.carriage
    net = sum((one.weight_g for one in declared), Decimal(0))
    weights = (
        Fact(say("Net weight"), _kilograms(net, formats)),
        Fact(say("Gross weight"), _kilograms(Decimal(carriage.weight_g), formats)),
        Fact(say("Parcels"), str(carriage.parcels)),
        Fact(say("Terms of delivery"), carriage.terms),
        Fact(say("Carrier"), carriage.carrier),
    )
    sender = (paper.company.name, *address_lines(paper.company.address, paper.company.country))
    blocks = (
        Facts((Fact(say("Sender"), "\n".join(sender)),)),
        _declared(declared, say, formats),
        Facts(tuple(fact for fact in weights if fact.value)),
        Paragraph(say("The exporter declares that these details are right."), Tone.QUIET),
        receipt(say),
    )
    return _page(paper, say("Customs and freight details"), blocks)


_COLUMNS = (
    Told.CODE,
    Told.DESCRIPTION,
    Told.LOT,
    Told.EXPIRES,
    Told.QUANTITY,
    Told.UNIT,
)


def _page(paper: DeliveryPaper, title: str, blocks: tuple[Block, ...]) -> Document:
    company, say = paper.company, paper.say
    is_out = paper.delivery.state in {DeliveryState.SHIPPED, DeliveryState.DELIVERED}
    receiver = (paper.delivery.customer_name, *_place(paper))
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {paper.number}".rstrip(),
        letterhead=letterhead.letterhead(company, paper.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=letterhead.window(receiver, company),
        facts=_facts(paper),
        blocks=blocks,
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
        mark="" if is_out else say("DRAFT"),
    )
    return dressed(made, paper.dress, company)


def _place(paper: DeliveryPaper) -> tuple[str, ...]:
    return address_lines(paper.delivery.deliver_to, paper.company.country)


def _facts(paper: DeliveryPaper) -> tuple[Fact, ...]:
    """Return what both sides know the delivery by; what is not known is left out."""
    say, delivery = paper.say, paper.delivery
    carriage = delivery.carriage
    texts = {
        say("Delivery note number"): delivery.number,
        say("Delivery date"): _day(delivery.shipped_on or delivery.planned_on, paper.formats),
        say("Order number"): paper.order_number,
        say("Your order"): paper.your_order,
        say("Your reference"): paper.your_reference,
        say("Customer number"): paper.customer_number,
        say("Carrier"): carriage.carrier,
        say("Tracking number"): carriage.tracking,
        say("Parcels"): str(carriage.parcels),
        say("Gross weight"): _kilograms(Decimal(carriage.weight_g), paper.formats),
        say("Terms of delivery"): carriage.terms,
    }
    strong = say("Delivery note number")
    return tuple(
        Fact(label, value, Tone.STRONG if label == strong else Tone.NORMAL)
        for label, value in texts.items()
        if value
    )


def _owed(paper: DeliveryPaper) -> tuple[Block, ...]:
    """Return what of the order is still to come, so that nobody looks for it in the parcel."""
    if not paper.owed:
        return ()
    columns = (Told.CODE, Told.DESCRIPTION, Told.QUANTITY, Told.UNIT)
    grid = listed(paper.owed, columns, paper.say, paper.formats)
    return (Heading(paper.say("Still to come")), grid)


def _declared(declared: Sequence[Declared], say: Say, formats: Formats) -> Grid:
    right = Align.RIGHT
    columns = (
        Column(say("Description"), weight=1),
        Column(say("Commodity code")),
        Column(say("Origin")),
        Column(say("Quantity"), right),
        Column(say("Unit")),
        Column(say("Net weight"), right),
        Column(say("Value"), right),
    )
    rows = tuple(
        Row(
            (
                one.goods.description,
                one.commodity,
                one.origin,
                formats.decimal(one.goods.quantity),
                one.goods.unit,
                _kilograms(one.weight_g, formats),
                formats.money(one.value.minor, one.value.currency),
            )
        )
        for one in declared
    )
    return Grid(columns, (*rows, *_sum(declared, say, formats)))


def _sum(declared: Sequence[Declared], say: Say, formats: Formats) -> tuple[Row, ...]:
    if not declared:
        return ()
    total = sum((one.value.minor for one in declared), 0)
    net = sum((one.weight_g for one in declared), Decimal(0))
    value = formats.money(total, declared[0].value.currency)
    cells = (say("Total"), "", "", "", "", _kilograms(net, formats), value)
    return (Row(cells, RowKind.SUM),)


def _kilograms(grams: Decimal, formats: Formats) -> str:
    return f"{formats.decimal((grams / GRAMS).normalize() + 0)} kg" if grams else ""


def _day(day: date | None, formats: Formats) -> str:
    return formats.day(day) if day else ""
