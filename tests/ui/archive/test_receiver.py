"""Folders are looked into while the window is open, and the foot says how they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.receiving import FolderForm, IntakeFolder
from app.domain.shared.ids import IntakeFolderId
from app.domain.shared.refusals import OfficeError
from app.services import likeness, receiving
from app.services.office import Office
from app.services.rounds import FolderState, Looked
from app.services.taking import Taking
from app.storage.faults import Busy
from app.ui.archive import receiver
from app.ui.archive.receiver import Receiver, state_of
from app.ui.kit.shell import Note, Shell
from tests.formats.scans import a_bill
from tests.services.incoming import put, titles
from tests.ui.archive.conftest import Settle

SOME = FolderState(
    IntakeFolder(IntakeFolderId(1), 1, FolderForm("/in")), is_here=True, is_gone=False
)


def states(*some: FolderState) -> Looked:
    return Looked((), frozenset(), some)


def test_files_come_in_and_the_window_hears_of_it(
    qtbot: QtBot, shell: Shell, office: Office, tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "scans"
    put(folder, "bill.pdf")
    office.do(receiving.add_folder, FolderForm(str(folder)))
    notes: list[Note] = []
    told: list[str] = []
    shell.noted.connect(notes.append)
    going = Receiver(shell)
    going.told.connect(told.append)

    going.look()
    settle()
    with qtbot.waitSignal(shell.client.changed):
        shell.look_wanted.emit()
    settle()

    assert titles(office) == ["bill.pdf"]
    assert [note.text for note in notes] == ["1 document came in"]
    assert told[0] == "1 folder watched · files are coming in"
    assert told[-1] == "1 folder watched"


def test_pages_are_compared_when_nothing_comes_in(
    qtbot: QtBot, shell: Shell, office: Office, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    monkeypatch.setattr(receiver, "COMPARING_FROM", 1)
    bill = a_bill(1, 1)
    for name in ("a.pdf", "b.pdf"):
        Taking(office).content(name, "", bill + name.encode())
    going = Receiver(shell)

    going.look()
    settle()

    assert len(office.ask(likeness.alike)) == 1


def test_what_the_office_cannot_do_now_is_told_and_tried_again(shell: Shell) -> None:
    told: list[str] = []
    going = Receiver(shell)
    going.told.connect(told.append)

    going._failed(Busy())

    assert told[0].startswith("Somebody else")
    with pytest.raises(ZeroDivisionError):
        going._failed(ZeroDivisionError())
    assert isinstance(Busy(), OfficeError)


def test_the_state_of_folders_is_said_in_a_few_words(office: Office) -> None:
    now = office.clock.now()
    fine = replace(SOME, looked_at=now)

    assert state_of(states()) == ""
    assert state_of(states(replace(SOME, is_here=False))) == ""
    assert state_of(states(fine, fine)) == "2 folders watched"
    assert state_of(states(replace(fine, failures=3))) == "1 folder watched · 3 problems"
    assert state_of(states(replace(fine, is_gone=True))) == "1 folder watched · 1 cannot be reached"
