"""A morning on which goods are counted while they move, and who counts them when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.domain.shared.ids import CountLineId, LocationId
from app.domain.stock.count import Count, Scope
from app.services import counts, locations
from app.services.counts import Reason
from app.services.office import Office
from app.services.permissions import Actor
from tests.stocking import qty

NINE = datetime(2026, 3, 10, 9, tzinfo=UTC)
HALF_PAST_NINE = NINE + timedelta(minutes=30)
TEN = NINE + timedelta(hours=1)
ELEVEN = NINE + timedelta(hours=2)


ALL = Scope()
BLIND = Scope(is_blind=True)


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock that stands at one moment."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()


def at(office: Office, moment: datetime, who: str = "Aino") -> Office:
    """Return the same office at a moment, with somebody at the desk."""
    return Office(office.database, Moment(moment), Actor(who))


def home(office: Office) -> LocationId:
    """Return the first warehouse."""
    found = office.ask(locations.home_if_any)
    assert found is not None
    return found.id


def begun(office: Office, scope: Scope = ALL) -> Count:
    """Return a count that is under way since nine o'clock."""
    now = at(office, NINE)
    planned = now.do(counts.plan, home(office), scope).result
    now.do(counts.start, planned.id)
    return now.ask(counts.get, planned.id).count


def line_of(office: Office, count: Count, place: int = 0) -> CountLineId:
    """Return a line of a count by its place on the sheet."""
    return office.ask(counts.get, count.id).lines[place].line.id


def reviewed(office: Office, count: Count) -> Count:
    """Return the count whose differences are looked at."""
    return office.do(counts.review, count.id).result


def explained(office: Office, count: Count, reason: str = "Broken") -> Count:
    """Return the count of which each difference has its reason."""
    lines = office.ask(counts.get, count.id).lines
    told = tuple(Reason(one.line.id, reason) for one in lines if one.line.difference)
    return office.do(counts.explain, count.id, count.version, told).result


def ready(office: Office, counted: str) -> Count:
    """Return a count of one line that may be posted."""
    count = begun(office)
    now = at(office, HALF_PAST_NINE)
    now.do(counts.enter, count.id, line_of(now, count), qty(counted))
    told = explained(now, reviewed(now, count))
    return at(office, TEN, "Maija").do(counts.approve, count.id, told.version).result
