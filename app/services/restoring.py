"""Restoring: the office as a backup has it, after a safety backup, and back again if it was wrong.

What is there now is put aside as a whole folder and never overwritten.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.admin.backup import Backup, Plan, Reason, Restored, Run
from app.domain.shared.refusals import Unavailable
from app.services.backing_up import Backer, Shelf
from app.services.office import Desk, Errand, Office, no_progress
from app.services.permissions import Permission, command, errand
from app.storage import backup_plans, offices, restoring, server_plans, server_restoring
from app.storage.backing_up import home_of
from app.storage.copying import beside
from app.storage.keys import write_key_file
from app.storage.place import KEYS
from app.storage.restoring import NothingToUndo, before_of, change_places, restoring_of
from app.storage.server_keys import require_alone_on

Progress = Callable[[int, int], None]


class NotSafe(Unavailable):
    """The office as it is now could not be backed up, so nothing was restored over it."""

    code = "backup.not-safe"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A restored office that lies ready to take the place of the open one, once that is closed.

    It lies at ``fresh``. ``undoes`` is the restore that is taken back by it. There is no ``safety``
    backup where the office as it is stays as a folder.
    """

    office: str
    restored: Restored
    safety: Run | None
    fresh: str
    undoes: Restored | None = None

    def noted(self, plan: Plan) -> Plan:
        """Return the plan of an office once it was done."""
        if self.undoes is None:
            return replace(plan, restored=(self.restored, *plan.restored))
        known = (
            replace(one, is_undone=True) if one == self.undoes else one for one in plan.restored
        )
        return replace(plan, restored=tuple(known))


@errand(Permission.BACKUPS_RESTORE)
def prepare(work: Errand, backup: Backup) -> Prepared:
    """Back up the office as it is, and restore a backup beside it; nothing is replaced yet.

    On a server the others are to be gone already. Raises InUse, NotSafe, OthersTurn, ChangedBackup,
    Damaged, BrokenChain, or what the disk refuses.
    """
    return _prepared(work, backup, "restoring.prepare")


@errand(Permission.BACKUPS_RESTORE)
def prepare_back(work: Errand) -> Prepared:
    """Prepare an office to be again what it was before the last restore.

    Raises NothingToUndo, and on a server as ``prepare`` does.
    """
    shelf, name = Shelf(work.office), "restoring.prepare_back"
    last = _last(shelf.plan, str(shelf.folder))
    if isinstance(shelf.where, Path):
        Backer(work).note(name, last.name)
        back = Restored(work.now, last.name, str(before_of(shelf.folder, work.now)))
        return Prepared(str(shelf.folder), back, None, last.before, undoes=last)
    backup = next((one for one in shelf.backups() if shelf.path_of(one) == Path(last.before)), None)
    if backup is None:
        raise NothingToUndo(place=last.before)
    return replace(_prepared(work, backup, name), undoes=last)


def complete(prepared: Prepared, office: Office, progress: Progress = no_progress) -> None:
    """Put the restored office in the place of the other, which has to be closed, at every desk.

    Raises InUse, Exists, NothingToUndo, MovedWrong, or what disk and server refuse; then the other
    is what it was.
    """
    where, fresh = office.database.book.where, Path(prepared.fresh)
    if isinstance(where, Path):
        if prepared.undoes is not None:
            backup_plans.write_plan(fresh, prepared.noted(backup_plans.read_plan(where)))
        change_places(where, fresh, Path(prepared.restored.before))
        return
    try:
        opened = offices.open_with(fresh, office.database.keys, wants="script")
        try:
            server_restoring.take_place(opened, where, progress)
        finally:
            opened.close()
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    server_plans.change_plan(where, prepared.noted)


@command(Permission.BACKUPS_RESTORE)
def restored(desk: Desk, done: Restored) -> None:
    """Note in the restored office from which backup it came, and where the other was put."""


def _prepared(work: Errand, backup: Backup, command: str) -> Prepared:
    shelf, backer = Shelf(work.office), Backer(work)
    if not isinstance(shelf.where, Path):
        # What others write from now on would not be there afterwards.
        require_alone_on(shelf.where, others_only=True)
    with shelf.turn():
        safety = _safety(shelf, backer, backup)
    backer.note(command, backup.name)
    fresh = restoring_of(shelf.near / shelf.folder.name)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(fresh, ignore_errors=True)
    with beside(fresh) as folder:
        keys = folder / KEYS
        write_key_file(keys, offices.key_place(shelf.where).read())
        restoring.restore(shelf.path_of(backup), fresh, keys, shelf.key, work.progress)
    if isinstance(shelf.where, Path):
        restored = Restored(work.now, backup.name, str(before_of(shelf.folder, work.now)))
        plan = shelf.plan
        backup_plans.write_plan(fresh, replace(plan, restored=(restored, *plan.restored)))
    else:
        _require_chained(work.office, fresh)
        before = home_of(Path(safety.place), shelf.folder) / safety.name
        restored = Restored(work.now, backup.name, str(before))
    return Prepared(str(shelf.folder), restored, safety, str(fresh))


def _require_chained(office: Office, fresh: Path) -> None:
    """Raise BrokenChain where the log of what was restored does not hold; then it is removed."""
    opened = offices.open_with(fresh, office.database.keys, wants="script")
    try:
        server_restoring.require_chained(opened, str(fresh))
    except BaseException:
        opened.close()
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    opened.close()


def _last(plan: Plan, place: str) -> Restored:
    """Return the last restore that can be taken back; raises NothingToUndo."""
    last = next((one for one in plan.restored if not one.is_undone), None)
    if last is None or not Path(last.before).is_dir():
        raise NothingToUndo(place=place)
    return last


def _safety(shelf: Shelf, backer: Backer, wanted: Backup) -> Run:
    """Back the office up as it is; the backup that is to be restored does not go by that."""
    runs = backer.run(shelf.places, Reason.BEFORE_RESTORE, (wanted.name,))
    good = next((one for one in runs if one.is_good), None)
    if good is None:
        facts = dict(runs[0].facts) if runs else {}
        raise NotSafe(cause=runs[0].code if runs else "", **facts)
    return good
