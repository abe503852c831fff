"""Types of leave: those of the country to begin with, and what the office made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.leave.earning import year_of
from app.domain.leave.kinds import problems
from app.domain.leave.law import LeaveLaw
from app.domain.leave.leave import Accrual, LeaveBlock, LeaveType
from app.domain.leave.spans import MONTHS, ONE, months_after
from app.domain.payroll.standing import figures_named
from app.domain.shared.ids import LeaveBlockId, LeaveTypeId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.formats.leave_laws import law
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.services.permissions import Permission, command, query

BLOCK_WITHOUT_NAME = Rule("leave.block-without-name")
BLOCK_BACKWARDS = Rule("leave.block-backwards")
COMPONENT_UNKNOWN = Rule("leave.component-unknown", "component")
FEWEST_AWAY = Rule("leave.block-below-nothing")


@query(Permission.LEAVE_READ)
def all_types(desk: Desk) -> tuple[LeaveType, ...]:
    """Return every type in the order of the country and then of the office; closed ones too."""
    return desk.store.leave_types.all()


@query(Permission.LEAVE_READ)
def country_law(desk: Desk) -> LeaveLaw:
    """Return what the country of the office says of leave, with its source."""
    return law(desk.store.company.get().country)


@command(Permission.LEAVE_APPROVE)
def adopt(desk: Desk) -> tuple[LeaveType, ...]:
    """Add the types of the country that the office has not, kept from this year of leave on."""
    known = {one.code for one in desk.store.leave_types.all()}
    found = law(desk.store.company.get().country).types
    added = tuple(_begun(one, desk.today) for one in found if one.code not in known)
    for one in added:
        desk.store.leave_types.add(one)
    return added


@command(Permission.LEAVE_APPROVE)
def write(desk: Desk, new: LeaveType) -> LeaveType:
    """Add a type of the office's own, under its id; raises Invalid, Conflict."""
    kept = replace(_tidied(new), version=1)
    require_right(check(desk, kept))
    desk.store.leave_types.add(kept)
    return kept


@command(Permission.LEAVE_APPROVE)
def change(desk: Desk, changed: LeaveType) -> LeaveType:
    """Change a type or close it; what was earned in the last two years follows. Raises Invalid.

    ``changed.version`` is the one read; raises Conflict.
    """
    before = desk.store.leave_types.current(changed.id, changed.version)
    after = replace(_tidied(changed), version=before.version + 1)
    require_right(check(desk, after))
    desk.store.leave_types.save(before, after)
    return after


@query(Permission.LEAVE_READ)
def check(desk: Desk, one: LeaveType) -> tuple[Problem, ...]:
    """Return what is wrong with a type as a form has it."""
    others = [other for other in desk.store.leave_types.all() if other.id != one.id]
    return (*problems(_tidied(one), others), *_of_component(desk, one))


@query(Permission.LEAVE_READ)
def blocks(desk: Desk) -> tuple[LeaveBlock, ...]:
    """Return the block lists, by their first day."""
    return tuple(sorted(desk.store.leave_blocks.all(), key=lambda one: (one.first_on, one.id)))


@command(Permission.LEAVE_APPROVE)
def block(desk: Desk, new: LeaveBlock) -> LeaveBlock:
    """Add a block list, under its id; raises Invalid, NotFound, Conflict."""
    kept = replace(new, version=1, name=one_line(new.name))
    _require_block(desk, kept)
    desk.store.leave_blocks.add(kept)
    return kept


@command(Permission.LEAVE_APPROVE)
def change_block(desk: Desk, changed: LeaveBlock) -> LeaveBlock:
    """Change a block list; ``changed.version`` is the one read; raises Invalid, Conflict."""
    before = desk.store.leave_blocks.current(changed.id, changed.version)
    after = replace(changed, version=before.version + 1, name=one_line(changed.name))
    _require_block(desk, after)
    desk.store.leave_blocks.save(before, after)
    return after


@command(Permission.LEAVE_APPROVE)
def unblock(desk: Desk, block_id: LeaveBlockId, version: int) -> None:
    """Remove a block list; raises NotFound, Conflict."""
    desk.store.leave_blocks.drop(block_id, version)


def _of_component(desk: Desk, one: LeaveType) -> tuple[Problem, ...]:
    """Return whether the component that is to pay for the days is one that takes an amount."""
    if not one.component:
        return ()
    found = {each.code: each for each in PayRules(desk).on(desk.today)}
    named = figures_named(found[one.component]) if one.component in found else frozenset()
    if "amount" in named:
        return ()
    return (COMPONENT_UNKNOWN.at("component", component=one.component),)


def _require_block(desk: Desk, one: LeaveBlock) -> None:
    wrong: list[Problem] = []
    if not one.name:
        wrong.append(BLOCK_WITHOUT_NAME.at("name"))
    if one.last_on < one.first_on:
        wrong.append(BLOCK_BACKWARDS.at("last_on"))
    if one.most_away < 0:
        wrong.append(FEWEST_AWAY.at("most_away"))
    require_right(tuple(wrong))
    if one.department_id is not None:
        desk.store.departments.get(one.department_id)


def _begun(one: LeaveType, today: date) -> LeaveType:
    """Return a type that is kept from this year of leave on: of everybody's own from the last."""
    since = year_of(one, date(today.year, 1, 1), today).first
    if one.accrual is Accrual.BY_SERVICE:
        since = months_after(today, -MONTHS) + ONE
    return replace(one, id=LeaveTypeId(new_id()), since=since)


def _tidied(one: LeaveType) -> LeaveType:
    names = {language: one_line(name) for language, name in one.names.items() if one_line(name)}
    allowances = tuple(sorted(one.allowances, key=lambda some: some.years))
    return replace(one, code=one_line(one.code), names=names, allowances=allowances)
