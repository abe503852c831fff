"""A round of reading ends in its time, goes on where it ended, and reads nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.archive.texts import How, Reading, ReadingState
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import JobKind
from app.services import archive, documents, reading, reading_rounds
from app.services.office import Cancelled, Office
from app.storage.database import Database
from app.storage.offices import open_office
from app.storage.turns import turns
from tests import foreign
from tests.databases import on_sqlite
from tests.stand_in import FAILS, stand_in


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let nothing on this machine read pictures, unless a test brings what does."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Bring a program that reads pictures."""
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin")))


def taken(office: Office, raw: bytes, name: str = "a.pdf") -> DocumentId:
    return DocumentId(office.do(archive.file, name, "application/pdf", raw).result.id)


def about(office: Office, one: DocumentId) -> Reading:
    return office.ask(reading.about, one)


@on_sqlite
def test_pictures_are_read_once_there_is_a_program_for_them(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scan = foreign.a_scan("Lasku", width=150, height=150)
    one = taken(office, foreign.a_scanned_pdf(scan, scan))
    photograph = taken(office, foreign.a_picture(scan, "JPEG"), "a.jpg")
    office.run(reading.read_some)

    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin")))
    told = office.run(reading.read_some)

    assert told.pages == 3
    assert office.ask(reading.pages, one) == ("kuva 300 x 300 fin+eng+tha",) * 2
    assert office.ask(reading.pages, photograph) == ("kuva 150 x 150 fin+eng+tha",)
    assert about(office, one) == Reading(ReadingState.READ, How.SCAN, 2, 2)
    assert office.run(reading.read_some).pages == 0


@on_sqlite
def test_what_is_quick_is_read_before_what_is_slow(office: Office, program: None) -> None:
    text = taken(office, b"Lasku", "a.txt")
    scan = taken(office, foreign.a_scanned_pdf(foreign.a_scan("Lasku", width=99, height=99)))

    seen = []
    for _ in range(3):
        office.run(reading.read_some, 0)
        seen.append((about(office, scan).how, about(office, text).how))

    assert seen == [
        (How.PICTURE, How.NONE),
        (How.PICTURE, How.PLAIN),
        (How.SCAN, How.PLAIN),
    ]


@on_sqlite
def test_a_program_that_fails_is_tried_again_later_and_then_given_up(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", deed=FAILS)))
    one = taken(office, foreign.a_picture(foreign.a_scan("Lasku", width=99, height=99)), "a.png")

    for _ in range(4):
        office.run(reading.read_some)
        with office.database.write() as unit:
            unit.jobs.postpone(JobKind.READ, one, office.clock.now() - timedelta(days=1))

    assert about(office, one) == Reading(ReadingState.READ, How.FAILED, 1, 1)


@on_sqlite
def test_reading_ends_when_its_time_is_over_and_goes_on_from_there(office: Office) -> None:
    one = taken(office, foreign.a_pdf(*(f"sivu {number}" for number in range(450))))

    told = [office.run(reading.read_some, 0) for _ in range(3)]

    assert [one.pages for one in told] == [200, 200, 50]
    assert [one.documents for one in told] == [0, 0, 1]
    assert office.ask(reading.pages, one)[449] == "sivu 449"


@on_sqlite
def test_who_stops_the_reading_keeps_what_was_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_rounds, "KEPT_EVERY", -1)
    one = taken(office, foreign.a_pdf(*(f"sivu {number}" for number in range(450))))

    def stop(_done: int, of: int) -> None:
        if about(office, one).pages:
            raise Cancelled
        assert of == 1

    with pytest.raises(Cancelled):
        office.run_watched(stop, reading.read_some, 60)

    assert about(office, one) == Reading(ReadingState.WAITING, How.LAYER, 200, 450)
    assert office.run(reading.read_some, 60).pages == 250


def test_two_that_read_at_once_never_read_the_same(database: Database, office: Office) -> None:
    one = taken(office, b"Lasku", "a.txt")

    with turns(database, (one,), 1):
        told = office.run(reading.read_some)

    assert (told.documents, told.waiting) == (0, 1)
    assert office.run(reading.read_some).documents == 1


KILLED = """
import os, sys
from pathlib import Path
from app.outside.clock import SystemClock
from app.services import reading, reading_rounds
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office

def told(done, of):
    with office.database.read() as unit:
        if unit.texts.known(sys.argv[2]).hows:
            os.kill(os.getpid(), 9)

if __name__ == "__main__":
    office = Office(open_office(Path(sys.argv[1])), SystemClock(), Actor("Maija"))
    reading_rounds.KEPT_EVERY = -1
    office.run_watched(told, reading.read_some, 60)
"""


@on_sqlite
def test_a_reader_that_is_killed_reads_no_page_twice(
    office: Office, folder: Path, tmp_path: Path
) -> None:
    pages = tuple(f"sivu {number}" for number in range(450))
    one = taken(office, foreign.a_pdf(*pages))
    file = office.ask(archive.get, office.ask(documents.get, one).file_id)
    office.close()
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, str(script), str(folder), file.sha256],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert ended.returncode == -signal.SIGKILL
    again = Office(open_office(folder), office.clock, office.who)
    with again.database.read() as unit:
        known = unit.texts.known(file.sha256)
    assert 0 < len(known.hows) < 450
    told = again.run(reading.read_some, 60)
    assert told.pages == 450 - len(known.hows)
    assert again.ask(reading.pages, one) == pages
    again.close()
