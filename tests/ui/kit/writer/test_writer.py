from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from app.domain.correspondence.body import (
    EMPTY,
    Align,
    Asked,
    Body,
    Cell,
    Chip,
    Condition,
    Item,
    Listing,
    ListKind,
    Marks,
    PageTurn,
    Paragraph,
    Passage,
    Style,
    Table,
    Words,
    written,
)
from app.ui.kit.writer import commands
from app.ui.kit.writer.passages import in_words
from app.ui.kit.writer.writer import BODY_MIME, Writer
from tests.windows import PatientBot, bring_up

GREETING = Body((Paragraph((Words("Dear "), Chip("contact.name"), Words(","))),))
LABELS = {"contact.name": "Name of the receiver"}
WHEN = Condition("contact.email")
CELLS = Table(((Cell(()), Cell(())),))


def no_picture(sha256: str) -> bytes:
    return b""


@pytest.fixture
def writer(qtbot: PatientBot) -> Iterator[Writer]:
    made = Writer("Letter", no_picture)
    qtbot.addWidget(made)
    made.set_fields(LABELS)
    made.set_snippets({"greet": GREETING})
    made.resize(700, 400)
    bring_up(qtbot, made)
    made.setFocus()
    yield made
    made.close()


def words(text: str, marks: Marks | None = None) -> tuple[Words, ...]:
    return (Words(text, marks or Marks()),)


def test_what_is_typed_is_the_body(writer: Writer) -> None:
    QTest.keyClicks(writer, "Hello")
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClicks(writer, "World")

    assert writer.body() == Body((Paragraph(words("Hello")), Paragraph(words("World"))))


def test_nobody_is_told_of_a_body_that_is_shown_but_of_what_is_typed(
    qtbot: PatientBot, writer: Writer
) -> None:
    with qtbot.assertNotEmitted(writer.changed):
        writer.show_body(GREETING)
    with qtbot.waitSignal(writer.changed):
        QTest.keyClicks(writer, "x")


def test_a_field_goes_with_one_backspace_and_comes_back_with_one_undo(writer: Writer) -> None:
    writer.show_body(Body((Paragraph((Words("Dear "), Chip("contact.name"))),)))
    writer.moveCursor(QTextCursor.MoveOperation.End)

    QTest.keyClick(writer, Qt.Key.Key_Backspace)
    without = writer.body()
    writer.undo()

    assert without.fields() == frozenset()
    assert writer.body().fields() == {"contact.name"}


def test_copies_keep_every_field_and_tell_others_plain_words(writer: Writer) -> None:
    fields = tuple(Chip("contact.name") for _ in range(6))
    writer.show_body(Body((Paragraph(fields),)))
    writer.selectAll()

    writer.copy()
    text = QApplication.clipboard().text()
    writer.show_body(EMPTY)
    writer.paste()

    assert writer.body() == Body((Paragraph(fields),))
    assert text == "Name of the receiver" * 6


def test_foreign_text_is_pasted_as_plain_words(writer: Writer) -> None:
    data = QMimeData()
    data.setHtml("<b>loud</b>")
    data.setText("loud\n\nsecond")

    writer.insertFromMimeData(data)

    assert writer.body() == written("loud\n\nsecond")


@pytest.mark.parametrize("kept", [b"{", b"[]", json.dumps({"blocks": [{"x": 1}]}).encode()])
def test_what_another_version_copied_is_pasted_as_its_words(writer: Writer, kept: bytes) -> None:
    data = QMimeData()
    data.setData(BODY_MIME, kept)
    data.setText("words")

    writer.insertFromMimeData(data)

    assert writer.body() == written("words")


def test_a_pasted_picture_is_offered(qtbot: PatientBot, writer: Writer) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(picture)

    with qtbot.waitSignal(writer.picture_offered) as offered:
        writer.insertFromMimeData(data)

    assert offered.args is not None
    assert offered.args[0].startswith(b"\x89PNG")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_shortcut_writes_its_snippet(writer: Writer, key: Qt.Key) -> None:
    QTest.keyClicks(writer, "::greet")
    QTest.keyClick(writer, key)

    assert writer.body() == GREETING


def test_an_unknown_shortcut_stays_as_it_was_typed(writer: Writer) -> None:
    QTest.keyClicks(writer, "::nothing x")

    assert writer.body() == Body((Paragraph(words("::nothing x")),))


def test_a_snippet_goes_away_with_one_undo(writer: Writer) -> None:
    QTest.keyClicks(writer, "::greet ")

    writer.undo()

    assert writer.body() == Body((Paragraph(words("::greet")),))


def test_a_sign_at_the_start_begins_a_list_and_enter_on_an_empty_item_ends_it(
    writer: Writer,
) -> None:
    QTest.keyClicks(writer, "- one")
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClicks(writer, "two")
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClicks(writer, "after")

    items = (Item(words("one")), Item(words("two")))
    assert writer.body() == Body((Listing(items), Paragraph(words("after"))))


def test_tab_moves_an_item_in_and_out_and_leaves_the_writer_elsewhere(writer: Writer) -> None:
    items = (Item(words("one")), Item(words("two")))
    writer.show_body(Body((Listing(items, ListKind.NUMBER),)))
    writer.moveCursor(QTextCursor.MoveOperation.End)

    QTest.keyClick(writer, Qt.Key.Key_Tab)
    inner = writer.body()
    QTest.keyClick(writer, Qt.Key.Key_Backtab)

    assert inner == Body((Listing((items[0], Item(words("two"), 1)), ListKind.NUMBER),))
    assert writer.body() == Body((Listing(items, ListKind.NUMBER),))


