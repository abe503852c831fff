"""Roles: what comes with the program, what the office made itself, and their union."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.admin.users import OWNER_ROLE, OwnRole, User, role_problems
from app.domain.shared.ids import RoleId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem
from app.services.issuing import require_right
from app.services.office import Desk, Errand
from app.services.permissions import Actor, Permission, Role, errand, query
from app.services.user_keys import Grants, UserKeys
from app.storage.slots import Grant

P = Permission

EVERYBODY = frozenset({P.COMPANY_READ, P.SELF_OPEN})
"""What everybody who works here may: see whose the office is, and let people in with a PIN."""

BUILT_IN: tuple[Role, ...] = (
    Role(OWNER_ROLE, frozenset(P)),
    Role(
        "accounting",
        EVERYBODY
        | {
            *(P.CONTACTS_READ, P.CONTACTS_CHANGE, P.PRODUCTS_READ, P.PRODUCTS_CHANGE),
            *(P.INVOICES_READ, P.INVOICES_DRAFT, P.INVOICES_ISSUE),
            *(P.PAYMENTS_READ, P.PAYMENTS_RECORD, P.REMINDERS_READ, P.REMINDERS_ISSUE),
            *(P.ACCOUNTING_READ, P.ACCOUNTING_POST, P.ORDERS_READ, P.STOCK_READ),
            *(P.EXPENSES_READ, P.EXPENSES_APPROVE, P.EXPENSES_PAY, P.AUDIT_READ),
            *(P.ARCHIVE_READ, P.ARCHIVE_FILE, P.LETTERS_READ, P.MAIL_READ, P.MAIL_SEND),
            *(P.OFFICE_EXPORT, P.OFFICE_IMPORT),
        },
    ),
    Role(
        "sales",
        EVERYBODY
        | {
            *(P.CONTACTS_READ, P.CONTACTS_CHANGE, P.PRODUCTS_READ, P.PRODUCTS_CHANGE),
            *(P.INVOICES_READ, P.INVOICES_DRAFT, P.INVOICES_ISSUE, P.PAYMENTS_READ),
            *(P.REMINDERS_READ, P.ORDERS_READ, P.ORDERS_CHANGE, P.STOCK_READ),
            *(P.ARCHIVE_READ, P.ARCHIVE_FILE, P.MAIL_READ, P.MAIL_SEND),
            *(P.LETTERS_READ, P.LETTERS_DRAFT),
        },
    ),
    Role(
        "personnel",
        EVERYBODY
        | {
            *(P.EMPLOYEES_READ, P.EMPLOYEES_CHANGE, P.EMPLOYEES_PRIVATE, P.SELF_OPEN),
            *(P.LEAVE_READ, P.LEAVE_REQUEST, P.LEAVE_APPROVE),
            *(P.HOURS_READ, P.HOURS_ENTER, P.HOURS_APPROVE),
            *(P.EXPENSES_READ, P.EXPENSES_CLAIM, P.EXPENSES_APPROVE),
            *(P.PAYROLL_READ, P.PAYROLL_CALCULATE, P.PAYROLL_APPROVE, P.PAYROLL_PAY),
            *(P.CONTACTS_READ, P.ARCHIVE_READ, P.ARCHIVE_FILE, P.ARCHIVE_PERSONAL),
            *(P.LETTERS_READ, P.LETTERS_DRAFT, P.MAIL_READ, P.MAIL_SEND, P.PRIVACY_EXPORT),
        },
    ),
    Role(
        "correspondence",
        EVERYBODY
        | {
            *(P.CONTACTS_READ, P.CONTACTS_CHANGE),
            *(P.LETTERS_READ, P.LETTERS_REGISTER, P.LETTERS_DRAFT),
            *(P.LETTERS_ISSUE, P.LETTERS_ARRANGE),
            *(P.MAIL_READ, P.MAIL_SEND, P.MAIL_ARRANGE),
            *(P.ARCHIVE_READ, P.ARCHIVE_FILE, P.ARCHIVE_ARRANGE),
        },
    ),
    Role(
        "warehouse",
        EVERYBODY
        | {
            *(P.CONTACTS_READ, P.PRODUCTS_READ, P.ORDERS_READ),
            *(P.STOCK_READ, P.STOCK_MOVE, P.STOCK_ARRANGE),
        },
    ),
    Role(
        "auditor",
        frozenset(
            {
                *(P.COMPANY_READ, P.CONTACTS_READ, P.PRODUCTS_READ, P.INVOICES_READ),
                *(P.PAYMENTS_READ, P.REMINDERS_READ, P.ACCOUNTING_READ, P.ORDERS_READ),
                *(P.STOCK_READ, P.ARCHIVE_READ, P.LETTERS_READ, P.EXPENSES_READ),
                *(P.PAYROLL_READ, P.AUDIT_READ, P.OFFICE_EXPORT, P.USERS_READ),
            }
        ),
    ),
    Role("backup", frozenset({P.COMPANY_READ, P.BACKUPS_MAKE})),
)
"""The roles of every office, with what they may; what is not named is denied."""


JOINED = ", "
"""Between the names of roles of which one user has several."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as a list shows it; of one that comes with the program there is no id."""

    id: RoleId
    name: str
    permissions: tuple[str, ...]
    users: int
    is_built_in: bool
    version: int = 0


