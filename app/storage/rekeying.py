"""Rekeying: an office's files with new keys, or as they were; a power cut leaves no third.

Copies with the new keys are written beside the files. Writing ``keys.json`` decides: before it the
copies are nothing, after it they are the office, and whoever opens it next puts them in place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.shared.refusals import OfficeError
from app.storage import place
from app.storage.copying import copy_file
from app.storage.faults import OutcomeUnknown
from app.storage.files import File, Use, named_faults, open_file
from app.storage.kept_files import renewed
from app.storage.keys import KeyFile, Keys, read_key_file, write_key_file
from app.storage.person_keys import PersonKeys
from app.storage.place import CONTENTS, KEYS, PAGES, ROWS
from app.storage.platform import sync_file, sync_folder

FRESH = ".fresh"


def move(path: Path, before: Keys, after: Keys, kept: KeyFile) -> None:
    """Give the files of an office that nobody has open new keys, and the slots that open them.

    Raises DiskFull and what else the disk refuses; then everything is as it was. Raises
    OutcomeUnknown when it refuses later: whoever opens the office next finishes it.
    """
    try:
        with place.named_refusals(path):
            for name in (ROWS, CONTENTS):
                _write_fresh(path, name, before, after)
            sync_folder(path)
            write_key_file(path / KEYS, replace(kept, is_moving=True))
    except OfficeError:
        if not _is_moving(path):
            _discard(path)
            raise
    try:
        settle(path)
    except OfficeError as fault:
        raise OutcomeUnknown(**fault.facts, cause=fault.code) from fault


def _is_moving(path: Path) -> bool:
    """Say whether the slots of the new keys are there, whatever else was refused."""
    try:
        return read_key_file(path / KEYS).is_moving
    except OfficeError as fault:
        raise OutcomeUnknown(**fault.facts, cause=fault.code) from fault


def settle(path: Path) -> None:
    """Finish what somebody began who died in it, or forget it; only who has the office does so.

    Raises what the disk refuses.
    """
    with place.named_refusals(path):
        _settle(path)


def _settle(path: Path) -> None:
    if not any(_fresh(path, name).exists() for name in (ROWS, CONTENTS)):
        kept = read_key_file(path / KEYS)
        if kept.is_moving:
            write_key_file(path / KEYS, replace(kept, is_moving=False))
        return
    kept = read_key_file(path / KEYS)
    if not kept.is_moving:
        _discard(path)
        return
    for name in (ROWS, CONTENTS):
        _put_in_place(path, name)
    for copy in _copies_of_before(path):
        copy.unlink()
    write_key_file(path / KEYS, replace(kept, is_moving=False))


def _write_fresh(path: Path, name: str, before: Keys, after: Keys) -> None:
    fresh = _fresh(path, name)
    fresh.unlink(missing_ok=True)
    copy_file(File(path / name, before.files, Use.READ, PAGES[name]), fresh)
    with (
        named_faults(place=str(path), file=name),
        closing(open_file(fresh, before.files, Use.WRITE, PAGES[name])) as copied,
    ):
        if name == ROWS:
            _renew_people(copied, before, after)
            _renew_requests(copied, before, after)
        copied.execute("PRAGMA journal_mode=DELETE")
        copied.execute(f"PRAGMA rekey = \"x'{after.files.hex()}'\"")
    with (
        named_faults(place=str(path), file=name),
        closing(open_file(fresh, after.files, Use.WRITE, PAGES[name])) as again,
    ):
        again.execute("SELECT count(*) FROM sqlite_master").fetchone()
        again.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    _forget_rest(fresh)
    sync_file(fresh)


def _renew_people(copied: Any, before: Keys, after: Keys) -> None:
    ring = PersonKeys(before)
    for person, lying in copied.execute("SELECT employee_id, sealed FROM person_key").fetchall():
        renewed = ring.renewed(person, lying, after)
        statement = "UPDATE person_key SET sealed = ? WHERE employee_id = ?"
        copied.execute(statement, (renewed, person))


def _renew_requests(copied: Any, before: Keys, after: Keys) -> None:
    """Seal the files that wait with requests anew."""
    with_files = "SELECT id, arguments FROM approval WHERE instr(arguments, char(10)) > 0"
    for one, lying in copied.execute(with_files).fetchall():
        statement = "UPDATE approval SET arguments = ? WHERE id = ?"
        copied.execute(statement, (renewed(one, lying, before, after), one))


def _put_in_place(path: Path, name: str) -> None:
    fresh = _fresh(path, name)
    if fresh.exists():
        _forget_rest(path / name)
        fresh.replace(path / name)
        sync_folder(path)


def _discard(path: Path) -> None:
    """Remove copies that are not finished; what the disk keeps, who opens the office removes."""
    for name in (ROWS, CONTENTS):
        fresh = _fresh(path, name)
        with suppress(OSError):
            _forget_rest(fresh)
            fresh.unlink(missing_ok=True)


def _forget_rest(file: Path) -> None:
    """Remove what lies beside a file: changes that were merged into it, pages of before."""
    for rest in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + rest).unlink(missing_ok=True)


def _copies_of_before(path: Path) -> Iterator[Path]:
    """Yield the copies from before an upgrade: the keys that open them are those of before."""
    for name in (ROWS, CONTENTS):
        yield from path.glob(f"{Path(name).stem}-before-*.db")


def _fresh(path: Path, name: str) -> Path:
    return path / (name + FRESH)
