"""Column types: what a Python value is in the database, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import BigInteger, Column, Dialect, MetaData, Select, Table, Text, event
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
Rows: TypeAlias = Select[*tuple[Any, ...]]
"""A query of any columns."""
metadata = MetaData(naming_convention=NAMES)
contents_metadata = MetaData(naming_convention=NAMES)


class _Integer64(BigInteger):
    """A 63-bit integer; SQLite's rowid alias and STRICT tables want the word INTEGER."""


@compiles(_Integer64, "sqlite")
def _integer_on_sqlite(_kind: _Integer64, _compiler: object, **_: object) -> str:
    return "INTEGER"


@event.listens_for(Table, "before_parent_attach")
def _strict(table: Table, parent: MetaData) -> None:
    """Make our tables in SQLite refuse a value of another type."""
    if parent is metadata or parent is contents_metadata:
        table.dialect_options["sqlite"]["strict"] = True


class Id(TypeDecorator[int]):
    """An id of ``new_id``; a primary key of this type is SQLite's own row id."""

    impl = _Integer64
    cache_ok = True


class Minor(TypeDecorator[int]):
    """Money in minor units of the currency column beside it."""

    impl = _Integer64
    cache_ok = True


class Whole(TypeDecorator[int]):
    """A counter, version or flag-like whole number."""

    impl = _Integer64
    cache_ok = True


@event.listens_for(Column, "before_parent_attach")
def _made_by_us(column: Column[Any], _table: Table) -> None:
    """Let the database make no id: a record has its own before it is written."""
    if isinstance(column.type, Id | Whole):
        column.autoincrement = False


class Flag(TypeDecorator[bool]):
    """True or false as 1 or 0."""

    impl = _Integer64
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: FBT001  SQLAlchemy's signature
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Scaled(TypeDecorator[Decimal]):
    """A decimal as a whole number of 10^-places; storing more places raises, never rounds."""

    impl = _Integer64
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value.scaleb(self.places)
        if scaled != (whole := int(scaled)):
            raise ValueError(value, self.places)
        return whole

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else _plain(Decimal(value).scaleb(-self.places))


def _plain(value: Decimal) -> Decimal:
    """Return the value without trailing zeros or an exponent: 3, 0.5, 100."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


E = TypeVar("E", bound=Enum)


class EnumText(TypeDecorator[E]):
    """An enumeration by its value, as text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value.value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.kind(value)


class Day(TypeDecorator[date]):
    """A business day as ISO text, which sorts as it should."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Instant(TypeDecorator[datetime]):
    """An aware UTC moment as ISO text with microseconds, which sorts as it should."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Json(TypeDecorator[Mapping[str, Any]]):
    """Small plain data (names per language, facts) as canonical JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)
