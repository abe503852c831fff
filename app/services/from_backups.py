"""From backups: a company of its own made of one, on this machine or a new one.

The backup says who may do so, and whether another person of then has to be there. No request can
wait in an office that is not there yet: the second person proves who he or she is, at once.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.domain.admin.approvals import OwnAsking
from app.domain.admin.backup import Backup
from app.domain.admin.users import SecondPair
from app.domain.shared.refusals import Refusal
from app.outside.clock import SystemClock
from app.services.logging_in import Pass, log_in
from app.services.office import Desk, Errand, no_progress
from app.services.permissions import Actor, Permission
from app.services.roles import Roles
from app.services.second_looks import NobodyElse, SecondLooks
from app.storage import offices, restoring
from app.storage.backup_manifests import MANIFEST, NotABackup, manifests_in, read_manifest
from app.storage.backup_rows import asks_second_pair
from app.storage.deeds import Changes, Deed
from app.storage.keybook import FolderKeys, names_of
from app.storage.keys import (
    BrokenKeys,
    Keys,
    LogInNeeded,
    NoKeys,
    PasswordNeeded,
    WrongLogIn,
    read_keys,
)
from app.storage.passed_erasures import pass_on, read_passed
from app.storage.place import KEYS
from app.storage.slots import folded
from app.storage.tries import BackupTally, Tries

Progress = Callable[[int, int], None]
Given = tuple[str, str]
"""A password, and the name of a user where the office had users then."""
DEPTH = 2
"""So many folders deep backups are looked for: a place holds homes, and a home holds backups."""
RESTORE_BESIDE = "from_backups.restore_beside"
NOBODY: Given = ("", "")


class SecondWanted(Refusal):
    """The owner asks another person for a restore: one proves it, with name and password."""

    code = "from-backups.second-wanted"


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


def found_in(folder: Path) -> tuple[Found, ...]:
    """Return the backups in a folder or up to two folders below it, the newest first.

    The folder may be a backup itself. Raises NotABackup where there is none,
    or nobody may look.
    """
    try:
        paths = [folder] if (folder / MANIFEST).is_file() else list(_below(folder, DEPTH))
    except OSError as refused:
        reason = refused.strerror or str(refused)
        raise NotABackup(place=str(folder), reason=reason) from refused
    found = [Found(str(one), read_manifest(one).backup, _opens(one)) for one in paths]
    if not found:
        raise NotABackup(place=str(folder), reason=MANIFEST)
    return tuple(sorted(found, key=lambda one: one.backup.made_at, reverse=True))


def restore_beside(
    backup: Path,
    target: Path,
    given: Given = NOBODY,
    progress: Progress = no_progress,
    second: Given = NOBODY,
) -> Path:
    """Make an office of its own of a backup; its audit notes who did, and the ``second`` person.

    Raises NotABackup, ChangedBackup, WrongPassword, WrongLogIn, TooManyTries, NotAllowed for a user
    who might not restore then, SecondWanted, OwnAsking, NobodyElse, Exists, UnsafePlace or what the
    disk refuses; then there is no folder.
    """
    read_manifest(backup)
    keys = _proved(backup, given)
    if asks_second_pair(backup, keys.files, SecondPair.RESTORE.value):
        _prove_second(backup, given, second)
    restoring.restore(backup, target, backup / KEYS, keys.files, progress)
    pass_on(target, keys.files, read_passed(backup.parent, keys.files))
    try:
        _settle(target, backup.name, Pass(*given), second[1])
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return target


def _proved(backup: Path, given: Given) -> Keys:
    """Return the keys that somebody's password opens; wrong ones have to be waited for."""
    password, user = given
    names = names_of(FolderKeys(backup))
    tries = Tries(BackupTally(backup.parent), names)
    is_try = bool(password and (user or not names))
    if is_try:
        tries.begin(user)
    keys = read_keys(backup / KEYS, *given)
    if is_try:
        tries.succeed(user)
    return keys


def _prove_second(backup: Path, given: Given, second: Given) -> None:
    """Raise what stands against the second person before anything is copied, but for the right."""
    names = names_of(FolderKeys(backup))
    if not names:
        return
    if len(names) == 1:
        raise NobodyElse(what=SecondPair.RESTORE.value)
    password, name = second
    if not (password and name):
        raise SecondWanted(backup=backup.name)
    if folded(name) == folded(given[1]):
        raise OwnAsking(name=name)
    _proved(backup, second)


def _settle(target: Path, backup: str, given: Pass, second: str) -> None:
    """Note in a new office with users who made it; raises NotAllowed, and of the second person."""
    if not offices.key_place(target).read().has_users:
        return
    office = log_in(target, SystemClock(), Actor(given.user), given, "script")
    try:
        office.who.role.require(Permission.BACKUPS_RESTORE, RESTORE_BESIDE)
        Errand(office, no_progress).do(_note, backup, second)
    finally:
        office.close()


def _note(desk: Desk, backup: str, second: str) -> None:
    if any(one.what is SecondPair.RESTORE for one in SecondLooks(desk).rules):
        by = _approver(desk, second)
        facts = {"asked_by": desk.who.name, "approved_by": by, "command": RESTORE_BESIDE}
        deed = Deed(desk.now, by, "approvals.approve", [[f"backup:{backup}"], facts])
        desk.store.audit.record(deed, Changes())
    desk.note(RESTORE_BESIDE, [backup], Changes())


def _approver(desk: Desk, name: str) -> str:
    """Return who approves, as the office calls that user; raises NotAllowed without the right."""
    by = SecondLooks(desk).approvers(Permission.BACKUPS_RESTORE)
    if not by:
        raise NobodyElse(what=SecondPair.RESTORE.value)
    if not name:
        raise SecondWanted(names=", ".join(by))
    if folded(name) == folded(desk.who.name):
        raise OwnAsking(name=name)
    user = desk.store.users.named(name)
    if user is None or not user.is_active:
        raise WrongLogIn(office="")
    Roles(desk).union(user.roles).require(Permission.BACKUPS_RESTORE, RESTORE_BESIDE)
    return user.name


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
