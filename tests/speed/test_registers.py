"""The letters that speed is measured over are sound: numbered, threaded, found and counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import letters_in, letters_out, threads
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.speed.registers import make_letters


def test_made_letters_are_numbered_threaded_and_found(tmp_path: Path) -> None:
    make_letters(tmp_path / "A.backdesk", 600)
    database = open_office(tmp_path / "A.backdesk")
    office = Office(database, FixedClock(date(2026, 3, 10)), Actor("Bench"))

    with database.read() as unit:
        assert list(unit.numbers.gaps("letter-in")) == []
        assert list(unit.numbers.gaps("letter-out")) == []
    assert office.ask(letters_in.counts)["assigned"] == 3
    assert office.ask(letters_out.counts)["filed"] == 600
    ours = office.ask(letters_out.first, View(), 1)[0]
    letter = office.ask(letters_out.get, ours.id)
    assert len(office.ask(threads.get, letter.thread_id).letters) == 2
    assert list(office.ask(letters_out.spine, View(words=ours.number))) == [ours.id]
    assert office.ask(letters_out.pdf, ours.id).startswith(b"%PDF")
    database.close()


def test_a_made_office_can_go_on_writing(tmp_path: Path) -> None:
    make_letters(tmp_path / "A.backdesk", 40)
    database = open_office(tmp_path / "A.backdesk")
    office = Office(database, FixedClock(date(2026, 3, 10)), Actor("Bench"))
    last = office.ask(letters_out.first, View(), 1)[0]

    copy = office.do(letters_out.copy, last.id).result
    issued = office.do(letters_out.issue, copy.id).result

    assert int(issued.number.rpartition("-")[2]) == int(last.number.rpartition("-")[2]) + 1
    database.close()
