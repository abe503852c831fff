"""Anchors: rows of the audit's chain that are known elsewhere, so that none can be cut off.

A chain proves that no row in its middle was changed, not that its end is there. A day is closed
when the office is opened on a later one; every backup keeps the last row it holds; and a printed
report bears it at its foot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from app.domain.admin.users import DayClosing
from app.domain.shared.refusals import OfficeError
from app.services.backing_up import Shelf
from app.services.office import Desk, Office
from app.services.permissions import Permission, query
from app.storage.deeds import Deed

SHOWN = 8
"""So many letters of a row's hash are printed."""


class Known(Enum):
    """From where a row of the chain is known."""

    CLOSING = "closing"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class KnownAnchor:
    """A row of the chain that is known elsewhere: its number, hash, and since when it stands."""

    known: Known
    seq: int
    proof: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What verifying the record of changes found.

    ``broken`` are rows that do not follow from the one before, ``lost`` the anchors that it does
    not hold: what they name was altered, or rows up to it were cut off.
    """

    rows: int
    broken: tuple[int, ...]
    anchors: int
    lost: tuple[KnownAnchor, ...]

    @property
    def holds(self) -> bool:
        """Say whether nothing was altered or cut off."""
        return not self.broken and not self.lost


@query(Permission.AUDIT_READ)
def newest(desk: Desk) -> str:
    """Return the last row of the chain as it is printed: its number and the start of its hash."""
    return shown(desk.store.audit.newest())


@query(Permission.AUDIT_READ)
def is_held(desk: Desk, seq: int, printed: str) -> bool:
    """Say whether the chain holds a row that a printed report names."""
    start = printed.strip().lower()
    return len(start) >= SHOWN and desk.store.audit.proof_of(seq).startswith(start)


@query(Permission.AUDIT_READ)
def closings(desk: Desk) -> tuple[DayClosing, ...]:
    """Return every closed day, the newest first."""
    return desk.store.closings.all()


@query(Permission.AUDIT_READ)
def walk(desk: Desk, known: tuple[KnownAnchor, ...] = ()) -> ChainReport:
    """Walk the chain from its beginning, and look for every anchor that is known."""
    audit = desk.store.audit
    days = (
        KnownAnchor(Known.CLOSING, one.seq, one.proof, one.closed_at)
        for one in desk.store.closings.all()
    )
    anchors = (*known, *days)
    lost = tuple(one for one in anchors if not audit.holds(one.seq, one.proof))
    return ChainReport(audit.count(), tuple(audit.broken()), len(anchors), lost)


def shown(row: tuple[int, str]) -> str:
    """Return a row of the chain as it is printed."""
    seq, proof = row
    return f"{seq} · {proof[:SHOWN]}"


def verify(office: Office) -> ChainReport:
    """Walk the chain against the closed days and the backups of every place that is there."""
    return office.ask(walk, _of_backups(office))


def close_day(office: Office) -> DayClosing | None:
    """Close the last day before today on which something was done; none if it is closed."""
    midnight = datetime.combine(office.clock.today(), time()).astimezone()
    with office.database.write() as unit:
        last = unit.audit.last_before(midnight)
        if last is None or _is_closed(unit.closings.last_day(), last[2]):
            return None
        seq, proof, at = last
        now, who = office.clock.now(), office.who.name
        closing = DayClosing(at.astimezone().date(), seq, proof, unit.closings.totals(), now, who)
        if not unit.closings.add(closing):
            return None
        unit.changes.note(f"day_closing:{closing.day}", None, closing)
        unit.audit.record(Deed(now, who, "anchors.close_day", []), unit.changes)
    return closing


def _is_closed(last: date | None, at: datetime) -> bool:
    return last is not None and last >= at.astimezone().date()


def _of_backups(office: Office) -> tuple[KnownAnchor, ...]:
    """Return the anchors of the backups.

    What was done between a backup and its restore is not in the restored office, and neither are
    the anchors of that time.
    """
    try:
        shelf = Shelf(office)
        backups, restored = shelf.backups(), [r for r in shelf.plan.restored if not r.is_undone]
    except OfficeError:
        return ()
    since = max((one.at for one in restored), default=None)
    names = {one.name for one in restored if one.at == since}
    base = max((one.anchor.seq for one in backups if one.name in names), default=0)
    return tuple(
        KnownAnchor(Known.BACKUP, one.anchor.seq, one.anchor.proof, one.made_at)
        for one in backups
        if since is None or one.made_at > since or one.anchor.seq <= base
    )
