"""The rules of pay as the window lists and opens them: components, where they are used, rates."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.payroll.component import PayComponent, RateTable
from app.domain.payroll.rate_lines import RateLine, rate_lines
from app.domain.payroll.reckoning import is_valid
from app.domain.payroll.using import Standing, reading, standing_on
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import NotFound
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.services.pay_names import Names
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class ListedComponent:
    """A component in the list; ``id`` is below nought for one of the country.

    One of the country rests where the office has one of its own of the same code today.
    """

    id: int
    component: PayComponent
    is_own: bool
    is_resting: bool


@dataclass(frozen=True, slots=True)
class ComponentUse:
    """Who stands on a component, and how many people have items of it; None before the wall."""

    standing: Standing
    people: int | None


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """What a form of a component or a rate needs to check what is typed, and to try it."""

    components: tuple[PayComponent, ...]
    rates: tuple[RateTable, ...]
    people: Mapping[EmployeeId, str]
    country: str
    currency: str


@query(Permission.PAYROLL_READ)
def components(desk: Desk) -> tuple[ListedComponent, ...]:
    """Return the components of the country and all of the office's own, in a payslip's order."""
    rules = PayRules(desk)
    own = desk.store.pay_components.all()
    taken = {one.code for one in own if is_valid(one, desk.today)}
    given = [one for one in rules.country.components if is_valid(one, desk.today)]
    found = [ListedComponent(_number(one), one, False, one.code in taken) for one in given]  # noqa: FBT003  fields in their order
    found += (ListedComponent(one.id, one, True, False) for one in own)  # noqa: FBT003  as above
    return tuple(sorted(found, key=lambda one: (one.component.rank, one.component.code, one.id)))


@query(Permission.PAYROLL_READ)
def component(desk: Desk, listed_id: int) -> PayComponent:
    """Return a component by its id in the list; raises NotFound."""
    found = next((one for one in components(desk) if one.id == listed_id), None)
    if found is None:
        raise NotFound(record="pay component", id=listed_id)
    return found.component


@query(Permission.PAYROLL_READ)
def use(desk: Desk, listed_id: int) -> ComponentUse:
    """Return where a component is used; raises NotFound."""
    one = component(desk, listed_id)
    standing = standing_on(one, PayRules(desk).on(desk.today))
    people = None
    heads = [head.id for head in desk.store.employees.all()]
    if all(desk.store.wall.may_read(head) for head in heads):
        items = desk.store.pay_items.of_all(heads)
        having = (any(item.component == one.code for item in held) for held in items.values())
        people = sum(having)
    return ComponentUse(standing, people)


@query(Permission.PAYROLL_READ)
def sheet(desk: Desk) -> RuleSheet:
    """Return what a form of a rule needs; people are those who work here."""
    rules = PayRules(desk)
    return RuleSheet(
        rules.on(desk.today),
        rules.rates.tables,
        _people(desk, desk.today),
        rules.company.country,
        rules.company.currency,
    )


@query(Permission.PAYROLL_READ)
def rates(desk: Desk) -> tuple[RateLine, ...]:
    """Return every rate with how it stands, and the days on which there is none."""
    return rate_lines(PayRules(desk).rates.tables, desk.today)


@query(Permission.PAYROLL_READ)
def readers(desk: Desk, code: str) -> tuple[PayComponent, ...]:
    """Return the components of today that read a rate."""
    return reading(code, PayRules(desk).on(desk.today))


def _number(one: PayComponent) -> int:
    """Return the id of a component of the country: the same at every opening."""
    return -zlib.crc32(f"{one.code}|{one.valid_from}".encode())


def _people(desk: Desk, day: date) -> dict[EmployeeId, str]:
    heads = desk.store.employees.all()
    working = [one.id for one in heads if one.ends_on is None or day <= one.ends_on]
    names = Names(desk, working, day)
    return {one: names.of(one)[1] or names.of(one)[0] for one in working}
