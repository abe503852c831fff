"""Suggestions above a card: each says why, one key takes the sure ones, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.document import DocumentState
from app.domain.archive.suggesting import Because
from app.domain.shared.ids import DocumentId
from app.domain.shared.money import Money
from app.services import archive, documents
from app.services.office import Office
from app.ui.archive.form import DocumentFields
from app.ui.archive.page import DocumentPage
from app.ui.archive.suggestions import Chip, reasons
from app.ui.archive.words import day_text
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.services.mailed import read
from tests.ui.archive.conftest import type_of
from tests.ui.keys import press, type_in

Settle = Callable[[], None]
BILL = """Aallon Energia Oy
SÄHKÖLASKU
Laskun numero 4711
Päiväys 3.3.2026
Eräpäivä 17.3.2026
Maksettava yhteensä 125,50 €
Viitenumero 1232
"""


@pytest.fixture
def taken(office: Office) -> DocumentId:
    record = office.do(archive.file, "scan.txt", "text/plain", BILL.encode()).result
    read(office, record, BILL)
    return DocumentId(record.id)


@pytest.fixture
def page(
    qtbot: QtBot, space: Workspace, shell: Shell, settle: Settle, taken: DocumentId
) -> DocumentPage:
    space.go("archive")
    settle()
    shell.open("document", taken)
    page = space.page
    assert isinstance(page, DocumentPage)
    qtbot.waitUntil(lambda: page.fields is not None and bool(page.suggestions.chips))
    qtbot.waitUntil(fields_of(page).title.hasFocus)
    return page


def fields_of(page: DocumentPage) -> DocumentFields:
    assert page.fields is not None
    return page.fields


def chip(page: DocumentPage, field: str) -> Chip:
    return next(one for one in page.suggestions.chips if one.suggestion.field == field)


def test_a_chip_says_what_it_writes_and_why(page: DocumentPage) -> None:
    day = chip(page, "day")

    assert day.text() == f"Day: {day_text(date(2026, 3, 3))}"
    assert day.toolTip() == "It says “3.3.2026” on page 1"
    assert day.accessibleName().startswith("Suggestion: Day: ")
    assert day.accessibleDescription() == day.toolTip()
    assert page.suggestions.isVisibleTo(page)


def test_one_key_takes_the_sure_ones_and_the_next_files_the_document(
    qtbot: QtBot, page: DocumentPage, shell: Shell, office: Office, taken: DocumentId
) -> None:
    shell.book.action("document.accept").trigger()

    value = fields_of(page).value()
    assert (value.title, value.day) == ("Sähkölasku 4711", date(2026, 3, 3))
    assert (value.due_on, value.reference) == (date(2026, 3, 17), "1232")
    assert (value.amount, value.type_id) == (Money(12550, "EUR"), type_of(office, "bill"))
    assert fields_of(page).is_dirty
    press(fields_of(page).title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: office.ask(documents.get, taken).state is DocumentState.FILED)


def test_the_key_is_alt_enter(shell: Shell) -> None:
    keys = [key.toString() for key in shell.book.action("document.accept").shortcuts()]

    assert keys == ["Alt+Return", "Alt+Enter"]


def test_a_click_takes_one_suggestion_and_leaves_the_others(
    qtbot: QtBot, page: DocumentPage
) -> None:
    before = len(page.suggestions.chips)

    chip(page, "reference").click()

    assert fields_of(page).value().reference == "1232"
    assert fields_of(page).value().day is None
    assert len(page.suggestions.chips) == before - 1


def test_what_was_typed_meanwhile_stays(page: DocumentPage, shell: Shell) -> None:
    type_in(fields_of(page).reference, "mine")

    shell.book.action("document.accept").trigger()

    assert fields_of(page).value().reference == "mine"
    assert fields_of(page).value().day == date(2026, 3, 3)


def test_a_row_without_suggestions_is_not_there(page: DocumentPage) -> None:
    page.suggestions.clear()
    page.suggestions.accept_sure()

    assert page.suggestions.isHidden()
    assert fields_of(page).value().day is None


def test_reasons_are_sentences() -> None:
    assert reasons([Because("sender", {"count": "14"})]) == ("Same sender as 14 others",)
