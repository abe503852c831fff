"""Users of an office: who they are, what they may, up to which amount, and what needs a second."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.shared.ids import ApprovalId, EmployeeId, RoleId, UserId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule

OWNER_ROLE = "owner"
SHORTEST_PASSWORD = 8
LONGEST_NAME = 60

NO_NAME = Rule("users.no-name")
NAME_TAKEN = Rule("users.name-taken", "name")
NAME_TOO_LONG = Rule("users.name-too-long", "most")
NAME_STAYS = Rule("users.name-stays")
NO_ROLE = Rule("users.no-role", is_warning=True)
UNKNOWN_ROLE = Rule("users.unknown-role", "role")
UNKNOWN_PERMISSION = Rule("users.unknown-permission", "permission")
PASSWORD_TOO_SHORT = Rule("users.password-too-short", "least")
PASSWORD_IS_NAME = Rule("users.password-is-name")
LIMIT_BELOW_NOTHING = Rule("users.limit-below-nothing")


@dataclass(frozen=True, slots=True)
class Limit:
    """The highest amount up to which a user may use a permission; above it a second decides."""

    permission: str
    most: Money


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who uses the office under a name and a password of his or her own.

    ``roles`` are the names of built-in roles and of the office's own; rights are their union.
    A user who left stays, inactive, because the audit names him or her.
    """

    id: UserId
    name: str
    full_name: str
    roles: tuple[str, ...]
    employee_id: EmployeeId | None = None
    limits: tuple[Limit, ...] = ()
    is_active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class UserForm:
    """What an owner writes of a user; the name is for good, because the audit says it."""

    name: str
    full_name: str = ""
    roles: tuple[str, ...] = ()
    employee_id: EmployeeId | None = None
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role that the office made for itself: a name and the permissions it holds, by value."""

    id: RoleId
    name: str
    permissions: tuple[str, ...]
    version: int = 0


class SecondPair(Enum):
    """What the owner may ask a second pair of eyes for."""

    DELETE = "delete"
    CANCEL = "cancel"
    BANK_DETAILS = "bank-details"
    ROLES = "roles"
    PRIVATE_EXPORT = "private-export"
    RESTORE = "restore"
    AMOUNT = "amount"


class Decision(Enum):
    """What became of a request for a second pair of eyes."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Approval:
    """A command that waits until another person has looked at it.

    ``command`` and ``arguments`` (JSON, as the script door takes them) are what is done once it
    is approved; ``record`` says what it is about.
    """

    id: ApprovalId
    what: SecondPair
    record: str
    command: str
    arguments: str
    asked_by: str
    asked_at: datetime
    decision: Decision = Decision.WAITING
    decided_by: str = ""
    decided_at: datetime | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class DayClosing:
    """An anchor of the audit's chain: its last row on a day, and the totals of each series."""

    day: date
    seq: int
    proof: str
    totals: tuple[tuple[str, str, Money], ...]
    closed_at: datetime
    closed_by: str


def tidied(form: UserForm) -> UserForm:
    """Return a form without stray space, each role once; who has no other name has this one."""
    name = one_line(form.name)
    roles = tuple(dict.fromkeys(form.roles))
    return UserForm(name, one_line(form.full_name) or name, roles, form.employee_id, form.limits)


def problems(
    form: UserForm, others: Iterable[User], known: tuple[Collection[str], Collection[str]]
) -> tuple[Problem, ...]:
    """Return what is wrong with a user; ``known`` are the names of roles and of permissions."""
    roles, permissions = known
    return (
        *_name_problems(form.name, {one.name.casefold() for one in others}),
        *([] if form.roles else [NO_ROLE.at("roles")]),
        *(UNKNOWN_ROLE.at("roles", role=one) for one in form.roles if one not in roles),
        *_limit_problems(form.limits, permissions),
    )


def role_problems(
    role: OwnRole, taken: Collection[str], permissions: Collection[str]
) -> tuple[Problem, ...]:
    """Return what is wrong with a role of the office's own."""
    unknown = (one for one in role.permissions if one not in permissions)
    return (
        *_name_problems(role.name, {one.casefold() for one in taken}),
        *(UNKNOWN_PERMISSION.at("permissions", permission=one) for one in unknown),
    )


def password_problems(password: str, name: str) -> tuple[Problem, ...]:
    """Return what is wrong with a password: it is long enough, and not the name."""
    if len(password) < SHORTEST_PASSWORD:
        return (PASSWORD_TOO_SHORT.at("password", least=SHORTEST_PASSWORD),)
    if password.casefold() == name.casefold():
        return (PASSWORD_IS_NAME.at("password"),)
    return ()


def _name_problems(name: str, taken: Collection[str]) -> Iterator[Problem]:
    if not name:
        yield NO_NAME.at("name")
    elif len(name) > LONGEST_NAME:
        yield NAME_TOO_LONG.at("name", most=LONGEST_NAME)
    elif name.casefold() in taken:
        yield NAME_TAKEN.at("name", name=name)


def _limit_problems(limits: Iterable[Limit], permissions: Collection[str]) -> Iterator[Problem]:
    for number, limit in enumerate(limits):
        if limit.permission not in permissions:
            yield UNKNOWN_PERMISSION.at(f"limits.{number}", permission=limit.permission)
        if limit.most.minor < 0:
            yield LIMIT_BELOW_NOTHING.at(f"limits.{number}")
