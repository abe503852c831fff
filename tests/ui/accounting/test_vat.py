"""The VAT codes of the country: every rate with the days it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication

from app.formats.packs import pack
from app.ui.accounting.tab import AccountingTab
from app.ui.accounting.vat import VatPage, rows_of
from app.ui.kit.shell import Shell

Settle = Callable[[], None]


def test_rates_are_listed_newest_first_with_the_days_they_hold(
    tab: AccountingTab, shell: Shell, settle: Settle
) -> None:
    shell.book.action("books.vat").trigger()
    settle()
    page = tab.current
    assert isinstance(page, VatPage)

    rows = [
        [page.table.rows.index(row, column).data() for column in (0, 3, 4, 5, 6)]
        for row in range(6)
    ]

    assert rows == [
        ["standard", "25.5%", "1 Sep 2024", "", "✓"],
        ["standard", "24%", "1 Jan 2013", "31 Aug 2024", ""],
        ["standard", "23%", "1 Jul 2010", "31 Dec 2012", ""],
        ["reduced", "13.5%", "1 Jan 2026", "", "✓"],
        ["reduced", "14%", "1 Jan 2013", "31 Dec 2025", ""],
        ["reduced", "13%", "1 Jul 2010", "31 Dec 2012", ""],
    ]


def test_exactly_one_rate_of_a_code_holds_on_a_day() -> None:
    for country in ("FI", "TH", "DE", "US"):
        codes = pack(country).vat
        rows = rows_of(codes, date(2026, 3, 10))

        assert [row.code.code for row in rows if row.is_now] == [one.code for one in codes]


def test_the_list_is_copied(tab: AccountingTab, shell: Shell, settle: Settle) -> None:
    shell.book.action("books.vat").trigger()
    settle()

    shell.book.action("list.copy").trigger()

    assert "standard\tGeneral rate\tS\t25.5%" in QGuiApplication.clipboard().text()
