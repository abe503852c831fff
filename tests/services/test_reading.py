"""What is taken in is read while the office rests: once, whole, and never at the cost of a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.record import Filing
from app.domain.archive.texts import How, Reading, ReadingState
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import JobKind
from app.domain.shared.refusals import NotFound
from app.formats.reading import refusals
from app.outside.clock import FixedClock
from app.services import archive, documents, finding, kinds, reading
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.reading import Waiting
from app.services.reading_rounds import Progress
from app.storage.database import Database
from tests import foreign
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.trade import opened_books


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let nothing on this machine read pictures, unless a test brings what does."""
    monkeypatch.setenv("PATH", str(tmp_path))


def taken(office: Office, raw: bytes, name: str = "a.pdf") -> DocumentId:
    return DocumentId(office.do(archive.file, name, "application/pdf", raw).result.id)


def found(office: Office, words: str) -> list[int]:
    return [one.row.id for one in office.ask(finding.find, words).documents]


def about(office: Office, one: DocumentId) -> Reading:
    return office.ask(reading.about, one)


def as_clerk(office: Office, *permissions: Permission) -> Office:
    role = Role("clerk", frozenset(permissions))
    return Office(office.database, office.clock, Actor("Ville", role))


def test_what_is_taken_in_waits_and_is_read(office: Office) -> None:
    one = taken(office, foreign.a_pdf("Lasku 4711", "Sivu kaksi"))
    two = taken(office, foreign.a_docx(foreign.a_paragraph("Toimitusehdot")), "b.docx")
    assert office.ask(reading.waiting) == Waiting(2, 0)
    assert about(office, one).state is ReadingState.WAITING

    told = office.run(reading.read_some)

    assert told == Progress(documents=2, pages=3, waiting=0, failed=0)
    assert about(office, one) == Reading(ReadingState.READ, How.LAYER, 2, 2)
    assert office.ask(reading.pages, two) == ("Toimitusehdot",)


def test_text_that_was_read_is_found(office: Office) -> None:
    one = taken(office, foreign.a_pdf("sopimus"))
    assert found(office, "sopimus") == []

    office.run(reading.read_some)

    assert found(office, "sopimus") == [one]


def test_a_new_version_is_read_in_place_of_the_old_one(office: Office) -> None:
    one = taken(office, b"vanha", "a.txt")
    office.run(reading.read_some)

    office.do(documents.renew, one, Filing("b.txt", "text/plain"), b"uusi")
    office.run(reading.read_some)

    assert office.ask(reading.pages, one) == ("uusi",)


def test_the_same_bytes_are_read_once(office: Office) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        taken(office, b"sama", name)
    office.run(reading.read_some)
    taken(office, b"sama", "d.txt")

    told = office.run(reading.read_some)

    assert (told.documents, told.pages) == (1, 0)


HOSTILE = {
    "reading.empty": b"",
    "reading.damaged": foreign.a_pdf("Lasku")[:300],
    "reading.locked": foreign.a_locked_pdf("Lasku"),
    "reading.unpacks-too-large": foreign.a_zip_bomb(),
    "reading.declares-entities": foreign.a_billion_laughs().encode(),
}


def test_what_cannot_be_read_is_named_with_its_reason_and_stays_as_it_is(office: Office) -> None:
    ids = {code: taken(office, raw, f"{code}.x") for code, raw in HOSTILE.items()}
    good = taken(office, b"Lasku", "good.txt")

    told = office.run(reading.read_some)

    assert (told.documents, told.waiting, told.failed) == (1, 0, len(HOSTILE))
    listed = {one.code: one.document_id for one in office.ask(reading.failed)}
    assert listed == ids
    assert office.ask(reading.pages, good) == ("Lasku",)
    assert about(office, ids["reading.locked"]).facts == {"why": "pdf"}
    for code, one in ids.items():
        assert office.ask(documents.content, one) == HOSTILE[code]


def test_a_locked_document_is_opened_with_its_password_which_is_kept(office: Office) -> None:
    one = taken(office, foreign.a_locked_pdf("Salainen sopimus"))
    office.run(reading.read_some)

    with pytest.raises(refusals.WrongPassword):
        office.run(reading.unlock, one, "arvaus")
    assert about(office, one).state is ReadingState.FAILED
    told = office.run(reading.unlock, one, foreign.SECRET)
    office.run(reading.read_some)

    assert told.state is ReadingState.WAITING
    assert office.ask(reading.pages, one) == ("Salainen sopimus",)
    assert office.ask(reading.password, one) == foreign.SECRET


def test_the_audit_knows_who_unlocked_a_document_and_never_the_password(office: Office) -> None:
    one = taken(office, foreign.a_locked_pdf("Salainen sopimus"))

    with pytest.raises(refusals.WrongPassword):
        office.run(reading.unlock, one, "arvaus")
    office.run(reading.unlock, one, foreign.SECRET)

    with office.database.read() as unit:
        rows = unit.connection.exec_driver_sql("SELECT * FROM audit").all()
    told = "\n".join(str(row) for row in rows)
    assert "reading.unlock" in told
    assert foreign.SECRET not in told
    assert "arvaus" not in told


def test_without_a_program_for_pictures_a_scan_says_so_and_fails_nothing(office: Office) -> None:
    one = taken(office, foreign.a_scanned_pdf(foreign.a_scan("Lasku", width=99, height=99)))

    told = office.run(reading.read_some)

    assert (told.documents, told.failed) == (1, 0)
    assert about(office, one) == Reading(ReadingState.READ, How.PICTURE, 1, 1, pictures=1)


@on_sqlite
def test_a_document_that_breaks_the_reader_down_takes_nothing_with_it(office: Office) -> None:
    bad = taken(office, b"kaatuu", "bad.txt")
    with office.database.write() as unit:
        for _ in range(3):
            unit.jobs.begin(JobKind.READ, (bad,))
    good = taken(office, b"Lasku", "good.txt")

    office.run(reading.read_some)

    assert about(office, good).state is ReadingState.READ
    assert about(office, bad).code == "reading.broke-down"


@on_sqlite
def test_a_document_is_read_anew_when_somebody_asks(office: Office) -> None:
    one = taken(office, b"Lasku", "a.txt")
    office.run(reading.read_some)
    made = office.ask(reading.pages, one)

    office.do(reading.retry, (one,))

    assert office.ask(reading.pages, one) == ()
    office.run(reading.read_some)
    assert office.ask(reading.pages, one) == made


def test_a_personnel_file_is_read_and_told_only_to_who_may_see_it(
    database: Database,
) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    one = taken(office, foreign.a_locked_pdf("Palkka"), "salary.pdf")
    before = office.ask(documents.get, one)
    personnel = next(k for k in office.ask(kinds.sorting).types if k.code == "personnel")
    form = replace(form_of(before), type_id=personnel.id)
    office.do(documents.change, one, before.version, form)
    office.run(reading.read_some)
    clerk = as_clerk(office, Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE)

    assert clerk.ask(reading.failed) == ()
    for query in (reading.about, reading.pages, reading.password):
        with pytest.raises(NotFound):
            clerk.ask(query, one)
    with pytest.raises(NotFound):
        clerk.run(reading.unlock, one, foreign.SECRET)
    with pytest.raises(NotFound):
        clerk.do(reading.retry, (one,))
    assert [unread.document_id for unread in office.ask(reading.failed)] == [one]


def test_who_may_not_file_may_not_let_read(office: Office) -> None:
    with pytest.raises(NotAllowed):
        as_clerk(office, Permission.ARCHIVE_READ).run(reading.read_some)
