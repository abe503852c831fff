"""A dialog with a form settles two versions; what they changed elsewhere is no question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.conflict import Standoff
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from tests.ui.two_desks import choose_mine, shown_dialog
from tests.windows import Settle


class Card(QWidget):
    """Writes a name over what the office holds."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.held, self.version, self.saved = "Aamu", 1, ""
        self.form, self.name = Form(), TextEdit()
        self.form.add("name", "Name", self.name)
        writing = Writing(self.form, self.read, self.save, ())
        self.standoff: Standoff = settling(shell, self, writing)
        self.read()

    def read(self) -> None:
        self.name.put(self.held)
        self.form.call_clean()
        self.standoff.opened(self.version)

    def save(self) -> None:
        self.saved = self.name.value()


def a_card(qtbot: QtBot, shell: Shell, wrote: Callable[[Card], object]) -> Card:
    card = Card(shell)
    qtbot.addWidget(card)
    card.resize(900, 600)
    card.show()
    card.name.put("mine")
    card.form.touch()
    wrote(card)
    card.version += 1
    card.standoff.meet()
    return card


def rename(card: Card) -> None:
    card.held = "theirs"


def nothing(_card: Card) -> None:
    """Change something that the form does not show."""


def test_both_versions_are_shown_and_the_chosen_one_is_saved(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    card = a_card(qtbot, shell, rename)
    settle()

    choose_mine(shown_dialog(qtbot, card))
    settle()

    assert card.saved == "mine"


def test_what_they_changed_elsewhere_is_no_question(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    card = a_card(qtbot, shell, nothing)
    settle()

    qtbot.waitUntil(lambda: card.saved == "mine")
    assert card.standoff.dialog is None


def test_who_only_looks_saves_nothing(qtbot: QtBot, shell: Shell, settle: Settle) -> None:
    card = Card(shell)
    qtbot.addWidget(card)
    card.show()
    card.name.put("mine")
    card.form.touch()

    card.standoff.look()
    settle()

    shown_dialog(qtbot, card).reject()
    assert card.saved == ""
