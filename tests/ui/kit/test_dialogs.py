"""Dialogs: what, why, what to do; never a nested loop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import NoteId
from app.domain.shared.refusals import Conflict
from app.services import drafts, notes
from app.services.office import Office
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import Dialog, Question, ask, tell, tell_error
from app.ui.kit.fields import TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def press(dialog: Dialog, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


def words(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_question_does_it_only_when_the_clerk_says_so(window: QWidget) -> None:
    done: list[str] = []
    question = Question("Remove it?", "It goes.", "Remove", "12 files")

    press(ask(window, question, lambda: done.append("no")), "Cancel")
    assert done == []

    press(ask(window, question, lambda: done.append("yes")), "Remove")
    assert done == ["yes"]


def test_an_error_says_what_why_and_what_to_do_and_keeps_the_code_in_the_details(
    window: QWidget,
) -> None:
    dialog = tell_error(window, Conflict(contact=7))

    found = error_sentence(Conflict(contact=7))
    assert all(part in words(dialog) for part in (found.what, found.why, found.todo))
    assert "office.conflict" not in words(dialog)
    assert "office.conflict" in dialog._details.toPlainText()
    assert not dialog._details.isVisible()


def test_the_keyboard_is_on_the_main_button(qtbot: QtBot, window: QWidget) -> None:
    dialog = tell_error(window, Conflict(contact=7))

    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Close"


def test_details_unfold_and_are_copied(window: QWidget) -> None:
    dialog = tell_error(window, Conflict(contact=7))

    press(dialog, "Details")
    press(dialog, "Copy")

    assert dialog._details.isVisible()
    assert "contact: 7" in QGuiApplication.clipboard().text()


def test_something_can_be_told_in_more_than_a_line(window: QWidget) -> None:
    dialog = tell(window, "Latest messages", "one\ntwo")

    assert "one\ntwo" in words(dialog)
    assert dialog.accessibleName() == "Latest messages"


def test_a_dialog_is_as_high_as_its_words_need_at_its_width(qtbot: QtBot, window: QWidget) -> None:
    short, long = tell(window, "Title", "Word."), tell(window, "Title", "Many words. " * 40)

    qtbot.waitUntil(lambda: short.isVisible() and long.isVisible())

    assert short.width() == long.width() == short.minimumWidth()
    assert short.height() < 200 < long.height()


def test_a_field_is_named_by_the_label_above_it(window: QWidget) -> None:
    dialog, field = tell(window, "Title", "Text"), QLineEdit()

    dialog.add_labelled("Why", field)

    assert field.accessibleName() == "Why"
    assert "Why" in words(dialog)


class WordsDialog(Dialog):
    """Asks for words about record 5."""

    drafted_of = 5

    def __init__(self, window: QWidget, client: OfficeClient) -> None:
        super().__init__(window, "Words", "Say it.", "pencil")
        self.shell = SimpleNamespace(client=client)
        self.field = QLineEdit()
        self.add_labelled("Words", self.field)
        self.add_button("Cancel", self.reject, primary=False)
        self.add_button("Keep", self.accept, primary=True)


def note_dialog(window: QWidget, client: OfficeClient) -> tuple[Dialog, QLineEdit]:
    dialog = WordsDialog(window, client)
    dialog.open()
    return dialog, dialog.field


def test_what_was_typed_into_a_dialog_that_is_closed_is_offered_when_it_opens_again(
    window: QWidget, client: OfficeClient, office: Office, settle: Callable[[], None]
) -> None:
    dialog, field = note_dialog(window, client)
    QTest.keyClicks(field, "half")
    press(dialog, "Cancel")
    settle()

    again, fresh = note_dialog(window, client)
    settle()

    assert again.keeping is not None
    assert "half" in again.keeping.strip.text.text()
    again.keeping.strip.button.click()
    assert fresh.text() == "half"


def test_what_was_agreed_in_a_dialog_is_forgotten(
    window: QWidget, client: OfficeClient, office: Office, settle: Callable[[], None]
) -> None:
    dialog, field = note_dialog(window, client)
    QTest.keyClicks(field, "whole")
    client.flushing.emit()
    settle()

    press(dialog, "Keep")
    settle()

    assert office.ask(drafts.kept, "kit.words-dialog", 5) is None


def test_what_a_dialog_asked_for_and_was_refused_stays_kept(
    window: QWidget, client: OfficeClient, office: Office, settle: Callable[[], None]
) -> None:
    dialog, field = note_dialog(window, client)
    QTest.keyClicks(field, "whole")
    dialog.accepted.connect(partial(client.do, noted, notes.change, NoteId(99), 1, "x"))

    press(dialog, "Keep")
    settle()

    assert office.ask(drafts.kept, "kit.words-dialog", 5) is not None


def noted(_answer: object) -> None:
    """Nothing is told of it."""


def test_what_is_wrong_with_a_field_stands_below_it_until_it_is_typed_in_again(
    qtbot: QtBot, window: QWidget
) -> None:
    field, dialog = TextEdit(), Dialog(window, "Password", "Type it.", "key")
    dialog.add_labelled("Password now", field)
    dialog.open()
    before = dialog.height()

    field.show_problem("It is not right. " * 12)
    qtbot.waitUntil(lambda: dialog.height() > before)
    told = next(one for one in dialog.findChildren(QLabel) if one.text().startswith("It is"))
    is_told = told.isVisible() and told.height() >= told.heightForWidth(told.width())
    QTest.keyClicks(field, "x")

    assert is_told
    assert not told.isVisible()
    dialog.reject()


def test_a_dialog_grows_with_what_is_told_later(qtbot: QtBot, window: QWidget) -> None:
    dialog, told = Dialog(window, "Erase", "It goes.", "trash"), plain_label("")
    dialog.add_field(told)
    dialog.open()
    before = dialog.height()

    told.setText("A backup made before holds the person until it goes. " * 6)

    qtbot.waitUntil(lambda: dialog.height() > before)
    dialog.reject()
