"""Two desks at one company in one process, for tests: what one does the other hears."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.services.permissions import OWNER, Actor, Role
from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.form_page import FormPage
from app.ui.kit.lane import Lanes
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.merge_dialog import MergeDialog
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.modules import MODULES
from tests.ui.keys import press, type_in


def desk_of(office: Office, lanes: Lanes, name: str, role: Role = OWNER) -> Shell:
    """Return the shell of a window of somebody at an office that another has open, too."""
    beside = Office(office.database, office.clock, Actor(name, role))
    return Shell(OfficeClient(beside, lanes), ActionBook(with_modules(MODULES)), Settings())


def hear(one: Shell, other: Shell) -> None:
    """Let one desk hear what the other changes, as a server tells it."""
    other.client.changed.connect(one.client.changed)


def form_of(page: FormPage | ListedForm[Any]) -> Form | None:
    """Return the form that a page shows."""
    return page.form if isinstance(page, ListedForm) else page._form


def words_of(form: Form) -> list[TextEdit]:
    """Return the fields of words that a clerk may write, from the top."""
    editors = (form.cell(path).editor for path in form.paths)
    return [
        one
        for one in editors
        if type(one) is TextEdit
        and one.isEnabled()
        and not one.isReadOnly()
        and one.echoMode() is QLineEdit.EchoMode.Normal
    ]


def write(editor: QWidget, text: str) -> None:
    """Write over what stands in a field."""
    press(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(editor, text)


def shown_dialog(qtbot: QtBot, page: QWidget) -> MergeDialog:
    """Wait until both versions are shown, and return the dialog."""

    def shown() -> bool:
        return any(one.isVisible() for one in page.findChildren(MergeDialog))

    qtbot.waitUntil(shown)
    return next(one for one in page.findChildren(MergeDialog) if one.isVisible())


def choose_mine(dialog: MergeDialog) -> None:
    """Choose my word everywhere by the keyboard, and save."""
    for left in dialog.unsettled():
        left.setFocus()
        press(left, Qt.Key.Key_Right)
    assert not dialog.unsettled()
    dialog.save_button.setFocus()
    press(dialog.save_button, Qt.Key.Key_Return)
