from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.accounting.tax_report import TaxReportPage
from app.ui.kit.shell import Shell
from tests.ui.accounting.taxed import shown
from tests.windows import Settle


def test_an_office_without_stacked_taxes_has_nothing_to_report(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page = shown(qtbot, TaxReportPage(shell), settle)
    shell.book.enter((page,))

    shell.book.action("books.paper").trigger()

    qtbot.waitUntil(lambda: bool(page.stack.paper.pdf))
    assert page.table.rows.rowCount() == 0
    assert page.stack.has_paper
