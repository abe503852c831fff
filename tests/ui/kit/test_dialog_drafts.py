"""A dialog knows by itself where its drafts are kept, and who keeps them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.drafts import Place
from app.ui.kit.bring_up import NoteDialog
from app.ui.kit.dialog_drafts import client_of, dashed, place_of
from app.ui.kit.dialogs import Dialog
from app.ui.kit.phone_note import PhoneDialog
from app.ui.kit.shell import RecordPage, Shell


def test_the_names_of_drafts_come_from_the_class() -> None:
    assert dashed("LeaveTypesPage") == "leave-types-page"


def test_a_dialog_over_a_record_is_about_that_record(qtbot: QtBot, shell: Shell) -> None:
    page = RecordPage(shell, "person", 77)
    qtbot.addWidget(page)
    inner = QWidget(page)

    dialog = NoteDialog(inner, is_handed=False)

    assert place_of(dialog) == Place("kit.note-dialog", 77)
    assert client_of(dialog) is shell.client


def test_what_a_dialog_says_it_is_about_goes_before_its_page(qtbot: QtBot, shell: Shell) -> None:
    page = RecordPage(shell, "person", 77)
    qtbot.addWidget(page)
    dialog = NoteDialog(page, is_handed=False)
    dialog.drafted_of = 5

    assert place_of(dialog).entity == 5


def test_over_the_window_a_dialog_is_about_nothing(qtbot: QtBot, shell: Shell) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    dialog = PhoneDialog(window, shell)

    assert place_of(dialog) == Place("kit.phone-dialog", 0)
    assert client_of(Dialog(window, "x", "y", "help")) is None
