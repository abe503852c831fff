"""Numbers are taken in the fiscal year of their day; a new year opens with its first number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.shared.numbering import SeriesClosed
from app.outside.clock import FixedClock
from app.services.numbering import Numbering
from app.services.office import Desk, Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import LUMO, opened_books


def taken(office: Office, kind: str, *days: date) -> list[str]:
    with office.database.write() as unit:
        desk = Desk(unit, office.clock.today(), datetime.now(UTC), office.who)
        numbering = Numbering(desk, unit.company.get())
        return [numbering.take(kind, day) for day in days]


def test_each_year_counts_from_one(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)

    numbers = taken(office, "invoice", TODAY, TODAY, date(2027, 1, 1), date(2027, 2, 1))

    assert numbers == ["20260001", "20260002", "20270001", "20270002"]


def test_an_earlier_year_is_never_opened_by_itself(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)

    with pytest.raises(SeriesClosed) as refused:
        taken(office, "invoice", date(2025, 12, 31))

    assert refused.value.facts["since"] == date(2026, 1, 1)
    assert refused.value.facts["why"] == "before-the-books"


def test_a_branch_counts_for_itself(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office, replace(LUMO, branch="00001"))

    assert taken(office, "invoice", TODAY) == ["20260001"]
    with database.read() as unit:
        assert {one.branch for one in unit.numbers.rows()} == {"00001"}


def test_a_year_after_the_next_is_a_slip_of_the_hand(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)

    with pytest.raises(SeriesClosed):
        taken(office, "journal", date(2062, 3, 1))


@pytest.mark.parametrize("other", [{"branch": "00001"}, {"year_starts": 2}])
def test_numbers_go_on_when_branch_or_fiscal_year_change(
    database: Database, other: dict[str, Any]
) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    before = taken(office, "invoice", TODAY)
    with database.write() as unit:
        unit.company.save(LUMO, replace(LUMO, version=2, **other))

    assert before + taken(office, "invoice", TODAY, TODAY) == ["20260001", "20260002", "20260003"]
