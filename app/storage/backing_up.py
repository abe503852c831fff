"""Backing up: rows and documents of an open office to a place, proved before they have a name.

A place holds the backups of an office in one folder: each backup a folder of its own with the rows
and the list of documents, and beside them the packs, which hold the documents' bytes once.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from app.domain.admin.backup import Anchor, Backup, Keep, Reason, kept
from app.domain.shared.refusals import Unavailable
from app.storage import migrations, place, platform
from app.storage.backup_lists import LIST, write_list
from app.storage.backup_manifests import (
    MANIFEST,
    FilePart,
    Manifest,
    manifests_in,
    part_of,
    proved_manifest,
    require_part,
    write_manifest,
)
from app.storage.backup_packs import PACKS, held_in, write_pack
from app.storage.copying import copy_file, files_of
from app.storage.database import Database
from app.storage.files import File, named_faults
from app.storage.moments import UNFINISHED, folder_for_a_moment
from app.storage.place import KEYS, ROWS, Exists

ENDING = ".backdesk-backup"
GONE = ".gone-"
A_DAY = timedelta(days=1)

Progress = Callable[[int, int], None]
STEPS = 5


class NoRoom(Unavailable):
    """The place of the backups cannot be reached or made: a stick that is not there, perhaps."""

    code = "backup.no-place-there"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which backup is to be made."""

    home: Path
    made_at: datetime
    reason: Reason
    near: Path | None = None
    """Where a file may lie while it is written, for an office that has no folder of its own."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: what it is, and how many bytes were written for it."""

    backup: Backup
    fresh: int


def home_of(where: Path, office: Path) -> Path:
    """Return the folder of an office's backups in a place."""
    return where / f"{office.stem} backups"


def back_up(database: Database, wish: Wish, progress: Progress) -> Made:
    """Write an open office into a new backup while others go on working, and prove it.

    Raises NoRoom, InsideAnOffice, Damaged, MovedWrong or what disk and server refuse; then there
    is nothing that looks like a backup.
    """
    near = wish.near or files_of(database)[0].path.parent.parent
    home = _made_home(wish.home)
    with (
        _faults_of(home),
        _workshop(home, near) as shop,
        _files(database, near, progress) as (files, rest),
    ):
        work = _Work(database, files[0].key, wish, shop)
        return work.carried(work.packed(files, rest), rest)


def remove_old(
    home: Path, office: str, keep: Keep, spared: Collection[str] = ()
) -> tuple[str, ...]:
    """Remove the backups of an office that need not stay, then packs that none needs any more.

    Those that are ``spared`` by name stay.
    """
    found = [(folder, told) for folder, told in manifests_in(home) if told.backup.of == office]
    stay = kept((told.backup.made_at for _, told in found), keep)
    old = [folder for folder, told in found if told.backup.made_at not in stay]
    removed = [folder for folder in old if folder.name not in spared]
    with _faults_of(home):
        for folder in removed:
            gone = folder.with_name(f"{GONE}{folder.name}")
            folder.rename(gone)
            shutil.rmtree(gone)
        if removed:
            _remove_packs(home)
    return tuple(folder.name for folder in removed)


class _Work:
    """One backup while it is made, in a workshop that is gone afterwards."""

    def __init__(self, database: Database, key: bytes, wish: Wish, shop: Path) -> None:
        self._database = database
        self._key = key
        self._home = wish.home
        self._wish = wish
        self._shop = shop
        self._name = _free_name(wish)
        self._fresh = 0

    def packed(self, files: tuple[File, File], progress: Progress) -> Manifest:
        """Write rows, the list of documents, new documents and keys; return the manifest."""
        folder = self._shop / f"{self._name}{ENDING}"
        folder.mkdir(mode=0o700)
        progress(0, STEPS)
        rows = copy_file(files[0], folder / ROWS)
        progress(1, STEPS)
        names = write_list(files[1], folder / LIST)
        progress(2, STEPS)
        packs = self._packs_of(names)
        progress(3, STEPS)
        shutil.copyfile(files[0].path.parent / KEYS, folder / KEYS)
        parts = tuple(part_of(folder / name) for name in (ROWS, LIST, KEYS))
        backup = self._backup(rows, folder.name, (parts[0].size, len(names)))
        manifest = Manifest(backup, parts, packs)
        write_manifest(folder, manifest, self._key)
        self._fresh += sum(one.size for one in parts)
        return manifest

    def carried(self, manifest: Manifest, progress: Progress) -> Made:
        """Give the finished backup its name in the place, once it reads as it was written."""
        name = manifest.backup.name
        folder, target = self._shop / name, self._home / name
        if self._shop.parent != self._home:
            folder = Path(shutil.copytree(folder, self._home / f"{UNFINISHED}{name}"))
        _make_durable(folder)
        told = proved_manifest(folder, self._key)
        for part in told.files:
            require_part(folder, part)
        progress(4, STEPS)
        if target.exists():
            raise Exists(place=str(target))
        folder.rename(target)
        platform.sync_folder(self._home)
        progress(STEPS, STEPS)
        return Made(told.backup, self._fresh)

    def _packs_of(self, names: Mapping[str, int]) -> tuple[FilePart, ...]:
        """Write what the place lacks into a new pack; return every pack that is needed."""
        packs = self._home / PACKS
        packs.mkdir(mode=0o700, exist_ok=True)
        held = held_in(sorted(packs.glob("*.db")), self._key)
        lacking = names.keys() - held.keys()
        if lacking:
            fresh = self._shop / f"{self._name}.db"
            write_pack(fresh, self._key, self._database.contents, lacking)
            target = packs / fresh.name
            self._fresh += fresh.stat().st_size
            _moved(fresh, target)
            held |= dict.fromkeys(lacking, target)
        needed = sorted({held[name] for name in names})
        known = {part.name: part for _, told in manifests_in(self._home) for part in told.packs}
        return tuple(known.get(path.name) or part_of(path) for path in needed)

    def _backup(self, rows: File, name: str, counted: tuple[int, int]) -> Backup:
        newest = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
        with named_faults(), closing(rows.open()) as connection:
            (office,) = connection.execute("SELECT office FROM office").fetchone()
            anchor = Anchor(*(connection.execute(newest).fetchone() or (0, "")))
        wish = self._wish
        size, documents = counted
        where = str(self._home.parent)
        made = (wish.made_at, wish.reason, anchor, migrations.HEAD)
        return Backup(where, name, office, *made, size, documents)


