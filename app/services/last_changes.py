"""Last changes: who changed a record last, and when, for a colleague who has it open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.log_lists import LogScope


@dataclass(frozen=True, slots=True)
class LastChange:
    """The command that changed a record last, when, and by whom; empty where one may not know."""

    who: str = ""
    at: datetime | None = None
    command: str = ""


SOMEBODY = LastChange()


@query(Permission.COMPANY_READ)
def last_change(desk: Desk, record: str) -> LastChange:
    """Return who changed a record (``contact:123``) last; without AUDIT_READ it was somebody."""
    if Permission.AUDIT_READ not in desk.who.role.permissions:
        return SOMEBODY
    lists = desk.store.log_lists
    newest = lists.first(1, LogScope(record=record))
    found = lists.entry(newest[0]) if newest else None
    return LastChange(found.who, found.at, found.command) if found is not None else SOMEBODY
