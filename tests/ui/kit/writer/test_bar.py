from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.correspondence.body import (
    Align,
    Body,
    Cell,
    Chip,
    Condition,
    Item,
    Listing,
    Marks,
    PageTurn,
    Paragraph,
    Passage,
    Style,
    Table,
    Words,
    written,
)
from app.ui.kit.actions import ActionBook
from app.ui.kit.writer.bar import SHOWN, Deeds, WriterBar
from app.ui.kit.writer.choosing import ConditionDialog, FieldDialog
from app.ui.kit.writer.writer import Writer
from app.ui.writer_actions import WRITER
from tests.ui.kit.writer.test_writer import no_picture
from tests.windows import PatientBot, bring_up

LABELS = {"contact.name": "Name of the receiver", "letter.date": "Date"}
LINE = Paragraph((Words("a"),))


class Page(QWidget):
    """A writer under its bar."""

    def __init__(self) -> None:
        super().__init__()
        self.book = ActionBook(WRITER, self)
        self.writer = Writer("Letter", no_picture)
        self.writer.set_fields(LABELS)
        column = QVBoxLayout(self)
        column.addWidget(WriterBar(self.book, tuple(n for n in SHOWN if n != "writer.picture")))
        column.addWidget(self.writer)
        self.deeds = Deeds(self.writer, self.book)
        self.book.offer(self, self.deeds.offers())
        self.book.enter((self,))

    def press(self, name: str) -> None:
        self.book.action(name).trigger()


@pytest.fixture
def page(qtbot: PatientBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    bring_up(qtbot, made)
    made.writer.show_body(Body((LINE,)))
    made.writer.setFocus()
    return made


def test_every_action_of_the_table_is_offered_but_the_picture_which_a_page_offers(
    page: Page,
) -> None:
    assert {row.name for row in WRITER} - page.deeds.offers().keys() == {"writer.picture"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("writer.heading", Body((Paragraph(LINE.inlines, Style.HEADING),))),
        ("writer.subheading", Body((Paragraph(LINE.inlines, Style.SUBHEADING),))),
        ("writer.text", Body((LINE,))),
        ("writer.bullets", Body((Listing((Item(LINE.inlines),)),))),
        ("writer.centre", Body((Paragraph(LINE.inlines, align=Align.CENTRE),))),
        ("writer.page", Body((PageTurn(is_page_turn=True), LINE))),
    ],
)
def test_an_action_does_what_it_says(page: Page, name: str, expected: Body) -> None:
    page.press(name)

    assert page.writer.body() == expected


def test_the_button_of_a_mark_is_pressed_where_the_mark_holds(page: Page) -> None:
    page.writer.selectAll()

    page.press("writer.bold")

    assert page.writer.body() == Body((Paragraph((Words("a", Marks(is_bold=True)),)),))
    assert page.book.action("writer.bold").isChecked()
    page.writer.show_body(written("plain"))
    page.writer.moveCursor(QTextCursor.MoveOperation.End)
    assert not page.book.action("writer.bold").isChecked()


def test_rows_and_columns_come_and_go(page: Page) -> None:
    page.writer.show_body(Body((Table(((Cell((Words("a"),)),),), weights=(1,)),)))
    page.writer.moveCursor(QTextCursor.MoveOperation.NextBlock)

    page.press("writer.row")
    page.press("writer.column")
    grown = page.writer.body()
    page.press("writer.no-column")

    cell = Cell(())
    assert grown == Body((Table(((Cell((Words("a"),)), cell), (cell, cell))),))
    assert page.writer.body() == Body((Table(((cell,), (cell,))),))


def test_a_field_is_found_by_words_and_written(page: Page, qtbot: PatientBot) -> None:
    page.press("writer.field")
    dialog = page.writer.findChild(FieldDialog)
    assert isinstance(dialog, FieldDialog)

    QTest.keyClicks(dialog.search, "recei name")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "contact.name" in page.writer.body().fields())


def test_arrows_choose_among_the_fields_that_were_found(page: Page, qtbot: PatientBot) -> None:
    page.press("writer.field")
    dialog = page.writer.findChild(FieldDialog)
    assert isinstance(dialog, FieldDialog)

    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    chip = Paragraph((Chip("letter.date"), Words("a")))
    qtbot.waitUntil(lambda: page.writer.body() == Body((chip,)))


def test_a_condition_is_set_and_taken_away_again(page: Page, qtbot: PatientBot) -> None:
    page.press("writer.condition")
    dialog = page.writer.findChild(ConditionDialog)
    assert isinstance(dialog, ConditionDialog)
    dialog.asked.setCurrentIndex(2)
    QTest.keyClicks(dialog.value, "Tampere")
    QTest.keyClick(dialog.value, Qt.Key.Key_Return)
    when = Condition("contact.name", dialog.asked.value(), "Tampere")
    qtbot.waitUntil(lambda: page.writer.body() == Body((Passage(when, (LINE,)),)))

    page.press("writer.condition")
    again = page.writer.findChildren(ConditionDialog)[-1]
    again.value.setFocus()
    kept = again.value.text()
    again._always()

    assert kept == "Tampere"
    assert page.writer.body() == Body((LINE,))


def test_a_value_is_asked_for_only_where_one_is_compared(page: Page) -> None:
    page.press("writer.condition")
    dialog = page.writer.findChild(ConditionDialog)
    assert isinstance(dialog, ConditionDialog)
    before = dialog.value.isEnabled()

    dialog.asked.setCurrentIndex(3)

    assert not before
    assert dialog.value.isEnabled()
