"""What tests of letters do alike: show a page, trigger an action, agree to a dialog."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.correspondence.letter import (
    Incoming,
    Outgoing,
)
from app.services import (
    letters_in,
    letters_out,
)
from app.services.office import Office
from app.ui.correspondence.answering import TemplateDialog
from app.ui.correspondence.register import Register
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests.domain.correspondence.letters import a_form, a_letter_form
from tests.ui.keys import press, type_in
from tests.windows import bring_up

Settle = Callable[[], None]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def a_picture() -> bytes:
    """A small picture that can be drawn."""
    kept = io.BytesIO()
    Image.new("RGBA", (40, 12), (0, 0, 128, 0)).save(kept, "PNG")
    return kept.getvalue()


def shown(qtbot: QtBot, shell: Shell, page: QWidget, settle: Settle) -> None:
    qtbot.addWidget(page)
    page.resize(1100, 740)
    bring_up(qtbot, page)
    settle()
    current = page.current if isinstance(page, LettersTab) else page
    shell.book.enter((current, page) if current is not page else (page,))
    settle()


def register_of(tab: LettersTab, section: str) -> Register[Any]:
    page = tab.page(section)
    assert isinstance(page, Register)
    return page


def do(shell: Shell, name: str, settle: Settle) -> None:
    action = shell.book.action(name)
    assert action.isEnabled(), name
    action.trigger()
    settle()


def dialog_of(page: QWidget, kind: type[Dialog]) -> Dialog:
    found = page.findChildren(kind)
    assert found
    return found[-1]


def take_template(page: QWidget, shell: Shell, settle: Settle) -> None:
    """Let a letter go on from the first template."""
    do(shell, "letter.template", settle)
    dialog = dialog_of(page, TemplateDialog)
    assert isinstance(dialog, TemplateDialog)
    press(dialog.hits, Key.Key_Return)


def came_in(office: Office, **parts: object) -> Incoming:
    return office.do(letters_in.enter, a_form(**parts)).result


def ours(office: Office, **parts: object) -> Outgoing:
    return office.do(letters_out.draft, a_letter_form(**parts)).result


def write_and_agree(page: QWidget, words: str, settle: Settle) -> None:
    dialog = dialog_of(page, Dialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    type_in(field, words)
    press(field, Key.Key_Return)
    settle()
