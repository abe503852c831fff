"""The sample company has leaves granted and asked for, and days on which nobody is to be away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.outside.clock import FixedClock
from app.services import absences, leave_requests, leave_types, welcome
from app.services.permissions import Actor
from tests.databases import Samples

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize("country", ["FI", "TH"])
def test_each_sample_has_leaves_to_look_at_and_to_decide(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), FixedClock(TODAY), Actor("Anna"))

    away = office.ask(absences.calendar, TODAY, TODAY + timedelta(60))
    waiting = office.ask(leave_requests.to_decide)
    blocks = office.ask(leave_types.blocks)
    office.close()

    assert any(not span.is_asked for row in away.rows for span in row.spans)
    assert waiting
    assert len(blocks) == 1
