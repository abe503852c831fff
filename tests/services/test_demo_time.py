"""The sample company has weeks that were approved, one that waits, and some overtime."""

from __future__ import annotations

import pytest

from app.domain.hours.hours import WeekState
from app.domain.shared.paging import View
from app.services import time_weeks
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.databases import SAMPLE_DAY, Samples


@pytest.mark.parametrize("country", ["FI", "TH"])
def test_each_sample_has_weeks_to_look_at_and_to_approve(sample_of: Samples, country: str) -> None:
    office = Office(open_office(sample_of(country)), SAMPLE_DAY, Actor("owner"))
    try:
        rows = office.ask(time_weeks.first, View(), 50)
    finally:
        office.close()

    assert {WeekState.APPROVED, WeekState.SUBMITTED} <= {one.state for one in rows}
    assert any(one.overtime for one in rows)
    assert len({one.employee_id for one in rows}) >= 3


def test_where_nobody_works_no_hours_are_written(sample_of: Samples) -> None:
    office = Office(open_office(sample_of("DE")), SAMPLE_DAY, Actor("owner"))
    try:
        assert office.ask(time_weeks.first, View(), 50) == ()
    finally:
        office.close()
