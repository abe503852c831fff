"""Restoring: the office as a backup has it, after a safety backup, and back again if it was wrong.

What is there now is put aside as a whole folder and never overwritten.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from app.domain.admin.backup import Backup, Plan, Reason, Restored, Run
from app.domain.shared.refusals import Unavailable
from app.outside.clock import SystemClock
from app.services.backing_up import Backer, Shelf
from app.services.logging_in import Pass, log_in
from app.services.office import Desk, Errand, Office, no_progress
from app.services.permissions import Actor, Permission, command, errand
from app.storage import backup_plans, offices, restoring, server_plans, server_restoring
from app.storage.backing_up import home_of
from app.storage.backup_manifests import MANIFEST, NotABackup, manifests_in, read_manifest
from app.storage.copying import beside
from app.storage.keys import (
    BrokenKeys,
    LogInNeeded,
    NoKeys,
    PasswordNeeded,
    read_keys,
    write_key_file,
)
from app.storage.passed_erasures import pass_on, read_passed
from app.storage.place import KEYS
from app.storage.restoring import NothingToUndo, before_of, change_places, restoring_of
from app.storage.server_keys import require_alone_on

Progress = Callable[[int, int], None]
DEPTH = 2
"""So many folders deep backups are looked for: a place holds homes, and a home holds backups."""


class NotSafe(Unavailable):
    """The office as it is now could not be backed up, so nothing was restored over it."""

    code = "backup.not-safe"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A restored office that lies ready to take the place of the open one, once that is closed.

    It lies at ``fresh``. ``undoes`` is the restore on a server that is taken back by it.
    """

    office: str
    restored: Restored
    safety: Run
    fresh: str
    undoes: Restored | None = None

    def noted(self, plan: Plan) -> Plan:
        """Return the plan of an office on a server once it was done."""
        if self.undoes is None:
            return replace(plan, restored=(self.restored, *plan.restored))
        known = (
            replace(one, is_undone=True) if one == self.undoes else one for one in plan.restored
        )
        return replace(plan, restored=tuple(known))


class Opens(Enum):
    """What a backup opens with."""

    BY_ITSELF = "by-itself"
    PASSWORD = "password"  # noqa: S105  the word, not a password
    LOG_IN = "log-in"


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that lies in a folder somebody looked into: where, and what it opens with."""

    path: str
    backup: Backup
    opens: Opens


@errand(Permission.BACKUPS_RESTORE)
def prepare(work: Errand, backup: Backup) -> Prepared:
    """Back up the office as it is, and restore a backup beside it; nothing is replaced yet.

    On a server the others are to be gone already. Raises InUse, NotSafe, OthersTurn, ChangedBackup,
    Damaged, BrokenChain, or what the disk refuses.
    """
    return _prepared(work, backup, "restoring.prepare")


@errand(Permission.BACKUPS_RESTORE)
def prepare_back(work: Errand) -> Prepared:
    """Prepare an office on a server to be again what it was before the last restore.

    Raises NothingToUndo, and as ``prepare`` does.
    """
    shelf = Shelf(work.office)
    last = _last(shelf.plan, str(shelf.folder))
    backup = next((one for one in shelf.backups() if shelf.path_of(one) == Path(last.before)), None)
    if backup is None:
        raise NothingToUndo(place=last.before)
    return replace(_prepared(work, backup, "restoring.prepare_back"), undoes=last)


def complete(prepared: Prepared, office: Office, progress: Progress = no_progress) -> None:
    """Put the restored office in the place of the other, which has to be closed, at every desk.

    Raises InUse, Exists, NothingToUndo, MovedWrong, or what disk and server refuse; then the other
    is what it was.
    """
    where, fresh = office.database.book.where, Path(prepared.fresh)
    if isinstance(where, Path):
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


def undo(office: Path, at: datetime) -> Restored:
    """Put the office back that the last restore put aside; the restored one is put aside.

    Both have to be closed. Raises NothingToUndo, or what the disk refuses.
    """
    plan = backup_plans.read_plan(office)
    last = _last(plan, str(office))
    told = tuple(replace(one, is_undone=True) if one == last else one for one in plan.restored)
    backup_plans.write_plan(Path(last.before), replace(plan, restored=told))
    change_places(office, Path(last.before), before_of(office, at))
    return last


def found_in(folder: Path) -> tuple[Found, ...]:
    """Return the backups in a folder or up to two folders below it, the newest first.

    The folder may be a backup itself. Raises NotABackup where there is none.
    """
    paths = [folder] if (folder / MANIFEST).is_file() else list(_below(folder, DEPTH))
    found = [Found(str(one), read_manifest(one).backup, _opens(one)) for one in paths]
    if not found:
        raise NotABackup(place=str(folder), reason=MANIFEST)
    return tuple(sorted(found, key=lambda one: one.backup.made_at, reverse=True))


def restore_beside(
    backup: Path, target: Path, given: tuple[str, str] = ("", ""), progress: Progress = no_progress
) -> Path:
    """Make an office of its own of a backup, on this machine or a new one.

    ``given`` are a password, and the name of a user where the office had users then. Raises
    NotABackup, ChangedBackup, WrongPassword, WrongLogIn, NotAllowed for a user who might not
    restore then, Exists, UnsafePlace or what the disk refuses; then there is no folder.
    """
    read_manifest(backup)
    keys = read_keys(backup / KEYS, *given)
    restoring.restore(backup, target, backup / KEYS, keys.files, progress)
    pass_on(target, keys.files, read_passed(backup.parent, keys.files))
    try:
        _require_may_restore(target, Pass(*given))
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return target


def _require_may_restore(target: Path, given: Pass) -> None:
    """Raise NotAllowed where an office with users was restored by one who may not do so."""
    if offices.key_place(target).read().has_users:
        office = log_in(target, SystemClock(), Actor(given.user), given, "script")
        try:
            office.who.role.require(Permission.BACKUPS_RESTORE, "restoring.restore_beside")
        finally:
            office.close()


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


def _below(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the backups below a folder; what may not be looked into holds none."""
    yield from (path for path, _told in manifests_in(folder))
    if depth > 1:
        for one in folder.iterdir():
            with suppress(OSError):
                if one.is_dir() and not one.is_symlink():
                    yield from _below(one, depth - 1)


def _opens(backup: Path) -> Opens:
    try:
        read_keys(backup / KEYS, "")
    except LogInNeeded:
        return Opens.LOG_IN
    except PasswordNeeded:
        return Opens.PASSWORD
    except (NoKeys, BrokenKeys):
        pass  # whoever restores it is told; the others are found all the same
    return Opens.BY_ITSELF
