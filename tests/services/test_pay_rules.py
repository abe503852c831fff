"""The rules of pay as the window lists them: the country's, the office's own, and their use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll.rate_lines import RateState
from app.domain.shared.refusals import NotFound
from app.services import pay_components, pay_rules
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, give, pay_desk
from tests.payrolls import a_component, a_rate, eur

JANUARY = date(2026, 1, 1)


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


@on_sqlite
def test_an_own_component_lets_that_of_the_country_rest(desk: PayDesk) -> None:
    given = {one.component.code: one for one in desk.office.ask(pay_rules.components)}
    assert given["salary"].id < 0
    own = a_component("salary", "pay * 2", valid_from=JANUARY, rank=10)
    added = desk.office.do(pay_components.add, own).result

    both = [one for one in desk.office.ask(pay_rules.components) if one.component.code == "salary"]

    assert [(one.id, one.is_own, one.is_resting) for one in both] == [
        (given["salary"].id, False, True),
        (added.id, True, False),
    ]
    assert desk.office.ask(pay_rules.component, added.id).id == added.id
    with pytest.raises(NotFound):
        desk.office.ask(pay_rules.component, 1)


@on_sqlite
def test_a_component_says_where_it_is_used(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    give(desk, person.id, "bonus", amount=eur("500"))
    bonus = next(
        one for one in desk.office.ask(pay_rules.components) if one.component.code == "bonus"
    )

    use = desk.office.ask(pay_rules.use, bonus.id)
    walled = as_role(desk.office, CLERK).ask(pay_rules.use, bonus.id)

    assert "withholding" in {one.code for one in use.standing.counted}
    assert (use.people, walled.people) == (1, None)


@on_sqlite
def test_a_sheet_names_who_works_here(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))

    sheet = desk.office.ask(pay_rules.sheet)

    assert sheet.people == {person.id: "Aino Salonen"}
    assert (sheet.country, sheet.currency) == ("FI", "EUR")


@on_sqlite
def test_a_rate_that_was_compared_is_the_office_s_own(desk: PayDesk) -> None:
    line = next(
        one
        for one in desk.office.ask(pay_rules.rates)
        if one.state is RateState.UNCHECKED and one.table is not None
    )
    assert line.table is not None
    readers = desk.office.ask(pay_rules.readers, line.code)
    assert readers

    desk.office.do(pay_components.set_rate, replace(line.table, checked_on=date(2026, 4, 30)))

    own = [one for one in desk.office.ask(pay_rules.rates) if one.code == line.code and one.table]
    assert [one.state for one in own if one.table and not one.table.country] == [RateState.CHECKED]
    desk.office.do(pay_components.set_rate, a_rate("own.rate", "5", date(2025, 1, 1)))
    assert "own.rate" in {one.code for one in desk.office.ask(pay_rules.rates)}
