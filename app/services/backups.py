"""Backups: made by themselves and on demand, to several places, and proved by restoring them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
from app.services.backing_up import Backer, Shelf
from app.services.office import Errand, Office
from app.services.permissions import Permission, errand
from app.storage import practising


@dataclass(frozen=True, slots=True)
class Overview:
    """How an office stands with its backups: the plan, where they lie, and which there are.

    ``places`` are the folders that backups go to, ``runs`` the newest run of each; ``is_beside``
    says that all of them are on the disk of the office, and die with it. ``folder`` is that of the
    office, ``can_undo`` whether the last restore can be taken back.
    """

    plan: Plan
    standing: Standing
    places: tuple[str, ...]
    runs: tuple[Run, ...]
    backups: tuple[Backup, ...]
    is_beside: bool
    folder: str
    can_undo: bool


def overview(office: Office) -> Overview:
    """Return how an office stands, the newest backup first.

    Raises NotAllowed, OnAServer, BrokenPlan.
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
        _disks(shelf.places) <= _disks((shelf.folder,)),
        str(shelf.folder),
        any(Path(one.before).is_dir() for one in plan.restored if not one.is_undone),
    )


@errand(Permission.BACKUPS_MAKE)
def back_up(work: Errand) -> tuple[Run, ...]:
    """Back up to every place, one after the other, and return how each went.

    A place that cannot be reached fails alone. Raises OnAServer, BrokenPlan.
    """
    return Backer(work).run(Shelf(work.office).places, Reason.ASKED)


@errand(Permission.BACKUPS_MAKE)
def back_up_due(work: Errand) -> tuple[Run, ...]:
    """Back up to the places where it is time; nothing is done where it is not."""
    shelf = Shelf(work.office)
    due = [one for one in shelf.places if shelf.plan.is_due(str(one), work.now)]
    return Backer(work).run(due, Reason.BY_ITSELF)


@errand(Permission.BACKUPS_MAKE)
def practise(work: Errand, backup: Backup) -> Drill:
    """Restore a backup to a folder of its own, check all of it, and remove it again."""
    shelf = Shelf(work.office)
    Backer(work).note("backups.practise", backup.name)
    found = practising.practise(work.office.database, shelf.path_of(backup), work.progress)
    drill = Drill(work.now, backup.place, backup.name, found.problems, found.code)
    shelf.keep(shelf.plan.drilled(drill))
    return drill


@errand(Permission.BACKUPS_MAKE)
def practise_due(work: Errand) -> Drill | None:
    """Restore the newest backup for practice once a month; none when it is not time."""
    shelf = Shelf(work.office)
    newest = next(iter(shelf.backups()), None)
    if newest is None or not shelf.plan.is_drill_due(work.now):
        return None
    return practise(work, newest)


@errand(Permission.BACKUPS_ARRANGE)
def arrange(work: Errand, places: tuple[str, ...], every_hours: int, keep: Keep) -> Plan:
    """Say where backups go, how often, and which stay; raises Invalid, OnAServer."""
    shelf = Shelf(work.office)
    plan = replace(shelf.plan, places=places, every_hours=every_hours, keep=keep)
    if problems := check(plan):
        raise Invalid(problems)
    Backer(work).note("backups.arrange", list(places), every_hours, plain(keep))
    shelf.keep(plan)
    return plan


def _disks(places: Iterable[Path]) -> frozenset[int]:
    """Return the disks of the places that are there."""
    return frozenset(place.stat().st_dev for place in places if place.is_dir())
