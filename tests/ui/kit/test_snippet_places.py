from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.correspondence.body import written
from app.ui.kit.editor import TAKES_SNIPPETS, MultiLine
from app.ui.kit.fields import TextEdit
from app.ui.kit.snippet_places import LetterPlace, LinePlace, LinesPlace, place_of
from app.ui.kit.writer.writer import Writer


def test_several_lines_take_a_snippet_in_one_step(qtbot: QtBot) -> None:
    lines = MultiLine()
    qtbot.addWidget(lines)
    lines.setPlainText("A\nHi ::gr B")
    cursor = lines.textCursor()
    cursor.setPosition(len("A\nHi ::gr"))
    lines.setTextCursor(cursor)
    place = place_of(lines)

    assert isinstance(place, LinesPlace)
    assert place.before() == "Hi ::gr"
    place.write(4, "greet", "Good\nday")
    after = lines.toPlainText()
    lines.undo()

    assert after == "A\nHi Good\nday B"
    assert lines.toPlainText() == "A\nHi ::gr B"
    assert place.spot.height() > 0
    assert place.own_words is None


def test_one_line_takes_a_snippet_without_its_line_breaks_in_one_step(qtbot: QtBot) -> None:
    line = TextEdit()
    qtbot.addWidget(line)
    line.setText("Hi ::gr B")
    line.setCursorPosition(7)
    place = place_of(line)
    told: list[str] = []
    line.textEdited.connect(told.append)

    assert isinstance(place, LinePlace)
    place.write(4, "greet", "Good\nday ")
    after = line.text()
    line.undo()

    assert after == "Hi Good day  B"
    assert line.text() == "Hi ::gr B"
    assert told
    assert told[0] == after


def test_a_letter_writes_its_own_snippets_in_one_step(qtbot: QtBot) -> None:
    writer = Writer("Letter", lambda _name: b"")
    qtbot.addWidget(writer)
    writer.set_snippets({"greet": written("Good day")})
    writer.show_body(written("Hi ::gr"))
    writer.moveCursor(QTextCursor.MoveOperation.End)
    place = place_of(writer)

    assert isinstance(place, LetterPlace)
    assert place.own_words == {"greet": "Good day"}
    assert place.before() == "Hi ::gr"
    place.write(4, "greet", "")
    after = writer.toPlainText()
    writer.undo()

    assert after == "Hi Good day"
    assert writer.toPlainText() == "Hi ::gr"


def test_what_cannot_be_written_or_must_not_be_seen_takes_no_snippet(qtbot: QtBot) -> None:
    secret, fixed, fixed_lines, bare, cell = (
        TextEdit(),
        TextEdit(),
        MultiLine(),
        QLineEdit(),
        QLineEdit(),
    )
    for one in (secret, fixed, fixed_lines, bare, cell):
        qtbot.addWidget(one)
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    fixed.setReadOnly(True)
    fixed_lines.setReadOnly(True)
    cell.setProperty(TAKES_SNIPPETS, "yes")
    label: QWidget = QLabel()
    qtbot.addWidget(label)

    assert [place_of(one) for one in (secret, fixed, fixed_lines, bare, label, None)] == [None] * 6
    assert isinstance(place_of(cell), LinePlace)
