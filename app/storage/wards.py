"""Wards: which columns of which tables the database itself keeps from whom.

This is the wall of the engine, behind that of the services: a mistake in a service, a list that
sorts by a column it should not, or a sentence typed into a script meets it all the same. What
stands here is told by the values of permissions, for storage knows no services.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

OWN = "own"
"""Held by whoever asks for what is his or her own: the seal of each person keeps the others'."""

_WHOSE = "own:"

_LET_IN = ("employees.private", OWN)
_PRIVATE = ("employees.private",)
_CARRY_FILE = (*_LET_IN, "employees.change")
_CARRY_LEAVE = (*_LET_IN, "leave.request", "leave.approve")
_CHANGE_USERS = ("users.change",)
_READ_USERS = ("users.read", "users.change")
_SEAL = (
    *(*_CARRY_LEAVE, "employees.change", "payroll.calculate", "users.change"),
    *("archive.file", "archive.personal"),
)
_PINS = (*_LET_IN, "employees.read", "self.open", "self.use")
_LOCKED = ("archive.read", "archive.file", "archive.dispose", "expenses.read", "expenses.claim")
_ERASE = ("privacy.erase",)
_NOBODY = ()


@dataclass(frozen=True, slots=True)
class Ward:
    """Columns of a table, and the permissions of which one is enough to read or to change them.

    ``insert`` and ``delete`` are about its rows. Where nothing is said, the services decide.
    """

    table: str
    columns: tuple[str, ...] = ()
    read: tuple[str, ...] | None = None
    change: tuple[str, ...] | None = None
    insert: tuple[str, ...] | None = None
    delete: tuple[str, ...] | None = None


WARDS: tuple[Ward, ...] = (
    Ward("employee_record", ("sealed",), read=_CARRY_FILE, change=_CARRY_FILE),
    Ward("contract", ("sealed",), read=_CARRY_FILE, change=_CARRY_FILE),
    Ward("leave_request", ("sealed",), read=_CARRY_LEAVE, change=_CARRY_LEAVE),
    Ward("own_change", ("sealed",), read=_LET_IN, change=_LET_IN, insert=_LET_IN),
    Ward("applicant", ("sealed",), read=_LET_IN, change=_PRIVATE, insert=_PRIVATE),
    Ward("payslip", ("sealed",), read=_LET_IN, change=_NOBODY, insert=_PRIVATE),
    Ward("pay_item", ("sealed",), read=_LET_IN, change=_PRIVATE, insert=_PRIVATE),
    Ward("tax_card", ("sealed",), read=_LET_IN, change=_PRIVATE, insert=_PRIVATE),
    Ward("person_key", ("sealed",), _SEAL, _CHANGE_USERS, _SEAL, _PRIVATE),
    Ward("sealed_file", ("sealed",), read=_LET_IN, change=_NOBODY, delete=_PRIVATE),
    Ward("employee", ("pin",), read=_PINS, change=_PINS),
    Ward("user_account", ("roles", "limits"), _READ_USERS, _CHANGE_USERS, _CHANGE_USERS, _NOBODY),
    Ward("user_role", ("permissions",), _READ_USERS, _CHANGE_USERS, _CHANGE_USERS, _NOBODY),
    Ward("file_password", ("password",), _LOCKED, _LOCKED, _LOCKED),
    Ward("audit", ("arguments", "changes"), read=("audit.read", *_PRIVATE)),
    Ward(
        "audit",
        ("seq", "at", "who", "command", "arguments", "refused", "changes", "previous", "hash"),
        change=_NOBODY,
        delete=_NOBODY,
    ),
    Ward(
        "erasure",
        ("id", "kind", "record_id", "state", "kept_until", "ended_on", "files"),
        change=_ERASE,
        insert=_ERASE,
        delete=_NOBODY,
    ),
    Ward("day_closing", ("day", "seq", "proof", "totals"), change=_NOBODY, delete=_NOBODY),
)
"""Who may carry a seal to the next version of its record reads it too, and holds no key to it."""


def own_rights(person: int) -> tuple[str, str]:
    """Return the rights of who asks for what is his or her own, and whose that is."""
    return OWN, f"{_WHOSE}{person}"


def person_of(rights: frozenset[str]) -> str:
    """Return the number of the person whose own data some rights open, or nothing."""
    return next((one.removeprefix(_WHOSE) for one in rights if one.startswith(_WHOSE)), "")


@dataclass(frozen=True, slots=True)
class Closed:
    """What is closed to somebody: columns to read and to change, tables to add to and to empty."""

    read: frozenset[tuple[str, str]]
    change: frozenset[tuple[str, str]]
    insert: frozenset[str]
    delete: frozenset[str]


def closed_to(rights: frozenset[str]) -> Closed:
    """Return what is closed to somebody who holds some permissions."""

    def is_closed(needed: tuple[str, ...] | None) -> bool:
        return needed is not None and rights.isdisjoint(needed)

    def columns(needed: Callable[[Ward], tuple[str, ...] | None]) -> frozenset[tuple[str, str]]:
        shut = (one for one in WARDS if is_closed(needed(one)))
        return frozenset((one.table, column) for one in shut for column in one.columns)

    return Closed(
        columns(attrgetter("read")),
        columns(attrgetter("change")),
        frozenset(one.table for one in WARDS if is_closed(one.insert)),
        frozenset(one.table for one in WARDS if is_closed(one.delete)),
    )
