"""A promise is told in words: from where each part comes, and when."""

from __future__ import annotations

from datetime import date

from app.domain.orders.promising import Going, Part, Source
from app.services.promising import Simulation
from app.ui.orders.promise_words import day_text, part_text, parts_text, whole_text
from tests.order_desk import qty

DAY = date(2026, 3, 12)


def test_each_source_has_its_words() -> None:
    told = [
        part_text(Part(Source.HELD, qty("4"), DAY)),
        part_text(Part(Source.SHELF, qty("1.5"), DAY)),
        part_text(Part(Source.RECEIPT, qty("2"), DAY, "PO-1")),
        part_text(Part(Source.RECEIPT, qty("2"), DAY)),
        part_text(Part(Source.LEAD_TIME, qty("3"), DAY)),
        part_text(Part(Source.NOWHERE, qty("3"))),
        part_text(Part(Source.NOWHERE, qty("3"), None, "PO-2")),
    ]

    assert told == [
        "4 held for it",
        "1.5 on the shelf",
        "2 with PO-1 on 12 Mar 2026",
        "2 with a receipt on 12 Mar 2026",
        "3 if it is ordered today: 12 Mar 2026",
        "✕ 3 missing, none expected",
        "✕ 3 with PO-2, day not known",
    ]


def test_an_order_that_goes_at_once_has_no_parts() -> None:
    going = Going(DAY, ((0, qty("1")),))

    assert parts_text(Simulation((), DAY, (going,))) == ""
    later = Going(None, ((0, qty("1")), (1, qty("2"))))
    told = parts_text(Simulation((), None, (going, later)))
    assert told == "In parts: 12 Mar 2026: 1 line · day not known: 2 lines"


def test_a_day_nobody_knows_is_told_so() -> None:
    assert day_text(None) == "not known"
    assert whole_text(Simulation((), None)).startswith("All at once: nobody can say when")
