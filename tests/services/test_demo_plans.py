"""Every sample company bills something that comes back."""

from __future__ import annotations

import pytest

from app.domain.shared.paging import View
from app.services import plans, recurring, welcome
from tests.databases import Samples
from tests.services.test_demo import ANNA, CLOCK


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_company_has_plans_of_which_one_is_due(
    sample_of: Samples, country: str
) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, ANNA)

    rows = office.ask(plans.first, View(), 10)
    planned = office.ask(recurring.preview)

    assert rows[0].due_on is not None
    assert rows[0].due_on <= CLOCK.today()
    assert planned
    assert not any(one.is_skipped for one in planned)
    office.close()
