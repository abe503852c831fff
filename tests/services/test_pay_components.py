"""Components and rates of an office: its own take the place of the country's, from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll.component import ComponentKind
from app.domain.shared.ids import ComponentId
from app.domain.shared.refusals import Conflict, Invalid
from app.services import drafts, pay_components
from app.storage.database import Database
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import a_component, a_rate, amounts, bands, eur

JANUARY = date(2026, 1, 1)
FEE = a_component("canteen", "12.50", kind=ComponentKind.DEDUCTION, valid_from=JANUARY, rank=60)


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def test_an_office_adds_a_component_of_its_own(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    added = desk.office.do(pay_components.add, FEE).result

    (slip,) = desk.slips(desk.run())

    assert amounts(slip)["canteen"] == "12.50"
    assert added.id != ComponentId(0)


def test_its_own_takes_the_place_of_the_country_s_until_it_ends(desk: PayDesk) -> None:
    own = a_component("salary", "pay * 2", valid_from=JANUARY)
    added = desk.office.do(pay_components.add, own).result
    desk.office.do(pay_components.end, added.id, 1, date(2026, 3, 31))

    march, april = (
        next(one for one in desk.office.ask(pay_components.components, day) if one.code == "salary")
        for day in (date(2026, 3, 31), date(2026, 4, 1))
    )

    assert (march.formula, april.formula) == ("pay * 2", "round_half_up(pay, 2)")
    with pytest.raises(Conflict):
        desk.office.do(pay_components.end, added.id, 1, date(2026, 3, 31))
    with pytest.raises(Invalid):
        desk.office.do(pay_components.end, added.id, 2, date(2025, 3, 31))


def test_a_newer_one_ends_the_older_the_day_before(desk: PayDesk) -> None:
    desk.office.do(pay_components.add, FEE)
    desk.office.do(pay_components.add, replace(FEE, formula="15", valid_from=date(2026, 4, 1)))

    days = (date(2026, 3, 31), date(2026, 4, 1))
    found = [
        one.formula
        for day in days
        for one in desk.office.ask(pay_components.components, day)
        if one.code == "canteen"
    ]

    assert found == ["12.50", "15"]


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("canteen + 1", "payroll.circle"),
        ("pay / 0 +", "payroll.formula-wrong"),
        ("wages", "payroll.formula-wrong"),
    ],
)
def test_a_wrong_formula_is_refused_and_nothing_is_kept(
    desk: PayDesk, formula: str, code: str
) -> None:
    wrong = replace(FEE, formula=formula)
    (problem,) = desk.office.ask(pay_components.check, wrong)

    with pytest.raises(Invalid):
        desk.office.do(pay_components.add, wrong)

    assert problem.code == code
    codes = [one.code for one in desk.office.ask(pay_components.components)]
    assert "canteen" not in codes


def test_a_formula_is_checked_while_it_is_written(desk: PayDesk) -> None:
    assert desk.office.ask(pay_components.formula_problems, "salary * 2") == ()
    (problem,) = desk.office.ask(pay_components.formula_problems, "salary * ")
    assert problem.facts["why"] == "unfinished"


def test_a_rate_of_the_office_holds_from_its_day_and_can_be_written_again(desk: PayDesk) -> None:
    whole = a_rate("fi.pension-whole", "25.28", JANUARY)
    desk.office.do(pay_components.set_rate, whole)
    desk.office.do(pay_components.set_rate, replace(whole, value=eur("24").amount))

    own = [one for one in desk.office.ask(pay_components.rates) if not one.country]

    assert [(one.code, str(one.value)) for one in own] == [("fi.pension-whole", "24")]
    with pytest.raises(Invalid):
        desk.office.do(pay_components.set_rate, replace(whole, source=""))


def test_a_scale_of_the_office_is_kept_band_by_band(desk: PayDesk) -> None:
    scale = a_rate("fi.own", "", JANUARY, bands=bands(("0", "1.5"), ("1000.50", "2")))

    desk.office.do(pay_components.set_rate, scale)

    (kept,) = [one for one in desk.office.ask(pay_components.rates) if one.code == "fi.own"]
    assert kept.bands == scale.bands


def test_one_of_the_same_first_day_is_replaced_and_a_later_one_takes_over(desk: PayDesk) -> None:
    first = desk.office.do(pay_components.add, FEE).result
    later = replace(FEE, formula="15", valid_from=date(2026, 6, 1))
    desk.office.do(pay_components.add, later)

    again = desk.office.do(pay_components.add, replace(FEE, formula="13")).result
    between = desk.office.do(
        pay_components.add, replace(FEE, formula="14", valid_from=date(2026, 4, 1))
    ).result

    assert (again.id, again.version, again.valid_until) == (first.id, 3, date(2026, 5, 31))
    assert between.valid_until == date(2026, 5, 31)
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 1))
    found = [
        one.formula
        for day in days
        for one in desk.office.ask(pay_components.components, day)
        if one.code == "canteen"
    ]
    assert found == ["13", "14", "15"]


def test_what_a_form_held_is_forgotten_in_the_transaction_that_saves_it(desk: PayDesk) -> None:
    for form, entity in (("pay-component", 7), ("pay-component", 8), ("pay-rate", 7)):
        desk.office.do(drafts.keep, form, entity, 0, "half")

    with pytest.raises(Invalid):
        desk.office.do(pay_components.add, replace(FEE, formula="("), 7)
    before = {(one.form, one.entity) for one in desk.office.ask(drafts.all_kept)}
    desk.office.do(pay_components.add, FEE, 7)
    desk.office.do(pay_components.set_rate, a_rate("own", "1"), 7)

    left = [(one.form, one.entity) for one in desk.office.ask(drafts.all_kept)]
    assert len(before) == 3
    assert left == [("pay-component", 8)]
