from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.accounting.own_codes import OwnCodes
from app.ui.accounting.tax_codes_page import TaxCodesPage
from app.ui.kit.shell import Shell
from tests.ui.accounting.taxed import shown
from tests.windows import Settle


def test_the_page_begins_with_the_codes(qtbot: QtBot, shell: Shell, settle: Settle) -> None:
    page = shown(qtbot, TaxCodesPage(shell), settle)

    assert isinstance(page.sections.current, OwnCodes)
    assert page.shown == (page.sections.current, page)
