"""Recalls: who got goods of a lot, and what of it is where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.shared.ids import ContactId
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import Lot
from app.domain.stock.move import Move, MoveKind


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper by which goods went to somebody or came back: its number and who it was."""

    number: str
    contact_id: ContactId | None
    name: str


@dataclass(frozen=True, slots=True)
class Got:
    """Somebody who got goods of a lot: how much, less what came back, when last, and by what."""

    contact_id: ContactId | None
    name: str
    quantity: Quantity
    last_on: date
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """So much of a lot by one delivery, less what came back of it."""

    contact_id: ContactId | None
    name: str
    number: str
    source: str
    day: date
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Recall:
    """A lot, what of it is still here, and everybody who has some of it.

    ``sent`` says the same delivery by delivery, the oldest first.
    """

    lot: Lot
    on_hand: Quantity
    got: tuple[Got, ...]
    sent: tuple[Sent, ...] = ()


def recall_of(
    lot: Lot, moves: Iterable[Move], papers: Mapping[str, Paper], on_hand: Quantity
) -> Recall:
    """Return who has goods of a lot, the largest part first; who sent all back is left out."""
    found: dict[tuple[ContactId | None, str], Got] = {}
    some = tuple(moves)
    sources = {one.id: one.source for one in some}
    for one in some:
        if one.kind not in {MoveKind.SHIPMENT, MoveKind.RETURN}:
            continue
        source = sources.get(one.origin, one.source) if one.origin else one.source
        paper = papers.get(source, Paper("", None, ""))
        key = (paper.contact_id, paper.name)
        by = one.quantity if one.kind is MoveKind.SHIPMENT else -one.quantity
        had = found.get(key, Got(*key, Quantity(Decimal(0)), one.moved_on, ()))
        numbers = dict.fromkeys((*had.papers, paper.number))
        last = max(had.last_on, one.moved_on)
        found[key] = Got(*key, Quantity(had.quantity + by), last, tuple(filter(None, numbers)))
    left = (one for one in found.values() if one.quantity > 0)
    got = tuple(sorted(left, key=lambda one: (-one.quantity, one.name)))
    return Recall(lot, on_hand, got, _sent(some, papers))


def _sent(moves: Iterable[Move], papers: Mapping[str, Paper]) -> tuple[Sent, ...]:
    """Return what went by each delivery and did not come back, the oldest first."""
    found: dict[str, Sent] = {}
    shipped: dict[int, str] = {}
    for one in moves:
        if one.kind is MoveKind.SHIPMENT:
            shipped[one.id] = one.source
            had = found.get(one.source, _begun(one, papers.get(one.source, Paper("", None, ""))))
            found[one.source] = replace(had, quantity=Quantity(had.quantity + one.quantity))
        elif one.kind is MoveKind.RETURN and one.origin in shipped:
            had = found[shipped[one.origin]]
            found[had.source] = replace(had, quantity=Quantity(had.quantity - one.quantity))
    left = (one for one in found.values() if one.quantity > 0)
    return tuple(sorted(left, key=lambda one: (one.day, one.number)))


def _begun(move: Move, paper: Paper) -> Sent:
    """Return a delivery of which nothing is reckoned yet."""
    who = (paper.contact_id, paper.name, paper.number)
    return Sent(*who, move.source, move.moved_on, Quantity(Decimal(0)))
