"""Files of an office that are not those it had: found, refused, or nothing is missing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from app.domain.shared.refusals import OfficeError
from app.services import backups
from app.services.office import Office
from app.storage.checks import check
from tests.faults.table import Row
from tests.faults.trade_works import issued_in
from tests.faults.work import OFFICE, Verdict, closing, created, opened
from tests.faults.workers import Site
from tests.trade import issued, opened_books

FAULT = "strange files"


class Scene(NamedTuple):
    """One office three times: long ago, at its last closing, and as a kill left it after that.

    ``numbers`` are those of the last; ``other`` is another office.
    """

    old: Path
    later: Path
    killed: Path
    other: Path
    numbers: tuple[str, ...]


def swaps(where: Site, _tries: int, only: str = "") -> Iterator[Row]:
    """Put each kind of strange file into an office."""
    scene = made(where.root / "scene")
    for name, put in WAYS.items():
        if only in name:
            yield swapped(where.root / "place", scene, name, put)


def made(root: Path) -> Scene:
    """Make the offices that files are taken from."""
    root.mkdir()
    with closing(created(root)) as office:
        opened_books(office)
        numbers = [str(issued(office).number)]
        office.run(backups.back_up)
    old = _copy(root, "old")
    with closing(opened(root)) as office:
        numbers += [str(issued(office).number) for _ in range(3)]
    later = _copy(root, "later")
    with closing(opened(root)) as office:
        numbers += [str(issued(office).number) for _ in range(2)]
        killed = _copy(root, "killed")
    other = root.with_name("scene-other")
    other.mkdir()
    with closing(created(other)) as office:
        opened_books(office)
    return Scene(old, later, killed, other / OFFICE, tuple(numbers))


def _copy(root: Path, name: str) -> Path:
    return Path(shutil.copytree(root / OFFICE, root.with_name(f"scene-{name}")))


def swapped(place: Path, scene: Scene, name: str, put: Callable[[Scene, Path], Path]) -> Row:
    """Put a strange file into a copy of an office, open it, and say whether that was noticed."""
    began, row = time.monotonic(), Row(FAULT, name)
    place.mkdir()
    kept = scene.numbers if put(scene, place / OFFICE) == scene.killed else scene.numbers[:4]
    lost, note = noticed(place, kept)
    shutil.rmtree(place)
    row = row.with_run(Verdict(lost=lost, why=note if lost else ""))
    return replace(row, seconds=time.monotonic() - began, note=note)


def noticed(place: Path, kept: tuple[str, ...]) -> tuple[int, str]:
    """Return how many numbers are missing of which nobody is told, and how it was noticed."""
    try:
        with closing(opened(place)) as office:
            findings = check(office.database)
            missing = _missing(office, kept)
    except OfficeError as refused:
        return 0, f"refused: {refused.code}"
    if findings:
        return 0, f"found: {', '.join(sorted({one.code for one in findings}))}"
    return len(missing), f"missing: {', '.join(missing)}" if missing else "nothing is missing"


def _missing(office: Office, kept: tuple[str, ...]) -> list[str]:
    return sorted(set(kept) - set(issued_in(office)))


def _of(base: str, *names: str, source: str) -> Callable[[Scene, Path], Path]:
    """Return what makes an office of one moment with files of another; None takes them away."""

    def put(scene: Scene, target: Path) -> Path:
        shutil.copytree(getattr(scene, base), target)
        for name in names:
            (target / name).unlink(missing_ok=True)
            found = getattr(scene, source) / name if source else None
            if found is not None and found.exists():
                shutil.copy(found, target / name)
        return Path(getattr(scene, base))

    return put


def _second_copy(scene: Scene, target: Path) -> Path:
    shutil.copytree(scene.later, target)
    shutil.copy(scene.old / "office.db", target / "office (conflicted copy).db")
    return scene.later


ROWS_REST, CONTENTS_REST = "office.db-wal", "archive.db-wal"
WAYS: dict[str, Callable[[Scene, Path], Path]] = {
    "as killed": _of("killed", source=""),
    "stale wal": _of("old", ROWS_REST, source="killed"),
    "both wals stale": _of("old", ROWS_REST, CONTENTS_REST, source="killed"),
    "wal deleted": _of("killed", ROWS_REST, source=""),
    "both wals deleted": _of("killed", ROWS_REST, CONTENTS_REST, source=""),
    "older rows under wal": _of("killed", "office.db", source="old"),
    "older rows": _of("later", "office.db", source="old"),
    "older archive": _of("later", "archive.db", source="old"),
    "rows of another": _of("later", "office.db", source="other"),
    "archive of another": _of("later", "archive.db", source="other"),
    "keys of another": _of("later", "keys.json", source="other"),
    "a second copy": _second_copy,
}
