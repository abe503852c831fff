from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.accounting.entries import NewEntry
from app.domain.accounting.journal import Posting
from app.domain.shared.money import Money
from app.services import accounting, entries
from app.services.office import Office
from app.ui.accounting.currency import CurrencyChoice
from app.ui.accounting.ledger import LedgerPage
from app.ui.accounting.tab import AccountingTab
from app.ui.accounting.trial import TrialPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press

Settle = Callable[[], None]


def book_in_kronor(office: Office) -> None:
    first, second = office.ask(accounting.accounts)[:2]
    sides = (Posting(first.id, Money(700, "SEK")), Posting(second.id, Money(-700, "SEK")))
    office.do(entries.book, NewEntry(date(2026, 3, 1), "Kronor", sides))


def test_with_one_currency_there_is_nothing_to_choose(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    choice = CurrencyChoice(shell)
    qtbot.addWidget(choice)
    before = choice.currency()
    settle()

    assert (before, choice.currency(), choice.isHidden()) == ("", "EUR", True)


def test_a_balance_and_a_ledger_are_shown_in_the_chosen_currency(
    tab: AccountingTab, space: Workspace, office: Office, shell: Shell, settle: Settle
) -> None:
    tab.show_section("trial")
    trial = tab.current
    assert isinstance(trial, TrialPage)
    book_in_kronor(office)
    shell.client.changed.emit(frozenset({"journal_entry"}))
    settle()

    press(trial.currency, Qt.Key.Key_Down)
    settle()

    assert trial.currency.currency() == "SEK"
    assert "SEK" in trial.verdict.text() or "kr" in trial.verdict.text()
    assert trial.table.rows.index(0, 3).data() == "7.00"
    press(trial.table, Qt.Key.Key_Return)
    settle()
    ledger = space.page
    assert isinstance(ledger, LedgerPage)
    settle()
    press(ledger.currency, Qt.Key.Key_Down)
    settle()
    settle()
    assert ledger.table.rows.index(1, 5).data() == "7.00"
