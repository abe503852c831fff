from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services import tax_codes
from app.services.office import Office
from app.ui.accounting.own_codes import CodeFields, OwnCodes
from app.ui.accounting.tax_codes_page import TaxCodesPage
from app.ui.kit.shell import Shell
from tests.taxes import houston
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle


def the_codes(page: TaxCodesPage) -> OwnCodes:
    pane = page.sections.current
    assert isinstance(pane, OwnCodes)
    return pane


def test_a_code_is_shown_as_it_was_written(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "US", "USD")
    kept = office.do(tax_codes.write, houston()).result
    page = shown(qtbot, TaxCodesPage(shell), settle)
    pane = the_codes(page)
    qtbot.waitUntil(lambda: pane.list.count() == 1)

    assert isinstance(pane.form, CodeFields)
    assert pane.form.value() == kept


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "US", "USD")
    page = shown(qtbot, TaxCodesPage(shell), settle)
    pane = the_codes(page)
    pane.begin_new()
    form = pane.form
    assert isinstance(form, CodeFields)

    pane.save()
    settle()

    assert form.code.accessibleDescription() != ""
    assert office.ask(tax_codes.own_codes) == ()
