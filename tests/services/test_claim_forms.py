from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from app.domain.expenses.making import ClaimForm, LineForm
from app.domain.expenses.policy import ExpenseLimit
from app.domain.expenses.refused import BackBeforeLeft
from app.domain.shared.ids import EmployeeId, ExpenseRuleId
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import claim_forms, expense_limits
from app.services.claim_forms import Trip
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.claiming import DAY, a_drive, a_meal, the_journey
from tests.timing import hire
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


@pytest.fixture
def aino(office: Office) -> EmployeeId:
    return hire(office.database, user="Aino")


def test_what_is_written_comes_to_so_much_line_by_line(office: Office, aino: EmployeeId) -> None:
    form = the_journey(office, aino)
    unfinished = replace(form, lines=(*form.lines, LineForm(text="Taxi")))

    found = office.ask(claim_forms.reckon, unfinished)

    assert [line.gross.minor if line else None for line in found.lines] == [11660, 2340, 1200, None]
    assert (found.gross.minor, found.vat.minor) == (15200, 522)
    assert {one.field.rpartition(".")[0] for one in found.problems if not one.is_warning} == {
        "lines.3"
    }


def test_a_limit_is_told_while_it_is_written(office: Office, aino: EmployeeId) -> None:
    limit = ExpenseLimit(
        ExpenseRuleId(0), 1, "Lunch", DAY, Money(2000, "EUR"), account_id=a_meal(office).account_id
    )
    office.do(expense_limits.write, limit)

    found = office.ask(claim_forms.reckon, ClaimForm(aino, "Visit", (a_drive(), a_meal(office))))

    line = found.lines[1]
    assert line is not None
    assert line.over_limit == "Lunch"
    assert "lines.1.reason" in {one.field for one in found.problems}


def test_a_trip_of_two_nights_becomes_its_lines(office: Office) -> None:
    away = Trip(date(2026, 3, 2), time(7), date(2026, 3, 4), time(10, 30), text="Oulu")

    full, part = office.ask(claim_forms.trip, away)

    assert (full.tariff, full.quantity, full.price) == ("full", Decimal(2), None)
    assert (part.tariff, part.quantity, part.day) == ("part", Decimal(1), date(2026, 3, 4))
    assert part.text == "Oulu"


def test_a_day_with_free_meals_is_paid_by_half_and_abroad_by_its_country(office: Office) -> None:
    days = (date(2026, 3, 2), time(7), date(2026, 3, 3), time(10))
    abroad = office.ask(claim_forms.trip, Trip(*days, place="abroad.SE"))
    fed = office.ask(claim_forms.trip, Trip(*days, free=1))

    assert [(one.tariff, one.price) for one in abroad] == [
        ("abroad.SE", None),
        ("abroad.SE", Decimal(35)),
    ]
    assert [(one.tariff, one.price) for one in fed] == [("full", Decimal(27)), ("part", None)]


def test_a_short_trip_abroad_counts_as_one_at_home(office: Office) -> None:
    day = date(2026, 3, 2)

    (only,) = office.ask(claim_forms.trip, Trip(day, time(7), day, time(14), place="abroad.SE"))

    assert only.tariff == "part"


def test_a_trip_that_ends_before_it_begins_is_refused(office: Office) -> None:
    day = date(2026, 3, 2)

    with pytest.raises(BackBeforeLeft):
        office.ask(claim_forms.trip, Trip(day, time(9), day, time(8)))
