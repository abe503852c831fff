"""Types of leave begin with those of the country; what is wrong with one is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.leave.leave import Accrual, Allowance, CarryOver, LeaveBlock, LeaveType
from app.domain.shared.ids import DepartmentId, LeaveBlockId, LeaveTypeId, new_id
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import leave_types
from app.services.office import Office
from tests.databases import on_sqlite
from tests.leaving import a_type
from tests.services.leaving import the_types

DAY = date(2026, 8, 3)


def test_the_types_of_the_country_are_taken_up_once(office: Office) -> None:
    first = office.do(leave_types.adopt).result

    assert [one.code for one in first][:2] == ["annual", "sick"]
    assert first[0].since == date(2025, 4, 1)
    assert office.do(leave_types.adopt).result == ()
    assert office.ask(leave_types.country_law).source_of("annual").startswith("162/2005")


def test_a_type_is_changed_as_it_was_read(office: Office) -> None:
    kind = the_types(office)["annual"]

    changed = office.do(leave_types.change, replace(kind, is_closed=True)).result

    assert (changed.version, changed.is_closed) == (2, True)
    with pytest.raises(Conflict):
        office.do(leave_types.change, kind)


def own() -> LeaveType:
    return replace(a_type(), id=LeaveTypeId(new_id()), code="own")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(own(), code=" "), "leave.type-without-code"),
        (replace(own(), code="ANNUAL"), "leave.code-taken"),
        (replace(own(), names={"en": " "}), "leave.type-without-name"),
        (replace(own(), allowances=()), "leave.type-without-days"),
        (replace(own(), allowances=(Allowance(0, Decimal(400)),)), "leave.wrong-days"),
        (replace(own(), allowances=(Allowance(0, Decimal("NaN")),)), "leave.wrong-days"),
        (
            replace(own(), allowances=(Allowance(1, Decimal(4)), Allowance(1, Decimal(5)))),
            "leave.years-twice",
        ),
        (replace(own(), year_begins=13), "leave.wrong-month"),
        (replace(own(), carry_over=CarryOver(Decimal(-1))), "leave.wrong-carry"),
        (replace(own(), carry_over=CarryOver(None, 99)), "leave.wrong-carry"),
        (replace(own(), is_health=True), "leave.health-earns"),
    ],
)
def test_what_is_wrong_with_a_type_is_told(office: Office, wrong: LeaveType, code: str) -> None:
    the_types(office)

    assert [one.code for one in office.ask(leave_types.check, wrong)] == [code]
    with pytest.raises(Invalid):
        office.do(leave_types.write, wrong)


def test_a_type_of_the_office_is_kept_under_its_id(office: Office) -> None:
    kept = office.do(leave_types.write, replace(own(), accrual=Accrual.MONTHLY)).result

    assert office.ask(leave_types.all_types) == (kept,)
    with pytest.raises(Conflict):
        office.do(leave_types.write, replace(kept, code="other"))


def test_block_lists_are_kept_changed_and_removed(office: Office) -> None:
    block = LeaveBlock(LeaveBlockId(new_id()), 1, " Stock  taking ", DAY, DAY)

    kept = office.do(leave_types.block, block).result
    moved = office.do(leave_types.change_block, replace(kept, most_away=2)).result

    assert office.ask(leave_types.blocks) == (moved,)
    assert moved.name == "Stock taking"
    office.do(leave_types.unblock, moved.id, moved.version)
    assert office.ask(leave_types.blocks) == ()


def test_a_block_list_that_cannot_be_is_refused(office: Office) -> None:
    block = LeaveBlock(LeaveBlockId(new_id()), 1, "", DAY, date(2026, 8, 2), most_away=-1)

    with pytest.raises(Invalid) as refused:
        office.do(leave_types.block, block)

    assert len(refused.value.problems) == 3
    unknown = replace(block, name="Fair", last_on=DAY, most_away=0, department_id=DepartmentId(9))
    with pytest.raises(NotFound):
        office.do(leave_types.block, unknown)


@on_sqlite
def test_days_are_paid_by_a_component_that_takes_an_amount(office: Office) -> None:
    the_types(office)
    kind = office.do(leave_types.write, own()).result

    with pytest.raises(Invalid) as refused:
        office.do(leave_types.change, replace(kind, component="salary"))
    after = office.do(leave_types.change, replace(kind, component="bonus")).result

    assert [one.code for one in refused.value.problems] == ["leave.component-unknown"]
    assert after.component == "bonus"
