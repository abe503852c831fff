"""Backups: made by themselves and on demand, to several places, and proved by restoring them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain.admin.backup import (
    Backup,
    Drill,
    Keep,
    Plan,
    Reason,
    Run,
    Standing,
    check,
    newest_of_each,
    standing,
)
from app.domain.shared.codec import plain
from app.domain.shared.refusals import Invalid
from app.services.backing_up import Backer, OthersTurn, Shelf
from app.services.office import Errand, Office
from app.services.permissions import Permission, errand
from app.storage import practising


@dataclass(frozen=True, slots=True)
class Overview:
    """How an office stands with its backups: the plan, where they lie, and which there are.

    ``places`` are the folders that backups go to, ``runs`` the newest run of each; ``is_beside``
    says that all of them are on the disk of the office, and die with it. ``folder`` is that of the
    office, ``can_undo`` whether the last restore can be taken back, ``is_on_server`` whether all
    desks share the plan.
    """

    plan: Plan
    standing: Standing
    places: tuple[str, ...]
    runs: tuple[Run, ...]
    backups: tuple[Backup, ...]
    is_beside: bool
    folder: str
    can_undo: bool
    is_on_server: bool


def overview(office: Office) -> Overview:
    """Return how an office stands, the newest backup first.

    Raises NotAllowed, BrokenPlan.
    """
    office.who.role.require(Permission.BACKUPS_MAKE, "backups.overview")
    shelf = Shelf(office)
    plan = shelf.plan
    return Overview(
        plan,
        standing(plan, office.clock.now()),
        tuple(map(str, shelf.places)),
        newest_of_each(plan),
        shelf.backups(),
        _is_beside(shelf),
        str(shelf.folder),
        any(Path(one.before).is_dir() for one in plan.restored if not one.is_undone),
        not isinstance(shelf.where, Path),
    )


@errand(Permission.BACKUPS_MAKE)
def back_up(work: Errand) -> tuple[Run, ...]:
    """Back up to every place, one after the other, and return how each went.

    A place that cannot be reached fails alone. Raises OthersTurn, BrokenPlan.
    """
    shelf = Shelf(work.office)
    with shelf.turn():
        return Backer(work).run(shelf.places, Reason.ASKED)


@errand(Permission.BACKUPS_MAKE)
def back_up_due(work: Errand) -> tuple[Run, ...]:
    """Back up to the places where it is time; nothing is done where it is not.

    On a server one desk does it for all: one that cannot reach a place leaves it to the others,
    until it is late there.
    """
    shelf = Shelf(work.office)
    with suppress(OthersTurn), shelf.turn():
        plan, now = shelf.plan, work.now
        due = [one for one in shelf.places if _is_due(shelf, plan, one, now)]
        return Backer(work).run(due, Reason.BY_ITSELF)
    return ()


@errand(Permission.BACKUPS_MAKE)
def practise(work: Errand, backup: Backup) -> Drill:
    """Restore a backup to a folder of its own, check all of it, and remove it again."""
    with Shelf(work.office).turn():
        return _practised(work, backup)


@errand(Permission.BACKUPS_MAKE)
def practise_due(work: Errand) -> Drill | None:
    """Restore the newest backup for practice once a month; none when it is not time."""
    shelf = Shelf(work.office)
    with suppress(OthersTurn), shelf.turn():
        newest = next(iter(shelf.backups()), None)
        if newest is not None and shelf.plan.is_drill_due(work.now):
            return _practised(work, newest)
    return None


@errand(Permission.BACKUPS_ARRANGE)
def arrange(work: Errand, places: tuple[str, ...], every_hours: int, keep: Keep) -> Plan:
    """Say where backups go, how often, and which stay; raises Invalid."""
    shelf = Shelf(work.office)

    def changed(plan: Plan) -> Plan:
        return replace(plan, places=places, every_hours=every_hours, keep=keep)

    if problems := check(changed(shelf.plan)):
        raise Invalid(problems)
    Backer(work).note("backups.arrange", list(places), every_hours, plain(keep))
    return shelf.change(changed)


def _practised(work: Errand, backup: Backup) -> Drill:
    shelf = Shelf(work.office)
    Backer(work).note("backups.practise", backup.name)
    database, path = work.office.database, shelf.path_of(backup)
    found = practising.practise(database, path, work.progress, shelf.near)
    drill = Drill(work.now, backup.place, backup.name, found.problems, found.code)
    shelf.change(lambda plan: plan.drilled(drill))
    return drill


def _is_due(shelf: Shelf, plan: Plan, place: Path, now: datetime) -> bool:
    """Say whether this desk is to back up to a place now.

    Where a server's office has no places, each desk has one of its own, and one of them is enough.
    """
    if isinstance(shelf.where, Path):
        return plan.is_due(str(place), now)
    if not plan.places:
        return plan.is_due("", now)
    is_here = place.is_dir() or plan.is_late(str(place), now)
    return is_here and plan.is_due(str(place), now)


def _is_beside(shelf: Shelf) -> bool:
    """Say whether all backups lie on the disk of the office: not if that is a server's."""
    if not isinstance(shelf.where, Path):
        return False
    return _disks(shelf.places) <= _disks((shelf.folder,))


def _disks(places: Iterable[Path]) -> frozenset[int]:
    """Return the disks of the places that are there."""
    return frozenset(place.stat().st_dev for place in places if place.is_dir())