def test_tab_goes_through_a_table_and_adds_a_row_after_the_last_cell(writer: Writer) -> None:
    writer.insert_table(CELLS)
    for text in ("a", "b", "c"):
        QTest.keyClicks(writer, text)
        QTest.keyClick(writer, Qt.Key.Key_Tab)

    rows = ((Cell(words("a")), Cell(words("b"))), (Cell(words("c")), Cell(())))
    assert writer.body() == Body((Table(rows),))


def test_no_table_goes_into_another(writer: Writer) -> None:
    writer.insert_table(CELLS)

    writer.insert_table(CELLS)

    assert writer.body() == Body((CELLS,))


def test_a_body_pasted_into_a_cell_leaves_its_words_there(writer: Writer) -> None:
    writer.insert_table(CELLS)

    writer.insert_body(Body((Listing((Item(words("one")),)), Paragraph(words("two")))))

    assert writer.body() == Body((Table(((Cell(words("one\ntwo")), Cell(())),)),))


def test_marks_are_turned_on_and_off_by_key(writer: Writer) -> None:
    QTest.keyClick(writer, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(writer, "loud")
    QTest.keyClick(writer, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(writer, " calm")

    loud = (*words("loud", Marks(is_bold=True)), Words(" calm"))
    assert writer.body() == Body((Paragraph(loud),))


def test_a_heading_keeps_its_bold_words_and_ordinary_text_follows_it(writer: Writer) -> None:
    bold = Words("Offer", Marks(is_bold=True))
    writer.show_body(Body((Paragraph((bold, Words(" 12"), Chip("contact.name"))),)))
    cursor = writer.textCursor()

    commands.set_style(cursor, Style.HEADING)
    heading = writer.body()
    writer.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClicks(writer, "text")

    parts = (bold, Words(" 12"), Chip("contact.name"))
    assert heading == Body((Paragraph(parts, Style.HEADING),))
    assert writer.body() == Body((Paragraph(parts, Style.HEADING), Paragraph(words("text"))))


def test_lines_are_put_under_a_condition_and_enter_on_an_empty_one_ends_it(writer: Writer) -> None:
    QTest.keyClicks(writer, "only then")
    commands.set_condition(writer.textCursor(), WHEN)
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClicks(writer, "always")

    passage = Passage(WHEN, (Paragraph(words("only then")),))
    assert writer.body() == Body((passage, Paragraph(words("always"))))


def test_a_table_is_put_under_a_condition_as_a_whole(writer: Writer) -> None:
    writer.insert_table(CELLS)

    commands.set_condition(writer.textCursor(), WHEN)

    assert writer.body() == Body((Passage(WHEN, (CELLS,)),))
    assert commands.condition_at(writer.textCursor()) == WHEN


def test_lists_are_made_and_unmade_of_chosen_lines(writer: Writer) -> None:
    writer.show_body(written("a\n\nb"))
    writer.selectAll()
    commands.set_list(writer.textCursor(), ListKind.NUMBER)
    listed = writer.body()
    commands.set_list(writer.textCursor(), ListKind.NUMBER)

    assert listed == Body((Listing((Item(words("a")), Item(words("b"))), ListKind.NUMBER),))
    assert writer.body() == written("a\n\nb")


def test_lines_keep_to_the_edge_that_is_chosen(writer: Writer) -> None:
    QTest.keyClicks(writer, "right")

    commands.set_align(writer.textCursor(), Align.RIGHT)

    assert writer.body() == Body((Paragraph(words("right"), align=Align.RIGHT),))


def test_a_page_turn_stands_between_its_lines(writer: Writer) -> None:
    QTest.keyClicks(writer, "one")
    writer.insert_body(Body((PageTurn(is_page_turn=True),)))
    QTest.keyClick(writer, Qt.Key.Key_Return)
    QTest.keyClicks(writer, "two")

    turn = PageTurn(is_page_turn=True)
    assert writer.body() == Body((Paragraph(words("one")), turn, Paragraph(words("two"))))


def test_a_field_takes_the_place_of_what_is_chosen(writer: Writer) -> None:
    QTest.keyClicks(writer, "name")
    writer.selectAll()

    writer.insert_field("contact.name")
    QTest.keyClicks(writer, "!")

    assert writer.body() == Body((Paragraph((Chip("contact.name"), Words("!"))),))


def test_an_unknown_field_looks_other_than_a_known_one(writer: Writer) -> None:
    writer.show_body(Body((Paragraph((Chip("contact.name"),)),)))
    known = writer.grab().toImage()
    writer.set_fields({})

    writer.repaint()

    assert writer.grab().toImage() != known


@pytest.mark.parametrize("asked", Asked)
def test_every_condition_has_words(asked: Asked) -> None:
    said = in_words(Condition("contact.town", asked, "Tampere"), "<{}>".format)

    assert "<contact.town>" in said
    assert ("Tampere" in said) == (asked in {Asked.IS, Asked.IS_NOT})


def test_bold_wins_over_what_the_key_means_in_the_window(qtbot: PatientBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    writer = Writer("Letter", no_picture)
    window.setCentralWidget(writer)
    narrow = QAction(window)
    narrow.setShortcut("Ctrl+B")
    window.addAction(narrow)
    bring_up(qtbot, window)
    writer.setFocus()

    with qtbot.assertNotEmitted(narrow.triggered):
        QTest.keyClick(writer, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(writer, "x")

    assert writer.body() == Body((Paragraph(words("x", Marks(is_bold=True))),))
