"""Reading the log: what of an entry opens to who asks, and what the records in it are called."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from app.domain.admin.log import (
    Change,
    LogEntry,
    LogRow,
    RecordChange,
    differences,
    titled,
    with_amounts,
)
from app.lang.command_words import BY_AREA
from app.services.door import NoSuchCommand, doorway
from app.services.log_names import LogNames
from app.services.office import Desk
from app.services.permissions import Permission
from app.services.walls import Walls
from app.storage.log_lists import Told
from app.storage.log_seals import PRIVATE

P = Permission
PROOF = 8
"""So many letters of a hash are told."""
MOST_RECORDS = 100
MOST_FIELDS = 60
REASONS = ("reason", "why", "because", "answer")
"""What an argument is called that says why."""

NEEDED: Mapping[str, Permission] = {
    "company": P.COMPANY_READ,
    "contacts": P.CONTACTS_READ,
    "products": P.PRODUCTS_READ,
    "invoices": P.INVOICES_READ,
    "payments": P.PAYMENTS_READ,
    "reminders": P.REMINDERS_READ,
    "accounting": P.ACCOUNTING_READ,
    "orders": P.ORDERS_READ,
    "stock": P.STOCK_READ,
    "employees": P.EMPLOYEES_READ,
    "leave": P.LEAVE_READ,
    "hours": P.HOURS_READ,
    "expenses": P.EXPENSES_READ,
    "payroll": P.PAYROLL_READ,
    "self": P.EMPLOYEES_READ,
    "archive": P.ARCHIVE_READ,
    "letters": P.LETTERS_READ,
    "mail": P.MAIL_READ,
    "office": P.AUDIT_READ,
    "backups": P.AUDIT_READ,
    "users": P.USERS_READ,
    "privacy": P.PRIVACY_ERASE,
}
"""Who may read what the commands of an area wrote; of a command that is gone only an owner."""
INCIDENTAL = frozenset({"number_series", "letter_thread", "open-item"})
"""Records that are written along with others, which say better what an entry is about."""
_FILES = frozenset({"document", "record"})


class LogReader:
    """Reads entries for one asker."""

    def __init__(self, desk: Desk, language: str = "") -> None:
        self._desk = desk
        self._names = LogNames(desk)
        self._language = language
        self.walls = Walls(desk)

    @cached_property
    def is_whole(self) -> bool:
        """Say whether every entry opens to who asks."""
        return self._desk.who.role.permissions >= {*NEEDED.values(), P.USERS_CHANGE}

    def may_open(self, command: str) -> bool:
        """Say whether who asks may read what a command wrote."""
        needed = NEEDED.get(_areas().get(command, ""), P.USERS_CHANGE)
        return needed in self._desk.who.role.permissions

    def rows(self, seqs: Sequence[int]) -> tuple[LogRow, ...]:
        """Return lines of the log, in the order asked for."""
        return tuple(map(self._row, self._desk.store.log_lists.entries(seqs)))

    def entries(self, seqs: Sequence[int]) -> tuple[LogEntry, ...]:
        """Return entries with all that opens of them, in the order asked for."""
        return tuple(map(self._entry, self._desk.store.log_lists.entries(seqs)))

    def _row(self, told: Told) -> LogRow:
        records = tuple(dict.fromkeys(str(one["record"]) for one in told.changes))
        name = ""
        change = _foremost(told)
        if change is not None and self.may_open(told.command):
            is_closed = change["record"] in self._closed((change,))
            name = "" if is_closed else self._title(*self._sides(change))
        return LogRow(
            id=told.seq,
            at=told.at,
            who=told.who,
            command=told.command,
            record=str(change["record"]) if change is not None else "",
            name=name,
            others=max(0, len(records) - 1),
            refused=told.refused,
            proof=told.proof[:PROOF],
        )

    def _entry(self, told: Told) -> LogEntry:
        is_open = self.may_open(told.command)
        some = told.changes[:MOST_RECORDS]
        closed = self._closed(some) if is_open else {str(one["record"]) for one in some}
        every = (self._change(one, is_open=one["record"] not in closed) for one in some)
        changes = tuple(one for one in every if _says_something(one))
        shown = (each for one in changes for each in one.fields)
        return LogEntry(
            id=told.seq,
            at=told.at,
            who=told.who,
            command=told.command,
            refused=told.refused,
            proof=told.proof[:PROOF],
            reason=self._reason(told) if is_open and not closed else "",
            changes=changes,
            more=len(told.changes) - len(some),
            is_private=not is_open,
            names=self._names.of(shown),
        )

    def _reason(self, told: Told) -> str:
        asked = self._desk.store.sealer.asked(told.command, told.arguments)
        return _reason(told.command, asked)

    def _change(self, told: Mapping[str, Any], *, is_open: bool) -> RecordChange:
        change = _change_of(told)
        record = str(told["record"])
        if not is_open:
            return RecordChange(record, "", change, is_private=True)
        before, after = self._sides(told)
        if PRIVATE in (before, after):
            return RecordChange(record, "", change, is_private=True)
        found = differences(before, after)
        shown, more = found[:MOST_FIELDS], max(0, len(found) - MOST_FIELDS)
        return RecordChange(record, self._title(before, after), change, shown, more)

    def _sides(self, told: Mapping[str, Any]) -> tuple[Any, Any]:
        seals, record = self._desk.store.log_seals, str(told["record"])
        before, after = (seals.opened(record, told[side]) for side in ("before", "after"))
        return with_amounts(before), with_amounts(after)

    def _title(self, before: Any, after: Any) -> str:
        return titled(after, self._language) or titled(before, self._language)

    def _closed(self, changes: Iterable[Mapping[str, Any]]) -> set[str]:
        """Return the records among these that lie behind a wall of documents for who asks."""
        if not self.walls.hidden:
            return set()
        named = {str(one["record"]) for one in changes}
        files = {one for one in named if one.partition(":")[0] in _FILES}
        ids = {int(one.partition(":")[2]) for one in files if one.partition(":")[2].isdecimal()}
        seen = self.walls.seen(sorted(ids))
        hidden = {one for one in files if int(one.partition(":")[2]) not in seen}
        return files if hidden else set()


def _foremost(told: Told) -> Mapping[str, Any] | None:
    """Return the change that says best what an entry is about."""
    about = (one for one in told.changes if one["record"].partition(":")[0] not in INCIDENTAL)
    return next(about, next(iter(told.changes), None))


def _says_something(one: RecordChange) -> bool:
    return bool(one.fields) or one.is_private or one.change is not Change.CHANGED


def _change_of(told: Mapping[str, Any]) -> Change:
    if told["before"] is None:
        return Change.ADDED
    return Change.REMOVED if told["after"] is None else Change.CHANGED


def _reason(command: str, arguments: Any) -> str:
    """Return why it was done, where the command was told."""
    if not isinstance(arguments, list) or len(arguments) != 2:
        return ""
    places, named = arguments
    by_name = {**dict(zip(_parameters(command), places, strict=False)), **named}
    told = (by_name.get(one) for one in REASONS)
    return next((one for one in told if isinstance(one, str) and one), "")


@cache
def _parameters(command: str) -> tuple[str, ...]:
    """Return how the arguments of a command are called."""
    try:
        function = doorway(command, is_command=True).function
    except NoSuchCommand:
        return ()
    return tuple(inspect.signature(function).parameters)[1:]


@cache
def _areas() -> dict[str, str]:
    return {name: area for area, names in BY_AREA.items() for name in names}
