"""Layouts in the window: designed by keyboard beside the paper, kept, taken back, put away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.invoices.designs import Design
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.layout import (
    USUAL_COLUMNS,
    ColumnChoice,
    ColumnTitle,
    InvoiceLayout,
    LayoutForm,
    LineColumn,
    PaperField,
    PaperKind,
)
from app.domain.invoices.layout_texts import LayoutText, TextField
from app.services import invoices, layout_forms, layouts
from app.services.office import Office
from app.ui.invoices.colour_edit import ColourEdit
from app.ui.invoices.columns_edit import ColumnsEdit
from app.ui.invoices.layout_form import LayoutFields
from app.ui.invoices.layout_page import LayoutPage
from app.ui.invoices.layouts import LayoutShelf
from app.ui.invoices.tab import InvoicesTab
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.documents.reading import page_texts
from tests.ui.invoices.conftest import Trade
from tests.ui.keys import press, type_in
from tests.windows import Settle

OURS = LayoutForm(
    "Our papers",
    Design.MODERN,
    "#0f766e",
    columns=(
        ColumnChoice(LineColumn.DESCRIPTION, (ColumnTitle("fi", "Työ"),)),
        ColumnChoice(LineColumn.AMOUNT),
    ),
    hidden=(PaperField.ORDER,),
    texts=(LayoutText("fi", "Hei", "Kiitos"), LayoutText("th", "", "ขอบคุณ")),
    with_terms=True,
    usual_for=(PaperKind.INVOICE, PaperKind.CREDIT_NOTE),
)


def added(office: Office, form: LayoutForm = OURS) -> InvoiceLayout:
    return office.do(layouts.add, form).result.layout


@pytest.fixture
def fields(qtbot: QtBot, office: Office) -> LayoutFields:
    made = LayoutFields(office.ask(layout_forms.opened))
    qtbot.addWidget(made)
    made.put(OURS)
    return made


@pytest.fixture
def page(shell: Shell, frame: QMainWindow, settle: Settle) -> LayoutPage:
    return opened(shell, frame, settle)


def opened(
    shell: Shell, frame: QMainWindow, settle: Settle, record: int | None = None
) -> LayoutPage:
    """Show the designer of a layout in a window."""
    made = LayoutPage(shell, record)
    shell.book.enter((made,))
    frame.setCentralWidget(made)
    settle()
    assert made.fields is not None
    return made


def shelf_of(qtbot: QtBot, shell: Shell) -> LayoutShelf:
    shelf = LayoutShelf(shell, Strip((("layouts", "Layouts"),), "layouts"))
    qtbot.addWidget(shelf)
    qtbot.waitUntil(lambda: shelf.chosen() is not None)
    return shelf


def test_the_form_holds_all_of_a_layout(fields: LayoutFields) -> None:
    assert fields.value() == OURS
    assert not fields.is_dirty


def test_a_colour_has_a_name_and_a_code(qtbot: QtBot, fields: LayoutFields) -> None:
    fields.show_colour("#b4231f")
    named = fields.named_colour.currentText()
    with qtbot.waitSignal(fields.edited):
        type_in(fields.accent, "1")

    assert named == "Brick red"
    assert fields.named_colour.value() is None
    assert fields.value().accent == "1#b4231f"


def test_a_chosen_colour_is_taken_as_if_it_had_been_typed(
    qtbot: QtBot, fields: LayoutFields
) -> None:
    with qtbot.waitSignal(fields.edited):
        fields._chosen(QColor("#1d4ed8"))

    assert fields.value().accent == "#1d4ed8"
    assert fields.named_colour.value() == "#1d4ed8"


def test_what_is_no_colour_shows_the_usual_one(qtbot: QtBot) -> None:
    editor = ColourEdit("#174a66")
    qtbot.addWidget(editor)
    editor.put("teal")

    assert editor.colour() == "#174a66"
    assert not editor.grab().isNull()


def test_columns_are_moved_shown_and_named_in_each_language(qtbot: QtBot) -> None:
    editor = ColumnsEdit("fi")
    qtbot.addWidget(editor)
    editor.put(USUAL_COLUMNS)
    editor.rows[0].title.put("Työ")
    editor.turn("th")
    editor.rows[0].title.put("งาน")
    editor.rows[1].up.click()
    editor.rows[2].is_shown.click()

    shown = editor.value()

    assert [one.column for one in shown[:2]] == [LineColumn.QUANTITY, LineColumn.DESCRIPTION]
    assert LineColumn.UNIT not in [one.column for one in shown]
    assert shown[1].titles == (ColumnTitle("fi", "Työ"), ColumnTitle("th", "งาน"))


def test_the_first_column_goes_no_further_left(qtbot: QtBot) -> None:
    editor = ColumnsEdit("fi")
    qtbot.addWidget(editor)
    editor.put(USUAL_COLUMNS)

    assert not editor.rows[0].up.isEnabled()
    assert not editor.rows[-1].down.isEnabled()
    assert editor.value() == USUAL_COLUMNS


def test_a_field_is_written_where_the_cursor_was(fields: LayoutFields) -> None:
    texts = fields.texts
    texts.closing.moveCursor(texts.closing.textCursor().MoveOperation.End)
    texts.fields.put(TextField.TOTAL)
    texts.fields.activated.emit(texts.fields.currentIndex())

    assert fields.value().text_in("fi").closing == "Kiitos{invoice.total}"
    assert texts.fields.value() is None


def test_texts_are_written_in_the_language_of_the_strip(fields: LayoutFields) -> None:
    fields.texts.strip.buttons["th"].click()
    fields.texts.opening.setPlainText("สวัสดี")

    assert fields.value().text_in("th") == LayoutText("th", "สวัสดี", "ขอบคุณ")
    assert fields.value().text_in("fi").opening == "Hei"


def test_a_new_layout_is_seen_while_it_is_typed_and_kept_by_a_key(
    qtbot: QtBot, page: LayoutPage, office: Office, settle: Settle
) -> None:
    fields = page.fields
    assert fields is not None
    before = page.page.pdf
    type_in(fields.name, "Our papers")
    type_in(fields.texts.opening, "Hei {contact.name}!")
    qtbot.waitUntil(lambda: page.page.pdf not in {b"", before})
    settle()
    shown = page_texts(page.page.pdf)[0]

    with qtbot.waitSignal(page.finished):
        press(fields.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert "Hei Malliasiakas Oy!" in shown
    assert [one.form.name for one in office.ask(layouts.layouts)] == ["Our papers"]


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(
    qtbot: QtBot, page: LayoutPage, office: Office, settle: Settle
) -> None:
    fields = page.fields
    assert fields is not None
    fields.put(replace(OURS, name="", accent="teal", columns=(), texts=(LayoutText("th", "{no}"),)))

    page.save()
    settle()

    assert fields.name.accessibleDescription()
    assert fields.accent.accessibleDescription()
    assert not fields.columns.note.isHidden()
    assert fields.texts.language == "th"
    assert fields.texts.opening.accessibleDescription()
    assert office.ask(layouts.layouts) == ()


def test_a_pale_colour_is_warned_of_and_kept(
    qtbot: QtBot, page: LayoutPage, office: Office
) -> None:
    fields = page.fields
    assert fields is not None
    fields.put(replace(OURS, accent="#ffee00"))

    with qtbot.waitSignal(page.finished):
        page.save()

    assert office.ask(layouts.layouts)[0].form.accent == "#ffee00"


def test_a_change_is_taken_back_and_done_again(
    qtbot: QtBot, shell: Shell, office: Office, frame: QMainWindow, settle: Settle
) -> None:
    ours = added(office)
    page = opened(shell, frame, settle, ours.id)
    assert page.fields is not None
    page.fields.show_colour("#b4231f")
    with qtbot.waitSignal(page.finished):
        page.save()

    def accent() -> str:
        return office.ask(layouts.get, ours.id).form.accent

    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    changed = accent()
    shell.history.undo()
    qtbot.waitUntil(lambda: accent() == "#0f766e")
    qtbot.waitUntil(lambda: bool(shell.history.to_redo))
    shell.history.redo()
    qtbot.waitUntil(lambda: accent() == "#b4231f")

    assert changed == "#b4231f"


def test_a_column_is_moved_by_a_key(page: LayoutPage, shell: Shell, settle: Settle) -> None:
    fields = page.fields
    assert fields is not None
    fields.columns.rows[1].is_shown.setFocus()

    shell.book.action("line.up").trigger()
    settle()

    assert fields.value().columns[0].column is LineColumn.QUANTITY
    assert fields.columns.rows[0].is_shown.hasFocus()


def test_the_page_of_a_draft_follows_its_layout(
    qtbot: QtBot, tab: InvoicesTab, office: Office, trade: Trade, shell: Shell
) -> None:
    office.do(invoices.draft, Draft(customer_id=trade.aamu.id, lines=(DraftLine("Work"),)))
    shell.client.changed.emit(frozenset({"invoice"}))
    qtbot.waitUntil(lambda: bool(tab.card.preview.pdf))
    before = tab.card.preview.pdf

    office.do(layouts.add, OURS)
    shell.client.changed.emit(frozenset({"invoice_layout"}))

    qtbot.waitUntil(lambda: tab.card.preview.pdf != before)


def test_the_shelf_tells_what_each_layout_is_for(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    added(office)
    shelf = shelf_of(qtbot, shell)
    row = shelf.chosen()

    assert row is not None
    assert [column.text(row) for column in shelf.kept.columns] == [
        "Our papers",
        "Modern",
        "Invoices, Credit notes",
        "Finnish, Thai",
    ]


def test_a_layout_is_duplicated_and_opened(qtbot: QtBot, shell: Shell, office: Office) -> None:
    added(office)
    shelf = shelf_of(qtbot, shell)

    with qtbot.waitSignal(shell.wanted) as wanted:
        shelf.duplicate()

    (copy,) = (one for one in office.ask(layouts.layouts) if one.form.name == "Our papers 2")
    assert wanted.args == [layouts.KIND, copy.id]


def test_a_layout_becomes_the_usual_one_of_all_papers(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    ours = added(office)
    shelf = shelf_of(qtbot, shell)

    shelf.make_usual()

    qtbot.waitUntil(lambda: office.ask(layouts.get, ours.id).form.usual_for == tuple(PaperKind))


def test_a_layout_that_nothing_uses_leaves_the_shelf(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    added(office, replace(OURS, usual_for=()))
    shelf = shelf_of(qtbot, shell)

    shelf.put_away()

    qtbot.waitUntil(lambda: office.ask(layouts.layouts) == ())
