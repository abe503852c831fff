"""Exchange rates on disk: the last one before a day, and a thousand at once."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from app.domain.accounting.exchange import DayRate
from app.storage.database import Database
from tests.builders import TODAY


def rate(days: int, value: str, currency: str = "USD") -> DayRate:
    return DayRate(currency, TODAY + timedelta(days=days), Decimal(value), "ECB")


def test_the_last_rate_before_a_day_is_found(database: Database) -> None:
    with database.write() as unit:
        unit.exchange_rates.put((rate(-3, "0.9"), rate(-1, "0.91"), rate(1, "0.92")))
        unit.exchange_rates.put((rate(-1, "0.915"),))
        unit.changes.taken()

    with database.read() as unit:
        assert unit.exchange_rates.last("USD", TODAY) == rate(-1, "0.915")
        assert unit.exchange_rates.last("SEK", TODAY) is None
        assert unit.exchange_rates.latest() == (rate(1, "0.92"),)


def test_many_rates_are_written_at_once(database: Database) -> None:
    many = tuple(rate(-days, "1.00000001") for days in range(1200))

    with database.write() as unit:
        unit.exchange_rates.put(many)
        unit.changes.taken()

    with database.read() as unit:
        assert unit.exchange_rates.of_currency("USD", 3) == many[:3]
        assert len(unit.exchange_rates.of_currency("USD", 5000)) == 1200


def test_a_rate_is_removed_once(database: Database) -> None:
    with database.write() as unit:
        unit.exchange_rates.put((rate(0, "1"),))

        assert unit.exchange_rates.remove("USD", TODAY)
        assert not unit.exchange_rates.remove("USD", TODAY)
        unit.changes.taken()
