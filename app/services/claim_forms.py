"""Forms of claims: what is written comes to so much, and a trip to so many days that are paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property

from app.domain.expenses.expense import ExpenseKind, ExpenseLine
from app.domain.expenses.making import ClaimForm, LineForm, tidied
from app.domain.expenses.refused import NoTripRule
from app.domain.expenses.tariffs import ExpenseLaw, tariff_on
from app.domain.expenses.trips import WHOLE, DayPaid, days_paid
from app.domain.hours.measuring import moment_at
from app.domain.shared.ids import ExpenseClaimId
from app.domain.shared.money import Money, total
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import unit_price
from app.formats.hour_laws import hour_law
from app.outside.zones import zone_named
from app.services.claiming import Claiming
from app.services.country import Country
from app.services.office import Desk
from app.services.permissions import Permission, query

ABROAD = "abroad."
"""How the tariffs of days in another country begin."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a claim comes to as it is written; a line is None while it cannot be reckoned."""

    lines: tuple[ExpenseLine | None, ...]
    gross: Money
    vat: Money
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Trip:
    """A trip as it is written: when somebody left and came back, by the clock at home.

    ``place`` is the tariff of a country abroad, nothing for a trip at home. On ``free`` days meals
    were free.
    """

    left_on: date
    left_at: time
    back_on: date
    back_at: time
    place: str = ""
    free: int = 0
    text: str = ""


@query(Permission.EXPENSES_READ)
def reckon(desk: Desk, content: ClaimForm, claim_id: ExpenseClaimId | None = None) -> Reckoned:
    """Return what a claim comes to as it is written, and what is wrong with it."""
    claiming = Claiming(desk)
    lines = claiming.reckoned(tidied(content))
    known = [one for one in lines if one is not None]
    currency = Country(desk).company.currency
    return Reckoned(
        lines,
        total(tuple(one.gross for one in known), currency),
        total(tuple(one.vat for one in known), currency),
        claiming.problems(content, claim_id),
    )


@query(Permission.EXPENSES_READ)
def trip(desk: Desk, away: Trip) -> tuple[LineForm, ...]:
    """Return the lines of the days of a trip that are paid, as the country counts them.

    Raises NoTripRule, NoTariff, BackBeforeLeft, TripTooLong, NoSuchTime.
    """
    return tuple(Trips(desk).lines(away))


class Trips:
    """Counts trips as the country of the office does."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def _law(self) -> ExpenseLaw:
        return Claiming(self._desk).law

    def lines(self, away: Trip) -> Iterator[LineForm]:
        """Yield a line for the days that are paid alike."""
        for one in self._days(away):
            tariff = tariff_on(one.tariff, one.day, self._law.tariffs)
            yield LineForm(
                kind=ExpenseKind.PER_DIEM,
                day=one.day,
                text=away.text,
                quantity=one.days,
                tariff=one.tariff,
                price=None if one.share == WHOLE else _part(tariff.price, one.share),
            )

    def _days(self, away: Trip) -> tuple[DayPaid, ...]:
        """Return the days that are paid; abroad for too short a time counts as at home."""
        left = self._moment(away.left_on, away.left_at)
        back = self._moment(away.back_on, away.back_at)
        if away.place and self._law.abroad is not None:
            found = days_paid(left, back, self._law.abroad, away.place, away.free)
            if found:
                return found
        if self._law.home is None:
            raise NoTripRule(country=self._country)
        return days_paid(left, back, self._law.home, free=away.free)

    def _moment(self, day: date, at: time) -> datetime:
        """Return a moment by the clock at home."""
        zone = zone_named(hour_law(self._country).zone)
        return moment_at(day, at, zone).astimezone(zone)

    @cached_property
    def _country(self) -> str:
        return self._desk.store.company.get().country


def _part(price: Decimal, share: Decimal) -> Decimal:
    """Return the part of a price that is paid."""
    return unit_price((price * share).quantize(Decimal("0.01")))