class Roles:
    """The roles of an office, by name."""

    def __init__(self, desk: Desk) -> None:
        self.own = desk.store.roles.all()
        self.known = {one.name: one for one in (*BUILT_IN, *map(_role, self.own))}

    def union(self, names: Iterable[str]) -> Role:
        """Return what somebody with these roles may; a role that is not there gives nothing."""
        found = [self.known[one] for one in names if one in self.known]
        may = frozenset[Permission]().union(*(one.permissions for one in found))
        return Role(JOINED.join(one.name for one in found), may)

    def actor(self, user: User) -> Actor:
        """Return a user as who asks."""
        return Actor(user.name, self.union(user.roles), user.employee_id, user.limits)


@query(Permission.USERS_READ)
def rows(desk: Desk) -> tuple[RoleRow, ...]:
    """Return every role, those of the program first, with how many users have it."""
    users = [one for one in desk.store.users.all() if one.is_active]
    counted = {name: sum(name in one.roles for one in users) for name in Roles(desk).known}
    built_in = (
        RoleRow(RoleId(-number), one.name, _values(one), counted[one.name], is_built_in=True)
        for number, one in enumerate(BUILT_IN, 1)
    )
    own = (
        RoleRow(
            one.id,
            one.name,
            one.permissions,
            counted[one.name],
            is_built_in=False,
            version=one.version,
        )
        for one in desk.store.roles.all()
    )
    return (*built_in, *own)


@query(Permission.USERS_READ)
def check(desk: Desk, role: OwnRole) -> tuple[Problem, ...]:
    """Return what is wrong with a role of the office's own."""
    taken = [name for name in Roles(desk).known if name not in _named(desk, role.id)]
    return role_problems(role, taken, [one.value for one in Permission])


@errand(Permission.USERS_CHANGE)
def add(errand: Errand, name: str, permissions: tuple[str, ...]) -> OwnRole:
    """Make a role of the office's own; raises Invalid."""
    return errand.do(_add, OwnRole(RoleId(new_id()), one_line(name), _tidy(permissions), 1))


@errand(Permission.USERS_CHANGE)
def change(errand: Errand, changed: OwnRole) -> OwnRole:
    """Change what a role may, and so the keys of all who have it; raises Invalid, Conflict."""
    keys = UserKeys(errand.office)
    after, grants = errand.do(_change, changed)
    keys.grant(grants)
    return after


def _add(desk: Desk, new: OwnRole) -> OwnRole:
    require_right(check(desk, new))
    desk.store.roles.add(new)
    desk.note("roles.add", new.name, desk.store.changes)
    return new


def _change(desk: Desk, changed: OwnRole) -> tuple[OwnRole, dict[str, Grant]]:
    before = desk.store.roles.current(changed.id, changed.version)
    after = replace(changed, name=before.name, permissions=_tidy(changed.permissions))
    after = replace(after, version=before.version + 1)
    require_right(check(desk, after))
    desk.store.roles.save(before, after)
    desk.note("roles.change", after.name, desk.store.changes)
    roles = Roles(desk)
    having = (one for one in desk.store.users.all() if one.is_active and after.name in one.roles)
    return after, {one.name: Grants(desk).of(one, roles.union(one.roles)) for one in having}


def _named(desk: Desk, role_id: RoleId) -> Iterator[str]:
    return (one.name for one in desk.store.roles.all() if one.id == role_id)


def _role(own: OwnRole) -> Role:
    known = {one.value: one for one in Permission}
    return Role(own.name, frozenset(known[one] for one in own.permissions if one in known))


def _values(role: Role) -> tuple[str, ...]:
    return tuple(one.value for one in Permission if one in role.permissions)


def _tidy(permissions: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(permissions))
