"""``::`` and a shortcut write a snippet wherever words are typed in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.correspondence.body import written
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.services import snippets
from app.services.office import Office
from app.ui.kit.addressed import Addressed, Addressing
from app.ui.kit.bring_up import ask_note
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import TextEdit
from app.ui.kit.pick_dialog import PickDialog
from app.ui.kit.shell import Note, Shell
from app.ui.kit.snippets import INSERT, SnippetTyping
from tests.ui.keys import press, type_in

Key, Held = Qt.Key, Qt.KeyboardModifier


class Page(QWidget):
    """A page with several lines, one line and a password."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.words, self.line, self.secret = MultiLine(), TextEdit(), TextEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        for one in (self.words, self.line, self.secret):
            column.addWidget(one)
        Addressing(self, lambda: Addressed(None, self.language))


def keep(office: Office, shortcut: str, **texts: str) -> None:
    told = tuple(SnippetText(language, written(text)) for language, text in texts.items())
    office.do(snippets.add, SnippetForm(shortcut, told))


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Page:
    keep(office, "greet", fi="Hyvää päivää", th="สวัสดี")
    keep(office, "grow", fi="Kasvakaa")
    keep(office, "bye", fi="Ystävällisin\nterveisin")
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.words.setFocus()
    qtbot.waitUntil(made.words.hasFocus)
    return made


@pytest.fixture
def typing(qtbot: QtBot, page: Page, shell: Shell) -> SnippetTyping:
    shell.book.enter((page,))
    return SnippetTyping(shell, page)


@pytest.fixture
def told(shell: Shell) -> Iterator[list[Note]]:
    heard: list[Note] = []
    shell.noted.connect(heard.append)
    yield heard
    shell.noted.disconnect(heard.append)


def listed(typing: SnippetTyping) -> list[str]:
    if not typing.hits.isVisible():
        return []
    return [typing.hits.item(at).text() for at in range(typing.hits.count())]


def test_the_list_shows_what_begins_so_and_enter_writes_it(
    qtbot: QtBot, page: Page, typing: SnippetTyping
) -> None:
    type_in(page.words, "Hei ::g")
    qtbot.waitUntil(lambda: listed(typing) == ["::greet", "::grow"])

    press(page.words, Key.Key_Down)
    press(page.words, Key.Key_Return)

    assert page.words.toPlainText() == "Hei Kasvakaa"
    assert listed(typing) == []
    page.words.undo()
    assert page.words.toPlainText() == "Hei ::g"


def test_a_shortcut_typed_whole_is_written_by_a_space_however_fast(
    qtbot: QtBot, page: Page, typing: SnippetTyping
) -> None:
    type_in(page.words, "::greet ja ")
    qtbot.waitUntil(lambda: page.words.toPlainText() == "Hyvää päivää ja ")

    type_in(page.words, "::bye ::nothing ")

    assert page.words.toPlainText() == "Hyvää päivää ja Ystävällisin\nterveisin ::nothing "


def test_escape_leaves_what_was_typed_and_the_next_shortcut_is_offered_again(
    qtbot: QtBot, page: Page, typing: SnippetTyping
) -> None:
    type_in(page.words, "::gr")
    qtbot.waitUntil(lambda: len(listed(typing)) == 2)

    press(page.words, Key.Key_Escape)
    type_in(page.words, "e")
    closed = listed(typing)
    type_in(page.words, ", ::b")

    assert closed == []
    assert listed(typing) == ["::bye"]
    assert page.words.toPlainText() == "::gre, ::b"


def test_one_line_takes_it_too_and_a_password_does_not(
    qtbot: QtBot, page: Page, typing: SnippetTyping
) -> None:
    page.line.setFocus()
    type_in(page.line, "::by")
    qtbot.waitUntil(lambda: listed(typing) == ["::bye"])
    press(page.line, Key.Key_Tab)
    page.secret.setFocus()
    type_in(page.secret, "::bye ")

    assert page.line.text() == "Ystävällisin terveisin"
    assert page.secret.text() == "::bye "


def test_the_language_of_the_paper_is_spoken(
    qtbot: QtBot, page: Page, typing: SnippetTyping
) -> None:
    page.language = "th"

    type_in(page.words, "::greet ")

    qtbot.waitUntil(lambda: page.words.toPlainText() == "สวัสดี ")


def test_a_snippet_that_is_new_is_known_at_once(
    qtbot: QtBot, page: Page, typing: SnippetTyping, shell: Shell, office: Office
) -> None:
    type_in(page.words, "::x")
    keep(office, "xmas", fi="Hyvää joulua")
    shell.client.changed.emit(frozenset({"snippet"}))

    type_in(page.words, "m")

    qtbot.waitUntil(lambda: listed(typing) == ["::xmas"])


def test_every_snippet_is_found_by_the_palette_and_written_where_the_cursor_was(
    qtbot: QtBot, page: Page, typing: SnippetTyping, shell: Shell
) -> None:
    type_in(page.words, "Hei ")
    page.setFocus()

    shell.book.action(INSERT).trigger()
    qtbot.waitUntil(lambda: bool(page.findChildren(PickDialog)))
    (dialog,) = page.findChildren(PickDialog)
    type_in(dialog.search, "terveisin")
    press(dialog.hits, Key.Key_Return)

    assert page.words.toPlainText() == "Hei Ystävällisin\nterveisin"
    page.words.undo()
    assert page.words.toPlainText() == "Hei "


def test_the_keys_of_the_action_open_it_in_a_dialog_over_the_window(
    qtbot: QtBot, page: Page, typing: SnippetTyping, shell: Shell
) -> None:
    dialog = ask_note(page, shell, "contact:1")
    dialog.activateWindow()
    dialog.words.setFocus()
    qtbot.waitUntil(dialog.words.hasFocus)

    press(dialog.words, Key.Key_G, Held.ControlModifier | Held.ShiftModifier)

    qtbot.waitUntil(lambda: bool(dialog.findChildren(PickDialog)))
    dialog.findChildren(PickDialog)[0].reject()
    dialog.activateWindow()
    dialog.words.setFocus()
    qtbot.waitUntil(dialog.words.hasFocus)
    type_in(dialog.words, "::greet ")
    assert dialog.words.toPlainText() == "Hyvää päivää "
    dialog.reject()


def test_without_a_cursor_or_a_snippet_the_clerk_is_told(
    qtbot: QtBot, page: Page, shell: Shell, told: list[Note], office: Office
) -> None:
    page.words.clearFocus()
    shell.book.enter((page,))
    SnippetTyping(shell, page)
    shell.book.action(INSERT).trigger()
    for one in office.ask(snippets.snippets):
        office.do(snippets.put_away, one.id, one.version)
    page.line.setFocus()
    shell.book.action(INSERT).trigger()

    qtbot.waitUntil(lambda: len(told) == 2)
    assert "Put the cursor first" in told[0].text
    assert "no snippets yet" in told[1].text


def test_another_window_is_left_alone(qtbot: QtBot, page: Page, typing: SnippetTyping) -> None:
    other = MultiLine()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)

    type_in(other, "::greet ")

    assert other.toPlainText() == "::greet "


def test_an_office_that_is_about_to_close_writes_no_more(
    page: Page, typing: SnippetTyping, shell: Shell
) -> None:
    shell.client.stopped.emit()

    type_in(page.words, "::greet ")

    assert page.words.toPlainText() == "::greet "
    assert not shell.book.action(INSERT).isEnabled()
