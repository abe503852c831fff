"""Trails: steps stand in the order of the books, each with what was left after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from app.domain.shared.ids import EntryId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import MoveKind
from app.domain.stock.trail import Step, Trail, walked, with_papers

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def a_step(at: int, by: str, kind: MoveKind = MoveKind.SHIPMENT, day: int = 10) -> Step:
    moment = NOON + timedelta(minutes=at)
    amount = Quantity(Decimal(by))
    places = ("MAIN", "CUSTOMER")
    return Step(at, date(2026, 3, day), moment, kind, amount, *places, "", "delivery:7", "", "Aino")


def test_what_was_written_later_stands_on_its_own_day() -> None:
    late = a_step(3, "-5", day=9)

    steps = walked(Decimal(20), (a_step(1, "-2"), a_step(2, "1"), late))

    assert [(one.id, int(one.left)) for one in steps] == [(3, 15), (1, 13), (2, 14)]


def test_steps_have_their_papers_and_entries() -> None:
    (step,) = with_papers((a_step(1, "-2"),), {"delivery:7": "DN-7"}, {1: EntryId(9)})

    assert (step.paper, step.entry_id) == ("DN-7", 9)


def test_a_trail_explains_every_piece_or_says_that_it_does_not() -> None:
    sums = ((MoveKind.SHIPMENT, Quantity(Decimal(-3))),)
    ten, seven = Quantity(Decimal(10)), Quantity(Decimal(7))
    trail = Trail(None, NOON.date(), ten, sums, seven, ())

    assert trail.is_explained
    assert not replace(trail, closing=ten).is_explained
