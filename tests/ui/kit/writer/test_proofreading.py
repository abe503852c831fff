"""Wrong words are underlined where they are seen, and nothing of it is part of the letter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.correspondence.body import Body, Cell, Chip, Marks, Paragraph, Table, Words, written
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.spelling import Speller
from app.ui.kit.writer.proofreading import Proof
from app.ui.kit.writer.writer import Writer
from tests.stand_in_speller import a_speller
from tests.windows import PatientBot, bring_up

pytestmark = pytest.mark.skipif(os.name == "nt", reason="The stand-in is a script.")
OFFSCREEN = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def writer(
    qtbot: PatientBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    lanes: Lanes,
    settings: Settings,
) -> Iterator[Writer]:
    monkeypatch.setenv("PATH", str(a_speller(tmp_path / "bin")))
    made = Writer("Letter", no_picture)
    made.proof = Proof(made, Speller(settings, lanes, made))
    made.proof.speak("en")
    qtbot.addWidget(made)
    made.resize(700, 300)
    bring_up(qtbot, made)
    made.setFocus()
    yield made
    made.close()


def no_picture(sha256: str) -> bytes:
    return b""


def underlined(writer: Writer) -> list[str]:
    """Return the words under which a line is drawn."""
    found, block = [], writer.document().begin()
    while block.isValid():
        raw = block.text().encode("utf-16-le")
        for one in block.layout().formats():
            if one.format.underlineStyle() is WAVE:
                part = raw[one.start * 2 : (one.start + one.length) * 2]
                found.append(part.decode("utf-16-le"))
        block = block.next()
    return found


def seen(qtbot: PatientBot, writer: Writer, *words: str) -> None:
    qtbot.waitUntil(lambda: underlined(writer) == list(words), timeout=20_000)


def menu_of(qtbot: PatientBot, writer: Writer) -> QMenu:
    qtbot.waitUntil(lambda: bool(writer.findChildren(QMenu)), timeout=20_000)
    menu = writer.findChildren(QMenu)[-1]
    qtbot.waitUntil(menu.isVisible)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def put_away(qtbot: PatientBot, writer: Writer, menu: QMenu) -> None:
    menu.close()
    qtbot.waitUntil(lambda: not writer.findChildren(QMenu))


def test_wrong_words_are_underlined_and_the_letter_stays_as_it_is(
    qtbot: PatientBot, writer: Writer
) -> None:
    body = written("Dear customer, teh goods are xyz.")
    told: list[object] = []
    writer.changed.connect(partial(told.append, None))

    writer.show_body(body)
    seen(qtbot, writer, "teh", "xyz")

    assert writer.body() == body
    assert told == []
    assert not writer.document().isUndoAvailable()


def test_fields_tables_and_signs_beyond_sixteen_bits_do_not_shift_the_lines(
    qtbot: PatientBot, writer: Writer
) -> None:
    parts = (Words("\U0001f600 Dear "), Chip("contact.name"), Words("xyz, teh goods"))
    cell = Cell((Words("dont"),))

    writer.show_body(Body((Paragraph(parts), Table(((cell, cell),)))))

    seen(qtbot, writer, "teh", "dont", "dont")


def test_the_word_that_is_being_typed_is_left_alone(qtbot: PatientBot, writer: Writer) -> None:
    writer.show_body(written("knwon "))
    seen(qtbot, writer, "knwon")
    writer.moveCursor(writer.textCursor().MoveOperation.End)

    QTest.keyClicks(writer, "teh")
    assert writer.proof is not None
    qtbot.waitUntil(lambda: writer.proof.is_wrong("teh") is True)  # type: ignore[union-attr]  # it is there
    seen(qtbot, writer, "knwon")
    QTest.keyClicks(writer, " ")

    seen(qtbot, writer, "knwon", "teh")


def test_while_an_input_method_composes_its_own_lines_stay(
    qtbot: PatientBot, writer: Writer
) -> None:
    writer.show_body(written("teh goods"))
    seen(qtbot, writer, "teh")
    kind = QInputMethodEvent.AttributeType.TextFormat
    own = QTextCharFormat()
    own.setFontOverline(True)
    attributes = [QInputMethodEvent.Attribute(kind, 0, 1, own)]
    assert writer.proof is not None

    QApplication.sendEvent(writer, QInputMethodEvent("´", attributes))
    writer.proof.speak("fi")
    formats = writer.document().begin().layout().formats()
    QApplication.sendEvent(writer, QInputMethodEvent())
    writer.proof.speak("en")

    assert any(one.format.fontOverline() for one in formats)
    seen(qtbot, writer, "teh")


def test_what_is_not_seen_is_not_asked_for_until_it_is(qtbot: PatientBot, writer: Writer) -> None:
    writer.show_body(written("\n\n".join(["teh", *["goods"] * 80, "dont"])))
    seen(qtbot, writer, "teh")
    assert writer.proof is not None
    assert writer.proof.is_wrong("dont") is None

    writer.verticalScrollBar().setValue(writer.verticalScrollBar().maximum())

    seen(qtbot, writer, "teh", "dont")


@OFFSCREEN
def test_the_key_goes_from_word_to_word_and_writes_what_is_meant(
    qtbot: PatientBot, writer: Writer
) -> None:
    bold = Words("teh", Marks(is_bold=True))
    writer.show_body(Body((Paragraph((Words("Dear "), bold, Words(" xyz"))),)))
    assert writer.proof is not None

    writer.proof.go_on()
    menu = menu_of(qtbot, writer)
    assert texts(menu) == ["the", "ten", "Add to my words", "Next word"]
    QTest.keyClick(menu, Qt.Key.Key_Return)

    right = Words("the", Marks(is_bold=True))
    assert writer.body() == Body((Paragraph((Words("Dear "), right, Words(" xyz"))),))
    qtbot.waitUntil(lambda: not writer.findChildren(QMenu))
    writer.proof.go_on()
    menu = menu_of(qtbot, writer)
    assert writer.textCursor().selectedText() == "xyz"
    assert texts(menu) == ["No suggestion", "Add to my words", "Next word"]
    put_away(qtbot, writer, menu)
    writer.undo()
    assert "teh" in writer.toPlainText()


@OFFSCREEN
def test_a_word_added_to_my_words_is_underlined_no_more(
    qtbot: PatientBot, writer: Writer, settings: Settings
) -> None:
    writer.show_body(written("xyz goods Xyz"))
    seen(qtbot, writer, "xyz", "Xyz")
    assert writer.proof is not None

    writer.proof.go_on()
    menu = menu_of(qtbot, writer)
    next(one for one in menu.actions() if one.text() == "Add to my words").trigger()
    put_away(qtbot, writer, menu)

    seen(qtbot, writer)
    assert settings.now.words == ("xyz",)
    with qtbot.waitSignal(writer.proof.said) as told:
        writer.proof.go_on()
    assert told.args == ["No word is underlined"]


@OFFSCREEN
def test_the_menu_of_a_wrong_word_begins_with_what_is_meant(
    qtbot: PatientBot, writer: Writer
) -> None:
    writer.show_body(written("teh goods"))
    seen(qtbot, writer, "teh")
    writer.moveCursor(writer.textCursor().MoveOperation.Start)
    at = writer.cursorRect().center() + QPoint(2, 0)

    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, at, writer.viewport().mapToGlobal(at))
        QApplication.sendEvent(writer.viewport(), event)
        menu = menu_of(qtbot, writer)
        assert texts(menu)[:3] == ["the", "ten", "Add to my words"]
        assert len(texts(menu)) > 5
        put_away(qtbot, writer, menu)


def test_in_another_language_other_words_are_wrong(qtbot: PatientBot, writer: Writer) -> None:
    writer.show_body(written("Kiitos teh"))
    seen(qtbot, writer, "teh")
    assert writer.proof is not None

    writer.proof.speak("th")
    seen(qtbot, writer)

    qtbot.waitUntil(lambda: writer.proof.is_wrong("teh") is False)  # type: ignore[union-attr]  # it is there
    with qtbot.waitSignal(writer.proof.said) as told:
        writer.proof.go_on()
    assert told.args == ["This machine has no dictionary for the language of this text"]


def test_turned_off_no_line_is_drawn(qtbot: PatientBot, writer: Writer, settings: Settings) -> None:
    writer.show_body(written("teh goods"))
    seen(qtbot, writer, "teh")

    settings.change(checks_spelling=False)

    seen(qtbot, writer)
