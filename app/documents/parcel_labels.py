"""The label of a parcel, A6: to whom it goes, which of how many it is, and a code to scan."""

from __future__ import annotations

from app.documents.addresses import address_lines
from app.documents.deliveries import DeliveryPaper
from app.documents.model import Paper
from app.documents.sheets import Code, Frame, Item, Lines, Outline, Sheets, Text

SIZE = (105.0, 148.0)
"""A6, upright, in millimetres."""
EDGE = 6.0
SIDE = 38.0


def describe(paper: DeliveryPaper) -> Sheets:
    """Return a label for each parcel of a delivery."""
    say = paper.say
    parcels = paper.delivery.carriage.parcels
    pages = tuple(_label(paper, parcel) for parcel in range(1, parcels + 1))
    name = say("Parcel labels {number}", number=paper.number)
    return Sheets(say.language, name, paper.company.name, Paper.A4, pages, SIZE)


def parcel_code(number: str, parcel: int) -> str:
    """Return what a scanner reads on a parcel: the delivery and the parcel."""
    return f"{number}/{parcel}"


def _label(paper: DeliveryPaper, parcel: int) -> tuple[Item, ...]:
    company, say, carriage = paper.company, paper.say, paper.delivery.carriage
    width = SIZE[0] - 2 * EDGE
    sender = (company.name, *address_lines(company.address, company.country))
    receiver = (
        paper.delivery.customer_name,
        *address_lines(paper.delivery.deliver_to, company.country),
    )
    beside = EDGE + SIDE + 2
    room = SIZE[0] - EDGE - beside
    count = f"{parcel} / {carriage.parcels}"
    facts = tuple(
        f"{label} {value}"
        for label, value in (
            (say("Delivery note"), paper.number),
            (say("Your order"), paper.your_order),
            (say("Carrier"), carriage.carrier),
            (say("Tracking number"), carriage.tracking),
        )
        if value
    )
    return (
        Text(Frame(EDGE, EDGE, width, 4), say("Sender"), 7),
        Lines(Frame(EDGE, EDGE + 4, width, 16), sender, 8),
        Outline(Frame(EDGE, 28, width, 58)),
        Text(Frame(EDGE + 3, 30, width - 6, 5), say("Deliver to"), 8),
        Lines(Frame(EDGE + 3, 37, width - 6, 46), receiver, 15),
        Code(Frame(EDGE - 2, 92, SIDE, SIDE), parcel_code(paper.number, parcel)),
        Text(Frame(beside, 95, room, 5), say("Parcel"), 8),
        Text(Frame(beside, 99, room, 14), count, 30, is_strong=True),
        Lines(Frame(beside, 116, room, 24), facts, 9),
    )
