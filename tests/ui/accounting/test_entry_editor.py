"""A clerk writes an entry by keys alone: lines, difference, Ctrl+Enter; reverses it; copies it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.accounting.journal import Entry
from app.services import accounting, entries
from app.services.office import Office
from app.ui.accounting.entry import EntryPage
from app.ui.accounting.entry_editor import EntryEditor
from app.ui.accounting.entry_form import EntryFields
from app.ui.accounting.tab import AccountingTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Note, Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press, type_in

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def editor(
    qtbot: QtBot, tab: AccountingTab, space: Workspace, shell: Shell, settle: Settle
) -> EntryEditor:
    shell.book.action("books.journal").trigger()
    settle()
    shell.book.action("entry.new").trigger()
    page = space.page
    assert isinstance(page, EntryEditor)
    qtbot.waitUntil(lambda: page.fields is not None)
    return page


@pytest.fixture
def notes(shell: Shell) -> list[Note]:
    told: list[Note] = []
    shell.noted.connect(told.append)
    return told


def fields_of(editor: EntryEditor) -> EntryFields:
    assert editor.fields is not None
    return editor.fields


def cell(editor: EntryEditor, place: int, name: str) -> Any:
    return fields_of(editor).lines.editor(place, name)


def pick(qtbot: QtBot, editor: EntryEditor, place: int, words: str) -> None:
    """Find an account as a clerk does, and go on to the next field."""
    account = cell(editor, place, "account")
    account.setFocus()
    type_in(account, words)
    press(account, ENTER)
    qtbot.waitUntil(lambda: account.value() is not None)


def write_rent(qtbot: QtBot, editor: EntryEditor, credit: str = "500") -> None:
    type_in(fields_of(editor).text, "Rent of March")
    pick(qtbot, editor, 0, "7100")
    type_in(cell(editor, 0, "debit"), "500")
    pick(qtbot, editor, 1, "bank account")
    if credit:
        type_in(cell(editor, 1, "credit"), credit)


def last_entry(office: Office) -> Entry:
    with office.database.read() as unit:
        newest = max(unit.journal.spine())
    return next(
        one
        for one in (office.ask(accounting.entry, newest),)  # type: ignore[arg-type]  # an id
    )


def test_an_entry_is_written_by_keys_and_posted(
    qtbot: QtBot, editor: EntryEditor, office: Office, notes: list[Note], space: Workspace
) -> None:
    write_rent(qtbot, editor)

    press(cell(editor, 1, "credit"), ENTER, CTRL)

    qtbot.waitUntil(lambda: bool(notes))
    entry = last_entry(office)
    assert notes[-1].text == f"Entry {entry.number} posted"
    assert (entry.text, entry.booked_on) == ("Rent of March", date(2026, 3, 10))
    assert [side.amount.minor for side in entry.postings] == [50000, -50000]
    assert space.page is not editor


def test_the_last_cell_makes_a_row_and_enter_goes_to_it(qtbot: QtBot, editor: EntryEditor) -> None:
    pick(qtbot, editor, 0, "7100")
    type_in(cell(editor, 0, "debit"), "500")
    last = cell(editor, 0, "text")
    last.setFocus()

    press(last, ENTER)

    assert fields_of(editor).lines.count() == 2
    assert cell(editor, 1, "account").hasFocus()


def test_the_vat_code_of_an_account_is_offered(qtbot: QtBot, editor: EntryEditor) -> None:
    pick(qtbot, editor, 0, "7820")

    assert cell(editor, 0, "vat").value() == "standard"


def test_the_running_difference_is_shown_and_filled_in(
    qtbot: QtBot, editor: EntryEditor, shell: Shell
) -> None:
    write_rent(qtbot, editor, credit="")
    shown = fields_of(editor)._sums["difference"]
    assert shown.text() == "✕ Difference €500.00"
    cell(editor, 1, "credit").setFocus()

    shell.book.action("entry.balance").trigger()

    assert cell(editor, 1, "credit").value() == Decimal(500)
    assert shown.text() == "✓ Difference €0.00"


def test_an_entry_that_does_not_balance_is_refused_at_the_place(
    qtbot: QtBot, editor: EntryEditor, office: Office
) -> None:
    write_rent(qtbot, editor, credit="499")
    before = last_entry(office)

    editor.save()

    assert "1.00" in cell(editor, 1, "credit").accessibleDescription()
    assert cell(editor, 1, "credit").hasFocus()
    assert last_entry(office) == before


def test_a_day_in_no_open_year_is_refused_in_words(qtbot: QtBot, editor: EntryEditor) -> None:
    write_rent(qtbot, editor)
    fields_of(editor).booked_on.put(date(2025, 12, 31))

    editor.save()

    day = fields_of(editor).booked_on
    qtbot.waitUntil(lambda: "fiscal year" in day.accessibleDescription())


def test_words_that_chose_no_account_are_told_at_their_field(
    qtbot: QtBot, editor: EntryEditor
) -> None:
    account = cell(editor, 0, "account")
    type_in(account, "zzz")
    fields_of(editor).text.setFocus()

    editor.save()

    assert account.accessibleDescription()


def test_an_empty_entry_says_what_is_missing(editor: EntryEditor) -> None:
    editor.save()

    assert fields_of(editor).text.accessibleDescription()
    assert cell(editor, 0, "account").accessibleDescription()


def test_what_was_typed_comes_back(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    editor: EntryEditor,
    space: Workspace,
    shell: Shell,
    settle: Settle,
    notes: list[Note],
) -> None:
    write_rent(qtbot, editor, credit="")
    typed = editor.content()
    editor.flush()
    settle()
    shell.book.action("page.close").trigger()

    space.open("entry-form")

    again = space.page
    assert isinstance(again, EntryEditor)
    qtbot.waitUntil(lambda: again.fields is not None)
    assert again.content() == typed
    assert notes[-1].undo is not None


def posted(qtbot: QtBot, editor: EntryEditor, space: Workspace, office: Office) -> EntryPage:
    write_rent(qtbot, editor)
    entry = office.do(entries.post, editor.content()).result
    fields_of(editor).call_clean()
    space.open("entry", entry.id)
    page = space.page
    assert isinstance(page, EntryPage)
    return page


def test_an_entry_is_reversed_and_both_lead_to_each_other(
    qtbot: QtBot, editor: EntryEditor, space: Workspace, shell: Shell, office: Office
) -> None:
    page = posted(qtbot, editor, space, office)
    reverse = shell.book.action("entry.reverse")
    qtbot.waitUntil(reverse.isEnabled)
    reverse.trigger()
    (dialog,) = page.findChildren(Dialog)
    yes = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Reverse")

    yes.click()

    qtbot.waitUntil(lambda: space.page is not page)
    reversal = space.page
    assert isinstance(reversal, EntryPage)
    qtbot.waitUntil(lambda: "Reversal of" in reversal.voucher.text())
    qtbot.waitUntil(lambda: "Reversed by" in page.reversal.text())
    reversal.voucher.click()
    assert space.page is page
    qtbot.waitUntil(lambda: not shell.book.action("entry.reverse").isEnabled())


def test_an_entry_of_an_invoice_is_not_offered_reversal(
    qtbot: QtBot, tab: AccountingTab, space: Workspace, shell: Shell, office: Office
) -> None:
    space.open("entry", last_entry(office).id)
    page = space.page
    assert isinstance(page, EntryPage)

    qtbot.waitUntil(page.voucher.isVisible)

    assert not shell.book.action("entry.reverse").isEnabled()


def test_an_entry_is_copied_as_new(
    qtbot: QtBot, editor: EntryEditor, space: Workspace, shell: Shell, office: Office
) -> None:
    page = posted(qtbot, editor, space, office)
    assert page.record is not None

    shell.book.action("entry.copy").trigger()

    copy = space.page
    assert isinstance(copy, EntryEditor)
    qtbot.waitUntil(lambda: copy.fields is not None)
    assert copy.content().text == "Rent of March"
    assert copy.content().difference == 0
    copy.save()
    qtbot.waitUntil(lambda: last_entry(office).id != page.record)
