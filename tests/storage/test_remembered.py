"""Rows that seldom change are asked for each time, and made anew only where they changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.shared.ids import AccountId
from app.storage.accounting import LedgerStore
from app.storage.books import account
from app.storage.database import Database
from app.storage.deeds import Changes
from app.storage.remembered import Remembered

BANK = Account(AccountId(1), "1910", {"fi": "Pankki"}, AccountKind.ASSET, AccountUse.BANK)
CASH = Account(AccountId(2), "1900", {"fi": "Kassa"}, AccountKind.ASSET, None)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.write() as unit:
        LedgerStore(unit.connection, Changes()).add_account(BANK, CASH)
        yield unit.connection


@pytest.fixture
def made() -> list[Account]:
    return []


@pytest.fixture
def chart(made: list[Account]) -> Remembered[Account]:
    def make(*values: Any) -> Account:
        made.append(Account(*values))
        return made[-1]

    return Remembered(select(account).order_by(account.c.number), make)


def test_records_are_as_the_rows_say(connection: Connection, chart: Remembered[Account]) -> None:
    assert chart.all(connection) == (CASH, BANK)


def test_equal_rows_are_made_once(
    connection: Connection, chart: Remembered[Account], made: list[Account]
) -> None:
    first = chart.all(connection)

    again = chart.all(connection)

    assert [one is other for one, other in zip(first, again, strict=True)] == [True, True]
    assert made == [CASH, BANK]


def test_a_row_that_changed_is_made_anew(
    connection: Connection, chart: Remembered[Account], made: list[Account]
) -> None:
    chart.all(connection)
    connection.execute(update(account).where(account.c.id == BANK.id).values(is_closed=True))

    closed = chart.all(connection)[1]

    assert closed.is_closed
    assert made == [CASH, BANK, closed]


def test_a_row_that_is_gone_is_not_told(connection: Connection, chart: Remembered[Account]) -> None:
    chart.all(connection)
    LedgerStore(connection, Changes()).remove_account(CASH)

    assert chart.all(connection) == (BANK,)
