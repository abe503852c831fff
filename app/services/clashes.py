"""Clashes: who changed a record that somebody wants to change, when, and what it is by now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.domain.shared.refusals import Conflict
from app.services.last_changes import LastChange, LastChanges
from app.services.office import Desk, Office, no_progress
from app.storage.versions import TABLES

_BY_KIND = ("contact", "product")
"""Kinds that a refusal names by themselves: ``contact=123``."""
_IN_LOG = {
    "sales_order": "order",
    "recurring_plan": "plan",
    "legal_hold": "hold",
    "withholding_certificate": "certificate",
    "time_entry": "time-entry",
}
"""What the log calls records that a refusal calls otherwise."""


def record_of(facts: Mapping[str, object]) -> tuple[str, int]:
    """Return which record a refusal is about: its kind, and its id, 0 where there is but one."""
    for kind in _BY_KIND:
        if isinstance(found := facts.get(kind), int):
            return kind, found
    found = facts.get("id")
    return str(facts.get("record", "")), found if isinstance(found, int) else 0


def names_of(kind: str, record_id: int) -> tuple[str, ...]:
    """Return what the log may call a record."""
    kinds = (kind, kind.replace("_", "-"), kind.replace("-", "_"), _IN_LOG.get(kind, kind))
    named = (f"{one}:{record_id}" if record_id else one for one in kinds)
    return tuple(dict.fromkeys(named)) if kind else ()


class Clashes:
    """Says of conflicts who was first, as far as who asks may know."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tell(self, clash: Conflict) -> None:
        """Add to a conflict who changed the record and when, and the version that stands now."""
        kind, record_id = record_of(clash.facts)
        if not kind:
            return
        version = self._desk.store.versions.now(kind, record_id or 1)
        if version is not None:
            clash.facts["version"] = version
        last = LastChanges(self._desk).of(names_of(kind, record_id))
        if last.at is not None:
            clash.facts |= {"who": last.who, "at": last.at, "did": last.command, "why": "named"}


def name(office: Office, clash: Conflict) -> None:
    """Add to a conflict who changed the record meanwhile, and when."""
    with office.database.read() as unit:
        Clashes(office.desk(unit, no_progress)).tell(clash)


def last_told(facts: Mapping[str, object]) -> LastChange:
    """Return who changed the record last, as a conflict tells it."""
    at = facts.get("at")
    if not isinstance(at, datetime):
        return LastChange()
    return LastChange(0, str(facts.get("who", "")), at, str(facts.get("did", "")))


def tables_of(facts: Mapping[str, object]) -> frozenset[str]:
    """Return the tables in which a record lies that somebody else changed."""
    kind, _record_id = record_of(facts)
    return frozenset({kind, kind.replace("-", "_"), TABLES.get(kind, kind)})
