"""A clock that jumps burns no number and breaks no order: the day of an invoice is asked about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.shared.numbering import EarlierThanLast
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.audit import CLOCK_WENT_BACK
from app.storage.database import Database
from tests.builders import TODAY
from tests.timing import HELSINKI
from tests.trade import a_content, at, drafted, issued, opened_books

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class HelsinkiClock:
    """A clock on a wall in Helsinki."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(HELSINKI).date()


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def warnings(office: Office) -> list[str]:
    return [one.code for one in office.ask(invoices.check, a_content()) if one.is_warning]


def test_a_day_before_the_last_number_is_refused_and_burns_none(office: Office) -> None:
    first = issued(office)
    earlier = at(office, TODAY - timedelta(days=1))
    draft = drafted(earlier)

    with pytest.raises(EarlierThanLast):
        earlier.do(invoices.issue, draft.id)
    second = issued(office)

    assert (first.number, second.number) == ("20260001", "20260002")


@pytest.mark.parametrize("back", [timedelta(days=1), YEAR], ids=["a day", "a year"])
def test_a_day_before_the_last_number_is_asked_about(office: Office, back: timedelta) -> None:
    issued(office)

    assert "invoices.date-before-last" in warnings(at(office, TODAY - back))
    assert "invoices.date-before-last" not in warnings(office)


def test_the_record_of_changes_says_that_the_clock_went_back(office: Office) -> None:
    issued(office)
    done = at(office, TODAY - YEAR).do(invoices.draft, a_content())

    with office.database.read() as unit:
        commands = [deed.command for deed in unit.audit.asked((CLOCK_WENT_BACK, "invoices.draft"))]
        assert list(unit.audit.broken()) == []
    assert "clock" in done.changed
    assert commands[-2:] == [CLOCK_WENT_BACK, "invoices.draft"]


@pytest.mark.parametrize("month", [3, 10], ids=["spring", "autumn"])
def test_an_hour_that_is_missing_or_comes_twice_is_no_jump(office: Office, month: int) -> None:
    sunday = {3: 29, 10: 25}[month]
    turn = datetime(2026, month, sunday, 1, tzinfo=UTC)
    for minutes in (-1, 1):
        office.clock = HelsinkiClock(turn + timedelta(minutes=minutes))
        office.do(invoices.draft, a_content())

    with office.database.read() as unit:
        assert list(unit.audit.asked((CLOCK_WENT_BACK,))) == []
        assert list(unit.audit.broken()) == []


def test_a_day_after_tomorrow_is_refused(office: Office) -> None:
    tomorrow, later = (replace(a_content(), issued_on=TODAY + timedelta(days=n)) for n in (1, 2))

    assert "invoices.date-in-future" not in [
        one.code for one in office.ask(invoices.check, tomorrow)
    ]
    draft = drafted(office, later)
    with pytest.raises(Invalid):
        office.do(invoices.issue, draft.id)


def test_a_clock_ten_years_on_is_asked_about(office: Office) -> None:
    before = warnings(office)
    issued(office)

    ten_years_on = warnings(at(office, TODAY.replace(year=TODAY.year + 10)))

    assert "invoices.date-far-on" not in [*before, *warnings(office)]
    assert "invoices.date-far-on" in ten_years_on
