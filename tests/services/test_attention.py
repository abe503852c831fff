"""What waits for somebody is told with its reason, and what is to be known of one document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.readers import Readers
from app.domain.archive.texts import ReadingState
from app.domain.shared.ids import DocumentId
from app.formats.retention import plan
from app.services import attention, documents, kinds, reading, stacks
from app.services.attention import Matter, PictureReader
from app.services.kinds import TypeForm
from app.services.likeness import Comparing
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.services.taking import Taking
from tests import foreign
from tests.formats.scans import a_bill, a_scan
from tests.services.incoming import put
from tests.services.test_likeness import take
from tests.services.test_stacks import SEPARATORS, scan
from tests.stand_in import stand_in


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def read(office: Office) -> None:
    office.run(reading.read_some, 60)
    reading.rest(office)


def test_what_waits_is_named_with_its_reason(office: Office, tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    stack = scan(office, scans, SEPARATORS, b"%PDF-1.7 no more")
    locked = take(office, "locked.pdf", foreign.a_locked_pdf("secret"))
    Taking(office).files([put(tmp_path, "empty.pdf", b"")])
    office.run(stacks.split_some)
    split_only = office.ask(attention.waiting)

    read(office)
    told = {one.name: one for one in office.ask(attention.waiting)}

    assert {(one.name, one.matter) for one in split_only} == {
        ("empty.pdf", Matter.TAKING_IN),
        ("scan.pdf", Matter.SPLITTING),
    }
    assert told["empty.pdf"].code == "receiving.empty"
    assert told["empty.pdf"].path == str(tmp_path / "empty.pdf")
    assert (told["locked.pdf"].id, told["locked.pdf"].code) == (locked, "reading.locked")
    assert (told["scan.pdf"].id, told["scan.pdf"].matter) == (stack.id, Matter.READING)


def test_a_locked_stack_asks_for_its_password_only(office: Office, tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    one = scan(office, scans, SEPARATORS, foreign.a_locked_pdf("letter"))
    office.run(stacks.split_some)
    read(office)

    about = office.ask(attention.about, one.id)

    assert about.reading.state is ReadingState.FAILED
    assert about.unsplit is None


def test_a_document_tells_what_it_looks_like(office: Office) -> None:
    bill = a_bill(3, 1, lines=4)
    first, second = take(office, "bill.pdf", bill), take(office, "scan.jpg", a_scan(bill, 5))
    Comparing(office).some(60)

    about = office.ask(attention.about, DocumentId(second))

    assert about.alike is not None
    assert (about.alike.other_id, about.alike.title) == (first, "bill.pdf")
    assert office.ask(attention.about, DocumentId(first)).alike is None


def test_it_is_known_whether_pictures_can_be_read_here(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nobody_asks = office.ask(attention.picture_reader)
    take(office, "scan.pdf", foreign.a_scanned_pdf(foreign.a_scan("Lasku 4711")))
    read(office)
    missing = office.ask(attention.picture_reader)

    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", "eng tha")))
    english_only = office.ask(attention.picture_reader)

    assert nobody_asks == PictureReader(is_here=False)
    assert not nobody_asks.is_wanted
    assert missing == PictureReader(is_here=False, has_pictures=True)
    assert missing.is_wanted
    assert english_only == PictureReader(is_here=True, lacks=("fin",), has_pictures=True)
    assert english_only.is_wanted


def test_what_is_walled_off_is_not_told(office: Office) -> None:
    one = DocumentId(take(office, "pay.pdf", foreign.a_locked_pdf("pay")))
    read(office)
    kept = plan("FI").classes[0].code
    pay = office.do(
        kinds.add_type, TypeForm("pay", {"en": "Pay"}, kept, readers=Readers.PERSONNEL)
    ).result
    before = office.ask(documents.get, one)
    typed = replace(form_of(before), type_id=pay.id)
    office.do(documents.change, one, before.version, typed)
    clerk = Actor("Ville", Role("clerk", frozenset({Permission.ARCHIVE_READ})))

    assert Office(office.database, office.clock, clerk).ask(attention.waiting) == ()
    assert len(office.ask(attention.waiting)) == 1
