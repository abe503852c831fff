"""A clerk keeps the chart of accounts by keys: new, changed, closed, removed, brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.accounting.chart import Account, AccountKind
from app.domain.accounting.entries import AccountForm, form_of
from app.services import accounts
from app.services.office import Office
from app.ui.accounting.account_editor import AccountEditor
from app.ui.accounting.account_form import AccountFields
from app.ui.accounting.accounts import AccountsPage
from app.ui.accounting.tab import AccountingTab
from app.ui.kit.shell import Note, Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press, type_in
from tests.ui.trading import issue

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
LOANS = AccountForm("1755", {"fi": "Lainat"}, AccountKind.ASSET)


def numbered(office: Office, number: str) -> Account | None:
    chart = office.ask(accounts.opened).chart
    return next((one for one in chart if one.number == number), None)


def edited(qtbot: QtBot, space: Workspace) -> tuple[AccountEditor, AccountFields]:
    page = space.page
    assert isinstance(page, AccountEditor)
    qtbot.waitUntil(lambda: page.fields is not None)
    assert page.fields is not None
    return page, page.fields


@pytest.fixture
def page(qtbot: QtBot, tab: AccountingTab) -> AccountsPage:
    page = tab.page("accounts")
    assert isinstance(page, AccountsPage)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > 100)
    return page


@pytest.fixture
def notes(shell: Shell) -> list[Note]:
    told: list[Note] = []
    shell.noted.connect(told.append)
    return told


def choose(page: AccountsPage, office: Office, number: str) -> Account:
    account = numbered(office, number)
    assert account is not None
    page.table.choose(account.id)
    return account


def test_an_account_is_written_by_keyboard_alone(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    page: AccountsPage,
    space: Workspace,
    shell: Shell,
    office: Office,
    notes: list[Note],
) -> None:
    shell.book.action("account.new").trigger()
    _editor, fields = edited(qtbot, space)
    type_in(fields.number, "1755")
    fields.kind.put(AccountKind.ASSET)
    fields.kind.edited.emit()
    type_in(fields.names["fi"], "Annetut lainat")
    fields.report.put("assets.receivables-short")

    press(fields.names["fi"], Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: bool(notes))
    account = numbered(office, "1755")
    assert account is not None
    assert account.names == {"fi": "Annetut lainat"}
    assert (account.kind, account.report) == (AccountKind.ASSET, "assets.receivables-short")
    assert notes[-1].text == "1755 Annetut lainat saved"
    model = page.table.rows
    qtbot.waitUntil(
        lambda: "1755" in [model.index(row, 0).data() for row in range(model.rowCount())]
    )


def test_a_taken_number_and_a_missing_name_are_refused_at_their_fields(
    qtbot: QtBot, page: AccountsPage, space: Workspace, shell: Shell
) -> None:
    shell.book.action("account.new").trigger()
    editor, fields = edited(qtbot, space)
    type_in(fields.number, "1700")

    editor.save()

    assert "1700" in fields.number.accessibleDescription()
    assert fields.names["fi"].accessibleDescription()
    assert fields.number.hasFocus()


def test_the_kind_of_an_account_with_postings_is_refused_at_its_field(
    qtbot: QtBot, page: AccountsPage, space: Workspace, shell: Shell, office: Office
) -> None:
    choose(page, office, "3000")
    shell.book.action("account.edit").trigger()
    editor, fields = edited(qtbot, space)
    fields.kind.put(AccountKind.EXPENSE)
    fields.kind.edited.emit()

    editor.save()

    assert "3000" in fields.kind.accessibleDescription()


def test_report_lines_follow_the_kind(
    qtbot: QtBot, page: AccountsPage, space: Workspace, shell: Shell
) -> None:
    shell.book.action("account.new").trigger()
    _editor, fields = edited(qtbot, space)
    fields.report.put("result.materials")

    fields.kind.put(AccountKind.ASSET)
    fields.kind.edited.emit()

    assert fields.report.value() == ""
    fields.report.put("assets.cash")
    assert fields.report.value() == "assets.cash"


def test_what_was_typed_comes_back_after_the_tab_was_closed(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    page: AccountsPage,
    space: Workspace,
    shell: Shell,
    settle: Settle,
    notes: list[Note],
) -> None:
    shell.book.action("account.new").trigger()
    editor, fields = edited(qtbot, space)
    type_in(fields.number, "1755")
    editor.flush()
    settle()
    shell.book.action("page.close").trigger()

    shell.book.action("account.new").trigger()

    _again, fields = edited(qtbot, space)
    assert fields.number.value() == "1755"
    assert notes[-1].undo is not None


def test_an_account_is_closed_and_opened_again_by_undo(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    page: AccountsPage,
    shell: Shell,
    office: Office,
    settle: Settle,
    notes: list[Note],
) -> None:
    bank = choose(page, office, "1920")

    shell.book.action("account.close").trigger()
    qtbot.waitUntil(lambda: bool(notes))
    assert office.ask(accounts.opened, bank.id).account.is_closed  # type: ignore[union-attr]  # it is there
    undo = notes[-1].undo
    assert undo is not None
    undo()
    settle()

    assert not office.ask(accounts.opened, bank.id).account.is_closed  # type: ignore[union-attr]  # it is there


def test_an_unused_account_is_removed_and_brought_back_by_undo(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    page: AccountsPage,
    shell: Shell,
    office: Office,
    settle: Settle,
    notes: list[Note],
) -> None:
    gone = choose(page, office, "1930")
    page.table.setFocus()

    press(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: numbered(office, "1930") is None)
    qtbot.waitUntil(lambda: bool(notes))
    undo = notes[-1].undo
    assert undo is not None
    undo()
    settle()

    back = numbered(office, "1930")
    assert back is not None and form_of(back) == form_of(gone)


def test_verbs_follow_the_account_under_the_cursor(
    page: AccountsPage, shell: Shell, office: Office
) -> None:
    choose(page, office, "3000")
    assert not shell.book.action("account.remove").isEnabled()

    choose(page, office, "1930")

    assert shell.book.action("account.remove").isEnabled()
    assert shell.book.action("account.close").isEnabled()
    assert not shell.book.action("account.open").isEnabled()


def test_an_account_that_moved_meanwhile_is_refused_with_a_sentence(
    qtbot: QtBot, page: AccountsPage, shell: Shell, office: Office
) -> None:
    refused: list[object] = []
    shell.refused.connect(refused.append)
    choose(page, office, "1700")
    issue(office, date(2026, 3, 9), "10")
    shell.book.allow(page, "account.remove", allowed=True)

    shell.book.action("account.remove").trigger()

    qtbot.waitUntil(lambda: bool(refused))
    assert numbered(office, "1700") is not None
