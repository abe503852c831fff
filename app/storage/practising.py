"""Practising: a backup is restored to a folder of its own and checked whole, then removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.shared.refusals import OfficeError
from app.storage import place
from app.storage.backup_manifests import read_manifest
from app.storage.checks import check
from app.storage.copying import files_of
from app.storage.database import Database
from app.storage.keys import write_key_file
from app.storage.moments import PRACTICE, folder_for_a_moment
from app.storage.offices import key_place, open_with
from app.storage.place import KEYS
from app.storage.restoring import broken_packs, restore, set_aside

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Practice:
    """What a restore for practice found: how many problems, or why nothing was restored."""

    problems: int
    code: str = ""


def practise(
    database: Database, backup: Path, progress: Progress, near: Path | None = None
) -> Practice:
    """Restore a backup of an open office near it, check all of it, and remove it again.

    ``near`` is for an office without a folder. Packs that broke are set aside, so that the next
    backup writes what they held anew. Raises what the disk refuses.
    """
    book = database.book
    beside = near or files_of(database)[0].path.parent.parent
    try:
        beside.mkdir(parents=True, exist_ok=True)
        with folder_for_a_moment(PRACTICE, beside) as folder:
            keys, target = folder / KEYS, folder / "Practice.backdesk"
            write_key_file(keys, key_place(book.where).read())
            restore(backup, target, keys, database.keys.files, progress)
            return Practice(_problems_in(database, target))
    except OSError as refused:
        raise place.fault_of_os(refused, beside) from refused
    except OfficeError as fault:
        _heal(backup)
        return Practice(0, fault.code)


def _problems_in(database: Database, target: Path) -> int:
    restored = open_with(target, database.keys)
    try:
        return len(check(restored))
    finally:
        restored.close()


def _heal(backup: Path) -> None:
    try:
        set_aside(backup, broken_packs(backup, read_manifest(backup)))
    except OfficeError:
        return
