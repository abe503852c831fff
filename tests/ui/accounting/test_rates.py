"""Exchange rates at their page: written by hand, taken from a file, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.services import exchange_rates
from app.services.office import Office
from app.ui.accounting.rates import RatesPage
from app.ui.accounting.tab import AccountingTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell

Settle = Callable[[], None]


@pytest.fixture
def page(tab: AccountingTab, shell: Shell, settle: Settle) -> RatesPage:
    shell.book.action("books.rates").trigger()
    settle()
    assert isinstance(tab.current, RatesPage)
    return tab.current


def shown(page: RatesPage) -> list[str]:
    rows = page.table.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def answer(page: RatesPage, *words: str) -> None:
    dialog = page.findChildren(Dialog)[-1]
    for field, text in zip(dialog.findChildren(QLineEdit), words, strict=True):
        field.setText(text)
    dialog.accept()


def test_a_rate_is_written_by_hand(
    page: RatesPage, shell: Shell, office: Office, qtbot: QtBot
) -> None:
    shell.book.action("rate.new").trigger()

    answer(page, "usd", "0.92", "")

    qtbot.waitUntil(lambda: shown(page) == ["USD"])
    (kept,) = office.ask(exchange_rates.latest)
    assert (kept.rate, kept.day) == (Decimal("0.92"), shell.today())


def test_what_is_no_rate_is_not_kept(
    page: RatesPage, shell: Shell, office: Office, settle: Settle
) -> None:
    shell.book.action("rate.new").trigger()

    answer(page, "USD", "much", "")
    settle()

    assert office.ask(exchange_rates.latest) == ()


def test_a_file_of_the_bank_is_taken_in_and_one_removed(
    page: RatesPage, shell: Shell, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "eurofxref-hist.csv"
    file.write_text("Date,USD,SEK,\n2026-03-02,1.25,11.0,\n")

    page.take_in(str(file))
    qtbot.waitUntil(lambda: shown(page) == ["SEK", "USD"])
    shell.book.action("rate.remove").trigger()

    qtbot.waitUntil(lambda: shown(page) == ["USD"])
    assert [one.currency for one in office.ask(exchange_rates.latest)] == ["USD"]
