"""Watched folders give up each file once, and no file is moved before the archive has it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.receiving import (
    TAKEN,
    Afterwards,
    FolderForm,
    FolderKind,
    IntakeFolder,
    Origin,
)
from app.services import documents, receiving, rounds
from app.services.office import Office
from app.services.rounds import Looked, Rounds
from app.services.taking import Taking
from tests.services.incoming import a_mail, all_rows, put, the_document, titles


def watched(office: Office, folder: Path, afterwards: Afterwards = Afterwards.MOVE) -> IntakeFolder:
    folder.mkdir(exist_ok=True)
    form = FolderForm(str(folder), FolderKind.SCANNER, afterwards)
    return office.do(receiving.add_folder, form).result


def look_twice(going: Rounds) -> Looked:
    """Look once more than a file needs to come to rest."""
    going.look()
    return going.look()


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    return tmp_path / "scans"


def test_a_file_is_taken_in_when_it_rests_and_then_moved(office: Office, scans: Path) -> None:
    watched(office, scans)
    path = put(scans, "sub/bill.pdf")
    going = Rounds(office)

    (waiting,) = going.look().states
    looked = going.look()

    assert waiting.waiting == 1
    assert [one.name for one in looked.received] == ["bill.pdf"]
    assert "document" in looked.changed
    assert (looked.states[0].taken, looked.states[0].waiting) == (1, 0)
    assert not path.exists()
    assert (scans / TAKEN / "sub" / "bill.pdf").read_bytes() == b"bill"
    (came,) = office.ask(receiving.arrivals, the_document(office).id)
    assert (came.origin, came.place) == (Origin.SCANNER, str(path.parent))
    assert going.look().received == ()
    assert going.look().changed == frozenset()


def test_a_file_may_be_deleted(office: Office, scans: Path) -> None:
    watched(office, scans, Afterwards.DELETE)
    put(scans, "bill.pdf")

    look_twice(Rounds(office))

    assert list(scans.iterdir()) == []
    assert office.ask(documents.content, the_document(office).id) == b"bill"


def test_a_file_that_is_left_is_taken_in_once_also_after_a_restart(
    office: Office, scans: Path
) -> None:
    watched(office, scans, Afterwards.LEAVE)
    path = put(scans, "bill.pdf")
    look_twice(Rounds(office))

    looked = look_twice(Rounds(office))
    path.touch()
    touched = look_twice(Rounds(office))

    assert looked.received == ()
    assert touched.received == ()
    assert len(office.ask(receiving.arrivals, the_document(office).id)) == 1
    path.write_bytes(b"the next bill")
    assert len(look_twice(Rounds(office)).received) == 1
    assert len(all_rows(office)) == 2


def test_a_copy_of_what_is_filed_is_told_and_cleared(office: Office, scans: Path) -> None:
    watched(office, scans)
    Taking(office).content("bill.pdf", "", b"bill")
    put(scans, "again.pdf")

    (received,) = look_twice(Rounds(office)).received

    assert received.is_known
    assert titles(office) == ["bill.pdf"]
    assert (scans / TAKEN / "again.pdf").exists()


def test_a_growing_file_waits_and_is_named_when_it_goes_on_for_long(
    office: Office, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "RESTLESS_LOOKS", 3)
    watched(office, scans)
    path = put(scans, "long.pdf", b"x")
    going = Rounds(office)
    for _ in range(3):
        assert going.look().received == ()
        with path.open("ab") as file:
            file.write(b"x")

    (trouble,) = office.ask(receiving.troubles)
    going.look()
    looked = going.look()

    assert trouble.code == "receiving.still-written"
    assert [one.name for one in looked.received] == ["long.pdf"]
    assert office.ask(receiving.troubles) == ()


def test_an_empty_file_is_named_once_and_no_more_when_it_is_gone(
    office: Office, scans: Path
) -> None:
    watched(office, scans)
    path = put(scans, "empty.pdf", b"")
    going = Rounds(office)

    look_twice(going)
    first = office.ask(receiving.troubles)
    assert going.look().changed == frozenset()
    assert office.ask(receiving.troubles) == first
    assert [one.code for one in first] == ["receiving.empty"]
    path.unlink()
    going.look()
    assert office.ask(receiving.troubles) == ()


def test_what_failed_is_tried_again_when_asked(office: Office, scans: Path) -> None:
    watched(office, scans)
    put(scans, "empty.pdf", b"")
    going = Rounds(office)
    look_twice(going)

    going.again()

    assert "intake_problem" in going.look().changed


def test_an_unplugged_folder_is_named_and_goes_on_when_it_is_back(
    office: Office, scans: Path
) -> None:
    watched(office, scans)
    put(scans, "bill.pdf")
    pulled = scans.with_name("pulled")
    going = Rounds(office)
    scans.rename(pulled)

    (state,) = going.look().states
    (trouble,) = office.ask(receiving.troubles)
    assert state.is_gone
    assert trouble.code == "receiving.folder-gone"
    assert going.look().changed == frozenset()
    pulled.rename(scans)
    look_twice(going)

    assert office.ask(receiving.troubles) == ()
    assert titles(office) == ["bill.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Links need a right on Windows.")
def test_a_loop_of_links_is_named_and_ends(office: Office, scans: Path) -> None:
    watched(office, scans)
    put(scans, "sub/bill.pdf")
    (scans / "sub" / "loop").symlink_to(scans, target_is_directory=True)

    look_twice(Rounds(office))

    assert [one.code for one in office.ask(receiving.troubles)] == ["receiving.not-a-file"]
    assert titles(office) == ["bill.pdf"]


def test_a_file_that_cannot_be_moved_is_named_and_not_filed_twice(
    office: Office, scans: Path
) -> None:
    watched(office, scans)
    put(scans, TAKEN, b"a file where the folder should be")
    path = put(scans, "bill.pdf")
    going = Rounds(office)

    look_twice(going)
    again = look_twice(Rounds(office))

    assert path.exists()
    assert "receiving.not-cleared" in {one.code for one in office.ask(receiving.troubles)}
    assert again.received == ()
    assert len(office.ask(receiving.arrivals, all_rows(office)[0].id)) == 1


def test_who_was_stopped_before_clearing_clears_after_a_restart(
    office: Office, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(office, scans)
    path = put(scans, "bill.pdf")
    with monkeypatch.context() as patch:
        patch.setattr(rounds._Visit, "_clear", lambda _self, _files: ())
        look_twice(Rounds(office))
    assert path.exists()

    looked = look_twice(Rounds(office))

    assert looked.received == ()
    assert not path.exists()
    assert len(office.ask(receiving.arrivals, the_document(office).id)) == 1


def test_a_file_changed_after_it_was_taken_is_taken_again(office: Office, scans: Path) -> None:
    watched(office, scans)
    path = put(scans, "bill.pdf")
    going = Rounds(office)
    going.look()
    taken = Taking.lying

    def taken_then_changed(self: Taking, *args: object) -> object:
        outcome = taken(self, *args)  # type: ignore[arg-type]  # passed on as they came
        path.write_bytes(b"the next bill")
        return outcome

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Taking, "lying", taken_then_changed)
        going.look()
    look_twice(going)

    contents = {office.ask(documents.content, row.id) for row in all_rows(office)}
    assert contents == {b"bill", b"the next bill"}
    assert not path.exists()


def test_paused_folders_and_those_of_other_computers_are_left_alone(
    office: Office, scans: Path
) -> None:
    folder = watched(office, scans)
    put(scans, "bill.pdf")
    form = replace(folder.form, is_paused=True)
    office.do(receiving.change_folder, folder.id, 1, form)
    elsewhere = replace(form, machine="another computer", is_paused=False)

    assert look_twice(Rounds(office)).received == ()
    office.do(receiving.change_folder, folder.id, 2, elsewhere)
    looked = look_twice(Rounds(office))

    assert looked.received == ()
    assert [one.is_here for one in looked.states] == [False]


def test_a_mail_in_a_folder_brings_its_attachments_and_one_that_fails_stays_named(
    office: Office, scans: Path
) -> None:
    watched(office, scans)
    put(scans, "m.eml", a_mail(("bill.pdf", b"%PDF")))
    nested = a_mail()
    for _ in range(12):
        nested = b"Content-Type: message/rfc822\n\n" + nested
    put(scans, "bad.eml", nested)
    going = Rounds(office)

    looked = look_twice(going)
    look_twice(going)

    assert len(looked.received) == 3
    assert [one.code for one in office.ask(receiving.troubles)] == ["receiving.not-unpacked"]
    assert [path.name for path in scans.iterdir()] == [TAKEN]