def _free_name(wish: Wish) -> str:
    """Return a name by the moment that no other backup of the place has."""
    stem = f"{wish.made_at:%Y-%m-%d %H%M%S}"
    names = (stem if number == 1 else f"{stem} {number}" for number in count(1))
    taken = {path.stem for path in (*wish.home.iterdir(), *(wish.home / PACKS).glob("*.db"))}
    return next(name for name in names if name not in taken)


def _made_home(home: Path) -> Path:
    """Make the folder of an office's backups; what a broken backup left there is removed."""
    place.require_outside(home / MANIFEST)
    try:
        if not home.parent.is_dir():
            raise NoRoom(place=str(home.parent))
        home.mkdir(mode=0o700, exist_ok=True)
        for rest in home.iterdir():
            if rest.name.startswith((UNFINISHED, GONE)) and _is_old(rest):
                shutil.rmtree(rest, ignore_errors=True)
    except OSError as refused:
        raise place.fault_of_os(refused, home) from refused
    return home


@contextmanager
def _files(
    database: Database, near: Path, progress: Progress
) -> Iterator[tuple[tuple[File, File], Progress]]:
    """Give the files of an office, and whom to tell how far it is from then on.

    They are its own, or those of a copy of what lies on a server, which takes half of the time.
    """
    if database.rows.file is not None:
        yield files_of(database), progress
        return
    from app.storage.server_copies import copy_of_server  # noqa: PLC0415  folders need it not

    near.mkdir(parents=True, exist_ok=True)
    with folder_for_a_moment(UNFINISHED, near) as folder:
        copied = copy_of_server(database, folder / "copy", lambda done, of: progress(done, 2 * of))
        yield copied, lambda done, of: progress(of + done, 2 * of)


@contextmanager
def _workshop(home: Path, near: Path) -> Iterator[Path]:
    """Give a folder for what is not finished: in the place, or near the office.

    A database cannot be written on a network drive: there the finished files are carried.
    """
    where = near if platform.is_shared(home) else home
    where.mkdir(parents=True, exist_ok=True)
    with folder_for_a_moment(UNFINISHED, where) as shop:
        yield shop


@contextmanager
def _faults_of(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refused:
        raise place.fault_of_os(refused, home) from refused


def _moved(fresh: Path, target: Path) -> None:
    """Give a finished pack its name in the place, which may be another disk."""
    if fresh.parent.parent == target.parent.parent:
        fresh.rename(target)
    else:
        passing = target.with_name(f"{UNFINISHED}{target.name}")
        shutil.copyfile(fresh, passing)
        if part_of(passing).sha256 != part_of(fresh).sha256:
            raise NoRoom(place=str(target.parent))
        platform.sync_file(passing)
        passing.rename(target)
    platform.sync_folder(target.parent)


def _make_durable(folder: Path) -> None:
    for path in folder.iterdir():
        platform.sync_file(path)
    platform.sync_folder(folder)


def _remove_packs(home: Path) -> None:
    needed = {part.name for _, told in manifests_in(home) for part in told.packs}
    for pack in (home / PACKS).glob("*.db"):
        if pack.name not in needed and _is_old(pack):
            pack.unlink()


def _is_old(path: Path) -> bool:
    """Say whether something was last changed so long ago that nobody is at it any more."""
    changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return datetime.now().astimezone() - changed > A_DAY
