"""Values come back from each database as they were stored, and nothing is rounded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, MetaData, Table, select
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.types import TypeEngine

from app.storage.database import Database
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Scaled
from tests.chances import few

AT = datetime(2026, 3, 10, 12, 0, 0, 5, tzinfo=UTC)


class Colour(Enum):
    RED = "red"


def stored(connection: Connection, kind: TypeEngine[Any], value: object) -> object:
    """Write a value and read it back."""
    table = Table(
        "one_value", MetaData(), Column("id", Id, primary_key=True), Column("value", kind)
    )
    table.drop(connection, checkfirst=True)
    table.create(connection)
    connection.execute(table.insert(), {"id": 1, "value": value})
    return connection.scalar(select(table.c.value))


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.rows.writer.connect() as opened:
        yield opened
        opened.rollback()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Id(), 2**62 + 7),
        (Minor(), -(10**17)),
        (Flag(), True),
        (Flag(), False),
        (EnumText(Colour), Colour.RED),
        (Day(), date(2026, 2, 28)),
        (Instant(), AT),
        (Json(), {"th": "กาแฟ", "list": [1, None]}),
        (Scaled(4), Decimal("0.1")),
        *((kind, None) for kind in (Id(), Flag(), EnumText(Colour), Day(), Instant(), Scaled(2))),
    ],
)
def test_a_value_comes_back(connection: Connection, kind: TypeEngine[Any], value: object) -> None:
    assert stored(connection, kind, value) == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(20))
@given(scaled=st.integers(-(10**15), 10**15))
def test_a_decimal_is_stored_exactly(connection: Connection, scaled: int) -> None:
    value = Decimal(scaled).scaleb(-6)

    assert stored(connection, Scaled(6), value) == value


def test_more_places_than_are_stored_are_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.001"):
        Scaled(2).process_bind_param(Decimal("0.001"), SQLiteDialect())


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="2026"):
        Instant().process_bind_param(AT.replace(tzinfo=None), SQLiteDialect())


def test_a_moment_of_another_zone_is_stored_in_utc(connection: Connection) -> None:
    there = datetime(2026, 3, 10, 12, tzinfo=timezone(timedelta(hours=7)))

    found = stored(connection, Instant(), there)

    assert found == there
    assert str(found) == "2026-03-10 05:00:00+00:00"
