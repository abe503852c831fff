"""Last changes: who changed a record last, and when, for a colleague who has it open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.log_lists import LogScope


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last change of a record: its number in the log, when, by whom, and its command.

    Who may not read the log learns the number only: that it was changed, not by whom.
    """

    seq: int = 0
    who: str = ""
    at: datetime | None = None
    command: str = ""


UNTOUCHED = LastChange()


@query(Permission.COMPANY_READ)
def last_change(desk: Desk, records: tuple[str, ...]) -> LastChange:
    """Return who changed one of these (``contact:123``) last; without AUDIT_READ not who it was."""
    return LastChanges(desk).of(records)


class LastChanges:
    """Finds who changed records last, for who asks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, records: tuple[str, ...]) -> LastChange:
        """Return the last change of one of these records."""
        lists = self._desk.store.log_lists
        newest = max(
            (seq for record in records for seq in lists.first(1, LogScope(record=record))),
            default=0,
        )
        may_know = Permission.AUDIT_READ in self._desk.who.role.permissions
        if not newest or not may_know:
            return LastChange(newest)
        found = lists.entry(newest)
        assert found is not None
        return LastChange(found.seq, found.who, found.at, found.command)
