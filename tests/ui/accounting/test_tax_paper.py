from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.payments.withholding import Return, Side
from app.services import withholding
from app.services.office import Office
from app.ui.accounting.tax_paper import CertificatePaper, TaxListPaper
from app.ui.kit.shell import Shell
from tests.ui.accounting.taxed import a_certificate, moved, shown
from tests.windows import Settle


def test_a_certificate_is_shown_as_it_was_filed(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    one = office.do(withholding.issue, a_certificate(moved(office, "TH", "THB"))).result

    page = shown(qtbot, CertificatePaper(shell, one.id), settle)

    qtbot.waitUntil(lambda: bool(page.page.pdf))
    assert page.windowTitle() == one.number
    assert page.page.pdf == office.ask(withholding.page, one.id)


def test_a_customers_certificate_is_said_in_words(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    theirs = a_certificate(moved(office, "TH", "THB"), Side.RECEIVED)
    one = office.do(withholding.issue, theirs).result

    page = shown(qtbot, CertificatePaper(shell, one.id), settle)

    qtbot.waitUntil(lambda: page.windowTitle() == "0001")
    assert page.page.pdf == b""


def test_the_list_follows_the_return(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "TH", "THB")
    page = shown(qtbot, TaxListPaper(shell), settle)
    qtbot.waitUntil(lambda: bool(page.page.pdf))
    before = page.page.pdf

    page.form.put(Return.PND3)
    page.form.edited.emit()

    qtbot.waitUntil(lambda: page.page.pdf != before)
    settle()
