from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services import tax_codes
from app.services.office import Office
from app.ui.accounting.own_codes import OwnCodes
from app.ui.accounting.tax_codes_page import TaxCodesPage
from app.ui.kit.shell import Shell
from tests.taxes import houston
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle


def the_codes(page: TaxCodesPage) -> OwnCodes:
    pane = page.sections.current
    assert isinstance(pane, OwnCodes)
    return pane


def test_a_code_is_put_away_and_taken_back(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "US", "USD")
    office.do(tax_codes.write, houston())
    page = shown(qtbot, TaxCodesPage(shell), settle)
    pane = the_codes(page)
    qtbot.waitUntil(lambda: pane.list.count() == 1)

    pane.turn()
    qtbot.waitUntil(lambda: office.ask(tax_codes.own_codes)[0].is_archived)
    settle()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    shell.history.undo()

    qtbot.waitUntil(lambda: not office.ask(tax_codes.own_codes)[0].is_archived)
    settle()
