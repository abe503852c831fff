"""The offices that speed is measured over are sound: every check that the books have passes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Column, Table

from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import accounting, invoices, proving, search
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from app.storage.types import Id, metadata
from tests.speed.offices import make_office, schema


def facts_of(folder: Path) -> list[object]:
    """Return what two equal offices have in common."""
    database = open_office(folder)
    office = Office(database, FixedClock(date(2026, 3, 10)), Actor("Bench"))
    rows = office.ask(invoices.first, View(), 1000)
    balance = office.ask(accounting.trial_balance, date(2026, 3, 10))
    database.close()
    return [*rows, balance]


def test_a_made_office_passes_every_check(tmp_path: Path) -> None:
    make_office(tmp_path / "A.backdesk", 300)
    database = open_office(tmp_path / "A.backdesk")
    office = Office(database, FixedClock(date(2026, 3, 10)), Actor("Bench"))

    with database.read() as unit:
        assert unit.balances.differences() == ()
        assert list(unit.open_items.differences()) == []
        assert 0 < unit.open_item_lists.counts(date(2026, 3, 10))["open"] < 100
        assert list(unit.numbers.gaps("invoice")) == []
        assert list(unit.numbers.gaps("journal")) == []
    assert office.ask(invoices.counts)["issued"] == 300
    assert office.ask(proving.verify).findings == ()
    assert office.ask(accounting.trial_balance, date(2026, 3, 10)).difference_minor == 0
    number = office.ask(invoices.first, View(), 1)[0].number
    assert office.ask(search.find, number)[0].title == number
    database.close()


def test_a_made_office_can_go_on_trading(tmp_path: Path) -> None:
    make_office(tmp_path / "A.backdesk", 50)
    database = open_office(tmp_path / "A.backdesk")
    office = Office(database, FixedClock(date(2026, 3, 10)), Actor("Bench"))
    last = office.ask(invoices.first, View(), 1)[0]

    copy = office.do(invoices.copy, last.id).result
    issued = office.do(invoices.issue, copy.id).result

    assert int(issued.number) == int(last.number) + 1
    database.close()


def test_the_same_size_gives_the_same_office(tmp_path: Path) -> None:
    for name in ("A", "B"):
        make_office(tmp_path / f"{name}.backdesk", 40)

    first, second = (facts_of(tmp_path / f"{name}.backdesk") for name in ("A", "B"))

    assert first == second
    assert len(first) == 41


def test_an_office_is_made_anew_when_the_tables_are_others() -> None:
    before = schema()
    other = Table("speed_other", metadata, Column("id", Id, primary_key=True))

    with_other = schema()
    metadata.remove(other)

    assert with_other != before
    assert schema() == before
