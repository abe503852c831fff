"""What one person gets: kept sealed, checked, and shown to whom was let in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.shared.refusals import Conflict, Invalid
from app.services import employees, pay_items
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, give, give_card, pay_desk
from tests.payrolls import eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def test_an_item_is_added_changed_and_read(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    item = give(desk, person.id, "bonus", amount=eur("500"))

    changed = desk.office.do(pay_items.save, replace(item, amount=eur("600"))).result

    assert desk.office.ask(pay_items.of, person.id) == (changed,)
    with pytest.raises(Conflict):
        desk.office.do(pay_items.save, item)


def test_a_wrong_item_is_refused(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))

    with pytest.raises(Invalid):
        give(desk, person.id, "bonus", amount=-eur("1"))

    assert desk.office.ask(pay_items.of, person.id) == ()


def test_a_card_of_the_same_day_takes_the_place_of_the_other(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    card = give_card(desk, person.id)

    give_card(desk, person.id, "20")

    (kept,) = desk.office.ask(pay_items.cards, person.id)
    assert (kept.id, kept.version, kept.percent) == (card.id, 2, Decimal(20))
    with pytest.raises(Invalid):
        desk.office.do(pay_items.set_card, replace(card, valid_until=date(2020, 1, 1)))


@on_sqlite
def test_who_stands_before_the_wall_writes_and_reads_nothing(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    item = give(desk, person.id, "bonus", amount=eur("4711.23"))
    clerk = as_role(desk.office, CLERK)

    assert clerk.ask(pay_items.of, person.id) == ()
    assert clerk.ask(pay_items.cards, person.id) == ()
    with pytest.raises(BehindWall):
        clerk.do(pay_items.save, item)


@on_sqlite
def test_nothing_of_an_item_lies_open(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    give(desk, person.id, "garnishment", amount=eur("4711.23"), rest=eur("99"), text="Ulosotto")

    with desk.office.database.read() as unit:
        dump = "".join(
            str(tuple(row))
            for table in ("pay_item", "audit")
            for row in unit.connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608  a name of ours
        )
    assert "4711" not in dump
    assert "Ulosotto" not in dump


@on_sqlite
def test_what_a_person_is_paid_by_is_shown_and_who_looked_is_written_down(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    item, card = give(desk, person.id, "bonus", amount=eur("500")), give_card(desk, person.id)
    run = desk.posted()

    shown = desk.office.do(pay_items.show, person.id).result

    assert (shown.items, shown.cards) == ((item,), (card,))
    assert [one.run for one in shown.slips] == [run]
    assert (shown.currency, shown.country) == ("EUR", "FI")
    (looked,) = desk.office.ask(employees.access_log, person.id)
    assert (looked.who, looked.command) == ("Maija", "pay_items.show")


@on_sqlite
def test_who_stands_before_the_wall_is_shown_nothing(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    give(desk, person.id, "bonus", amount=eur("500"))
    clerk = as_role(desk.office, CLERK)

    with pytest.raises(BehindWall):
        clerk.do(pay_items.show, person.id)

    assert clerk.ask(pay_items.of_person, person.id).items == ()
