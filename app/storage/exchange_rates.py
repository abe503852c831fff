"""Exchange rates by currency and day, in the company's currency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    delete,
    func,
    select,
)

from app.domain.accounting.exchange import DayRate
from app.domain.shared.quantities import EXCHANGE_PLACES
from app.storage.deeds import Changes
from app.storage.types import Day, Scaled, metadata
from app.storage.upserts import insert_into


class _Rate(TypedColumns):
    currency: Named[str] = Column(Text, primary_key=True)
    day: Named[date] = Column(Day, primary_key=True)
    rate: Named[Decimal] = Column(Scaled(EXCHANGE_PLACES), nullable=False)
    source: Named[str] = Column(Text, nullable=False)


exchange_rate = Table("exchange_rate", metadata, _Rate)

AT_ONCE = 500


class ExchangeRateStore:
    """Reads and writes rates on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def last(self, currency: str, day: date) -> DayRate | None:
        """Return the rate of a day, else of the last day before it that has one."""
        mine = exchange_rate.c.currency == currency
        until = exchange_rate.c.day <= day
        newest = select(exchange_rate).where(mine, until).order_by(exchange_rate.c.day.desc())
        found = self._connection.execute(newest.limit(1)).first()
        return None if found is None else _rate_of(found)

    def latest(self) -> tuple[DayRate, ...]:
        """Return the newest rate of each currency."""
        newest = (
            select(exchange_rate.c.currency, func.max(exchange_rate.c.day).label("day"))
            .group_by(exchange_rate.c.currency)
            .subquery()
        )
        same = (exchange_rate.c.currency == newest.c.currency) & (
            exchange_rate.c.day == newest.c.day
        )
        wanted = select(exchange_rate).join(newest, same).order_by(exchange_rate.c.currency)
        return tuple(map(_rate_of, self._connection.execute(wanted)))

    def of_currency(self, currency: str, most: int) -> tuple[DayRate, ...]:
        """Return the rates of a currency, the newest first."""
        mine = select(exchange_rate).where(exchange_rate.c.currency == currency)
        newest = mine.order_by(exchange_rate.c.day.desc()).limit(max(0, most))
        return tuple(map(_rate_of, self._connection.execute(newest)))

    def put(self, rates: Sequence[DayRate]) -> None:
        """Write rates; one of the same currency and day gives way."""
        for begin in range(0, len(rates), AT_ONCE):
            insert = insert_into(self._connection, exchange_rate)
            rows = [_row(one) for one in rates[begin : begin + AT_ONCE]]
            insert = insert.values(rows)
            replaced = insert.on_conflict_do_update(
                index_elements=[exchange_rate.c.currency, exchange_rate.c.day],
                set_={"rate": insert.excluded.rate, "source": insert.excluded.source},
            )
            self._connection.execute(replaced)
        if len(rates) == 1:
            self._changes.note(f"exchange_rate:{rates[0].currency}", None, rates[0])

    def remove(self, currency: str, day: date) -> bool:
        """Forget the rate of a day; say whether there was one."""
        gone = (exchange_rate.c.currency == currency, exchange_rate.c.day == day)
        return self._connection.execute(delete(exchange_rate).where(*gone)).rowcount > 0


def _row(one: DayRate) -> dict[str, Any]:
    return {
        "currency": one.currency,
        "day": one.day,
        "rate": one.rate,
        "source": one.source,
    }


def _rate_of(row: Row[Any]) -> DayRate:
    return DayRate(row.currency, row.day, row.rate, row.source)
