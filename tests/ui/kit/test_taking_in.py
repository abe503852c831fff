from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.document import DocumentState
from app.domain.archive.row import Wanted
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.services import documents
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Note, Shell
from app.ui.kit.taking_in import Intake
from app.ui.kit.work import Work

Settle = Callable[[], None]
_NO_BUTTON, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def inbox(office: Office) -> set[str]:
    wanted = Wanted((DocumentState.INBOX,))
    return {row.title for row in office.ask(documents.first, View(), 99, wanted)}


def files(folder: Path, *names: str) -> QMimeData:
    for name in names:
        (folder / name).write_text(name)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(folder / name)) for name in names])
    return dropped


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def intake(page: QWidget, shell: Shell) -> Intake:
    return Intake(shell, page)


def test_a_pasted_picture_and_a_pasted_text_are_files_of_their_own(
    qtbot: QtBot, intake: Intake, office: Office
) -> None:
    picture, text = QMimeData(), QMimeData()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    picture.setImageData(image)
    text.setText("Sovittu puhelimessa")

    taken = intake.take(picture), intake.take(text), intake.take(QMimeData())

    assert taken == (True, True, False)
    qtbot.waitUntil(lambda: len(inbox(office)) == 2)
    assert {name.partition(" ")[0] for name in inbox(office)} == {"Picture", "Text"}


def test_a_file_that_cannot_be_read_keeps_no_other_back_and_is_named(
    qtbot: QtBot, page: QWidget, intake: Intake, office: Office, tmp_path: Path
) -> None:
    files(tmp_path, "good.txt", "last.txt")

    intake.put([tmp_path / "good.txt", tmp_path / "gone.txt", tmp_path / "last.txt"])

    qtbot.waitUntil(lambda: page.findChild(Dialog) is not None)
    dialog = page.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    assert dialog.accessibleName() == "1 file was not taken in"
    assert "gone.txt" in dialog.accessibleDescription()
    assert inbox(office) == {"good.txt", "last.txt"}
    dialog.accept()


def test_the_clerk_can_stop_and_go_on(
    qtbot: QtBot, intake: Intake, office: Office, tmp_path: Path, shell: Shell
) -> None:
    files(tmp_path, "a.txt", "b.txt")
    refusals: list[OfficeError] = []
    shell.refused.connect(refusals.append)
    works: list[Work] = []

    def stop(work: Work, _text: str) -> None:
        works.append(work)
        work.cancel()

    intake.began.connect(stop)
    intake.put([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: len(refusals) + len(inbox(office)) > 0)
    intake.began.disconnect()
    intake.put([tmp_path / "b.txt"])

    qtbot.waitUntil(lambda: "b.txt" in inbox(office))
    assert len(works) == 1


def test_what_was_there_already_is_said(
    qtbot: QtBot, intake: Intake, office: Office, tmp_path: Path, shell: Shell
) -> None:
    files(tmp_path, "a.txt")
    (tmp_path / "copy.txt").write_text("a.txt")
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    with qtbot.waitSignal(intake.took):
        intake.put([tmp_path / "a.txt", tmp_path / "copy.txt"])

    assert notes[-1].text == "1 file is in the inbox · 1 was there already"
    assert len(inbox(office)) == 1


def test_an_empty_clipboard_is_said(intake: Intake, shell: Shell, qtbot: QtBot) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    assert not intake.take(QMimeData())
    intake.put([])

    assert notes == []
