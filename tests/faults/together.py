"""Programs that come to one office at once: in turn, nothing double, and backups that are whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

from app.domain.contacts.form import ContactForm
from app.domain.shared.imports import ImportKind, Source
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import archive, backups, contacts, imports
from app.services.backing_up import Shelf
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import presence
from app.storage import restoring as putting_back
from app.storage.checks import check
from app.storage.offices import open_office, open_with
from app.storage.place import KEYS
from tests.builders import TODAY
from tests.faults.office_works import NOON
from tests.faults.table import Row
from tests.faults.trade_works import IMPORT
from tests.faults.work import GOOD, OFFICE, Verdict, Work, closing, created, opened
from tests.faults.workers import ROOT, Site
from tests.faults.works import WORKS
from tests.timing import SetClock
from tests.trade import opened_books

FAULT = "together"
PROGRAMS = 4
SAME = b"%PDF-1.4 the same" * 2_000
PATIENT = 90
"""The last program waits for three others, on a machine with other work too."""


def as_script(place: Path) -> Office:
    """Open an office as a program without a window does, which waits for others of its kind."""
    vars(presence)["PATIENCE"] = PATIENT
    database = open_office(place / OFFICE, wants="script")
    return Office(database, FixedClock(TODAY), Actor("Maija"))


def file_same(place: Path) -> None:
    """File a document that others file too."""
    with closing(as_script(place)) as office:
        office.do(archive.file, "same.pdf", "application/pdf", SAME)


def import_same(place: Path) -> None:
    """Import a table that others import too."""
    with closing(as_script(place)) as office:
        plan = office.ask(imports.look, ImportKind.CONTACTS, Source(place / "table.csv")).plan
        office.do(imports.run, plan)


def upgrade(place: Path) -> None:
    """Open an office of an older program."""
    as_script(place).close()


def _one_content(place: Path) -> Verdict:
    with closing(opened(place)) as office:
        records = len(office.ask(archive.spine, View()))
        kept = office.database.contents.count()
        wrong = check(office.database)
    is_good = records > 1 and kept == 1 and not wrong
    return GOOD if is_good else Verdict(half=1, why=f"{records} {kept} {wrong}")


def _no_double(place: Path) -> Verdict:
    with closing(opened(place)) as office:
        made = [run.created for run in office.ask(imports.runs)]
        there = len(office.ask(contacts.find, "asiakas", 1000))
        wrong = check(office.database)
    is_good = sum(map(bool, made)) == 1 and there == sum(made) and not wrong
    return GOOD if is_good else Verdict(half=1, why=f"{made} {there} {wrong}")


def _one_upgrade(place: Path) -> Verdict:
    copies = sorted(one.name for one in (place / OFFICE).glob("*-before-*"))
    verdict = WORKS["migrate-0001"].prove(place, ["0001"])
    return verdict if len(copies) <= 2 else Verdict(half=1, why=f"{copies}")


Prove = Callable[[Path], Verdict]
SCENES: dict[str, tuple[Callable[[Path], None], Work, Prove]] = {
    "file the same": (file_same, IMPORT, _one_content),
    "import the same": (import_same, IMPORT, _no_double),
    "upgrade": (upgrade, WORKS["migrate-0001"], _one_upgrade),
}
LOADED = "backup under load"


def together(where: Site, backed_up: int, only: str = "") -> Iterator[Row]:
    """Let four programs do the same at once; and back up so often while somebody works."""
    for name in SCENES:
        if only in name:
            yield at_once(where, name)
    if only in LOADED:
        yield under_load(where, backed_up)


def at_once(where: Site, name: str, programs: int = PROGRAMS) -> Row:
    """Let some programs do the same work in one office."""
    began, row = time.monotonic(), Row(FAULT, name)
    deed, work, prove = SCENES[name]
    with where.copy(where.template(work)) as place:
        script = f"from pathlib import Path; from {__name__} import {deed.__name__} as deed"
        command = [sys.executable, "-c", f"{script}; deed(Path({str(place)!r}))"]
        begun = [subprocess.Popen(command, cwd=ROOT) for _ in range(programs)]
        ends = [one.wait() for one in begun]
        untyped = "" if ends == [0] * programs else f"{ends}"
        row = row.with_run(prove(place), untyped)
    return replace(row, seconds=time.monotonic() - began)


def under_load(where: Site, many: int) -> Row:
    """Back up again and again while a clerk writes; each backup is restored and sound."""
    began, row, enough = time.monotonic(), Row(FAULT, LOADED), Event()
    place = where.root / "place"
    place.mkdir()
    with closing(created(place, SetClock(NOON))) as office, ThreadPoolExecutor(1) as clerk:
        opened_books(office)
        writing = clerk.submit(_write, office, enough)
        try:
            for _ in range(many):
                (run,) = office.run(backups.back_up)
                row = row.with_run(_restored(office, place, run.name))
        finally:
            enough.set()
        written = writing.result()
    shutil.rmtree(place)
    note = row.note or f"{written} written meanwhile"
    return replace(row, seconds=time.monotonic() - began, note=note)


def _write(office: Office, enough: Event) -> int:
    written = 0
    while not enough.is_set():
        office.do(contacts.add, ContactForm(f"Customer {written}"))
        office.do(archive.file, f"{written}.pdf", "application/pdf", b"%d" % written * 999)
        written += 1
    return written


def _restored(office: Office, place: Path, name: str) -> Verdict:
    shelf, trial = Shelf(office), place / "Trial.backdesk"
    (backup,) = (one for one in shelf.backups() if one.name == name)
    keys = shelf.folder / KEYS
    putting_back.restore(shelf.path_of(backup), trial, keys, shelf.key, lambda _done, _of: None)
    database = open_with(trial, office.database.keys)
    wrong = check(database)
    database.close()
    shutil.rmtree(trial)
    return GOOD if not wrong else Verdict(half=1, why=f"{name} {wrong}"[:300])
