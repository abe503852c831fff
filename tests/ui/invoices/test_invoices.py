"""The whole tab in every language, at every size and in every look: nothing clipped or unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.invoices.draft import Draft
from app.services import invoices
from app.services.office import Office
from app.ui.invoice_actions import INVOICES
from app.ui.invoices.explanation import explained
from app.ui.invoices.listing import COLUMNS
from app.ui.invoices.new_customer import ask_for_customer
from app.ui.invoices.page import InvoicePage
from app.ui.kit.lane import Lanes
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import (
    a_draft,
    choose_customer,
    editor_of,
    write_a_line,
)


@pytest.fixture
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(str(request.param), "FI")
    yield str(request.param)
    speak("en", "FI")


def words_of(page: QWidget) -> list[str]:
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return [text for text in labels if text]


@pytest.mark.parametrize("spoken", ["fi", "th"], indirect=True)
def test_an_invoice_is_written_and_issued_in_every_language(
    spoken: str, page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    choose_customer(clerk)
    write_a_line(clerk)

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    assert office.ask(invoices.numbered, "20260001").lines[0].price == Decimal("12.50")
    assert page.issued is not None


def test_a_thai_clerk_sees_buddhist_years(opened: Opened, clerk: Clerk) -> None:
    speak("th", "TH")
    page = opened(None)

    choose_customer(clerk)

    assert editor_of(page).head.due_on.placeholderText() == "24/03/2569"


def test_every_field_and_button_has_a_name(page: InvoicePage, clerk: Clerk) -> None:
    choose_customer(clerk)
    clerk.press(Key.Key_F6)

    unnamed = [
        widget.objectName() or type(widget).__name__
        for kind in (QLineEdit, QAbstractButton)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or widget.property("text"))
    ]

    assert unnamed == ["qt_tableview_cornerbutton"]


def test_nothing_is_clipped_at_twice_the_text_size(
    qtbot: QtBot, page: InvoicePage, clerk: Clerk, frame: QMainWindow
) -> None:
    theme().wear(Look.LIGHT, Density.NORMAL, 200, still=True)
    frame.resize(1280, 800)
    choose_customer(clerk)
    write_a_line(clerk)
    page.grab()

    def clipped() -> list[str]:
        return [
            label.text()
            for label in page.findChildren(QLabel)
            if label.isVisible()
            and not label.wordWrap()
            and label.width() < label.fontMetrics().horizontalAdvance(label.text())
        ]

    qtbot.waitUntil(lambda: clipped() == [])


def test_what_has_the_keyboard_is_in_sight_in_a_small_window(
    qtbot: QtBot, page: InvoicePage, clerk: Clerk, frame: QMainWindow
) -> None:
    theme().wear(Look.LIGHT, Density.NORMAL, 150, still=True)
    frame.resize(700, 420)
    clerk.settle()
    editor = editor_of(page)

    for field in (*editor.tail.findChildren(QLineEdit), *editor.head.findChildren(QLineEdit)):
        if field.isVisible() and field.isEnabled():
            field.setFocus()

            qtbot.waitUntil(partial(is_in_sight, field))


def is_in_sight(field: QLineEdit) -> bool:
    return field.visibleRegion().boundingRect().height() >= field.height() - 2


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST], ids=["dark", "contrast"])
def test_every_look_can_be_worn_while_somebody_writes(
    page: InvoicePage, clerk: Clerk, look: Look
) -> None:
    choose_customer(clerk)
    write_a_line(clerk)

    theme().wear(look, Density.COMPACT, 100, still=True)
    clerk.settle()
    page.grab()

    assert editor_of(page).lines.verticalHeader().defaultSectionSize() == theme().row_height


def test_every_action_of_invoices_is_in_one_table_with_text_and_way_to_it() -> None:
    assert all(row.context == "invoices" and row.text for row in INVOICES)
    assert "invoice.issue" in {row.name for row in INVOICES if row.shortcut and not row.letter}


def test_every_column_of_the_list_can_be_sorted_by_but_state_rest_and_reference() -> None:
    unsorted = [column.title for column in COLUMNS if not column.sort]

    assert unsorted == ["Status", "Still open", "Reference"]


def test_an_explanation_parts_lines_rates_and_sums(office: Office, trade: Trade) -> None:
    steps = office.ask(invoices.explanation, a_draft(trade))

    text = explained(steps)

    assert text.split("\n\n")[0].startswith("Line 1: 2 × €50.00 = €100.00")
    assert text.split("\n\n")[-1].endswith("To pay: €100.00 + €25.50 = €125.50")


def test_a_new_customer_is_added_without_leaving_the_invoice(
    page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    clerk.type("Uusi Asiakas Oy")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    for text in ("Kotikatu 1", "33100", "Tampere"):
        clerk.enter(text)

    clerk.press(Key.Key_Return)
    clerk.settle()

    row = editor_of(page).head.customer.value()
    assert row is not None
    assert (row.name, row.town) == ("Uusi Asiakas Oy", "Tampere")


def test_a_new_customer_without_a_name_is_told_so_at_its_field(
    page: InvoicePage, shell: Shell, clerk: Clerk
) -> None:
    dialog = ask_for_customer(page, shell, "", print)

    dialog.form.submitted.emit()
    clerk.settle()

    assert dialog.form.cell("name").note.text().startswith("✕ The contact has no name")


def test_nothing_holds_the_window_while_a_large_invoice_is_opened(
    opened: Opened, office: Office, trade: Trade, lanes: Lanes, qtbot: QtBot
) -> None:
    content = a_draft(trade)
    draft = office.do(invoices.draft, Draft(content.customer_id, content.lines * 800)).result

    page = opened(draft.id)

    assert editor_of(page).model.rowCount() == 800
