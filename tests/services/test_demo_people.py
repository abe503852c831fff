"""The sample company has people: one coming, one who left, a term and papers that end soon."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import contracts, employees, pins, welcome
from app.services.permissions import Actor
from tests.databases import Samples

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(("country", "working"), [("FI", 5), ("TH", 5)])
def test_each_sample_has_people_with_contracts(
    sample_of: Samples, country: str, working: int
) -> None:
    office = welcome.open_office(sample_of(country), FixedClock(TODAY), Actor("Anna"))

    found = office.ask(employees.first, View(only=("employed",)), 20)
    held = [office.ask(contracts.of, row.id) for row in found]
    ends = [one.ends_on for some in held for one in some if one.ends_on is not None]

    assert len(found) == working
    assert all(len(some) == 1 for some in held)
    assert all(TODAY <= day <= TODAY + timedelta(30) for day in ends) and ends
    office.close()


def test_the_finnish_sample_has_one_who_comes_and_one_who_left(sample_of: Samples) -> None:
    office = welcome.open_office(sample_of("FI"), FixedClock(TODAY), Actor("Anna"))

    assert office.ask(employees.counts) == {"": 6, "employed": 5, "coming": 1, "left": 1}
    office.close()


@pytest.mark.parametrize(("country", "name"), [("FI", "Sanna Koskela"), ("TH", "")])
def test_somebody_comes_into_self_service_with_a_pin(
    sample_of: Samples, country: str, name: str
) -> None:
    office = welcome.open_office(sample_of(country), FixedClock(TODAY), Actor("Anna"))

    people = office.ask(pins.people)

    assert len(people) == 1
    assert not name or list(people.values()) == [name]
    office.close()
