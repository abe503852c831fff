"""The calendar says who is away, of health nothing but that, and when nobody works anyway."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.shared.refusals import Invalid
from app.services import absences, leave_requests
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from tests.services.leaving import a_request, an_employee, the_types

MONDAY, SUNDAY = date(2026, 4, 6), date(2026, 4, 12)
CLERK = Role("clerk", frozenset({Permission.LEAVE_READ}))


def test_everybody_has_a_row_with_the_days_away(office: Office) -> None:
    person, kinds = an_employee(office), the_types(office)
    an_employee(office, "2")
    tuesday = MONDAY + timedelta(days=1)
    for code, day in (("annual", tuesday), ("sick", SUNDAY - timedelta(days=2))):
        asked = office.do(
            leave_requests.write, a_request(person, kinds[code].id, day, day, "Flu")
        ).result
        office.do(leave_requests.submit, asked.id, 1)

    clerk = Office(office.database, office.clock, Actor("Pekka", CLERK))
    found = clerk.ask(absences.calendar, MONDAY, SUNDAY)

    first, second = found.rows
    assert [one.kind and one.kind.code for one in first.spans] == ["annual", None]
    assert [one.is_asked for one in first.spans] == [True, False]
    assert second.spans == ()
    assert first.rests == {MONDAY, SUNDAY, SUNDAY - timedelta(days=1)}
    assert found.away_on(SUNDAY - timedelta(days=2)) == 1
    assert found.away_on(tuesday) == 0


def test_who_has_left_before_is_not_in_it(office: Office) -> None:
    an_employee(office, ends_on=MONDAY - timedelta(days=1))

    assert office.ask(absences.calendar, MONDAY, SUNDAY).rows == ()


@pytest.mark.parametrize("last", [MONDAY - timedelta(days=1), date(2028, 1, 1)])
def test_a_calendar_has_an_end(office: Office, last: date) -> None:
    with pytest.raises(Invalid):
        office.ask(absences.calendar, MONDAY, last)
