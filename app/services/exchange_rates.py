"""Exchange rates: written by hand or taken from a file, and frozen in what is issued by them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from app.domain.accounting.exchange import DayRate, Exchange, check_day_rate, rounded
from app.domain.shared.codec import parsed
from app.domain.shared.refusals import NotFound
from app.formats import rates
from app.outside.apart import apart
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.rates import Rates
from app.storage.exports import taken_in
from app.storage.platform import bound_process

BY_HAND = ""
MOST = 400
BOUND = partial(bound_process, 512, 20)
"""A file of rates is read in a process with so much memory (in MiB) and time."""


@dataclass(frozen=True, slots=True)
class TakenRates:
    """What a file of rates brought: how many, of which currencies and days."""

    count: int
    currencies: tuple[str, ...]
    first: date
    last: date


@query(Permission.INVOICES_READ)
def latest(desk: Desk) -> tuple[DayRate, ...]:
    """Return the newest rate of each currency."""
    return desk.store.exchange_rates.latest()


@query(Permission.INVOICES_READ)
def of_currency(desk: Desk, currency: str, most: int = MOST) -> tuple[DayRate, ...]:
    """Return the rates of a currency, the newest first."""
    return desk.store.exchange_rates.of_currency(currency, most)


@query(Permission.INVOICES_READ)
def on(desk: Desk, currency: str, day: date | None = None) -> Exchange | None:
    """Return the rate that holds on a day, today where none is given; None where none is known."""
    return Rates(desk).on(currency, day or desk.today)


@command(Permission.ACCOUNTING_POST)
def put(desk: Desk, currency: str, day: date, rate: Decimal, source: str = BY_HAND) -> DayRate:
    """Write the rate of a day; what is issued already keeps its own. Raises Invalid."""
    one = DayRate(currency.strip().upper(), day, rate, source.strip())
    require_right(tuple(check_day_rate(one, desk.store.company.currency(), desk.today)))
    kept = DayRate(one.currency, one.day, rounded(rate), one.source)
    desk.store.exchange_rates.put((kept,))
    return kept


@command(Permission.ACCOUNTING_POST)
def remove(desk: Desk, currency: str, day: date) -> None:
    """Forget the rate of a day; raises NotFound."""
    if not desk.store.exchange_rates.remove(currency, day):
        raise NotFound(record="exchange_rate", id=currency)


@command(Permission.ACCOUNTING_POST)
def take_in_file(desk: Desk, file: Path, source: str = "") -> TakenRates:
    """Take in the rates of a file on disk; raises CannotRead, NotRates."""
    return take_in(desk, b"".join(taken_in(file)), source)


@command(Permission.ACCOUNTING_POST)
def take_in(desk: Desk, content: bytes, source: str = "") -> TakenRates:
    """Take in the rates of a file, also of the European Central Bank's; raises NotRates."""
    asked = (content, desk.store.company.currency(), source.strip())
    found = parsed(tuple[DayRate, ...], apart(rates.rates_in, *asked, bound=BOUND))
    known = {(one.currency, one.day): one for one in found if one.day <= desk.today}
    desk.store.exchange_rates.put(tuple(known.values()) or found[:0])
    days = [one.day for one in found]
    currencies = tuple(sorted({one.currency for one in found}))
    return TakenRates(len(known), currencies, min(days), max(days))
