from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.payments.withholding import CertificateState
from app.services import withholding
from app.services.office import Office
from app.ui.accounting.certificates import CertificatesPage
from app.ui.kit.shell import Shell
from tests.journeys.hands import dialogs
from tests.ui.accounting.taxed import a_certificate, moved, shown
from tests.windows import Settle


def test_certificates_are_listed_with_their_sums(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    payee = moved(office, "TH", "THB")
    office.do(withholding.issue, a_certificate(payee))
    office.do(withholding.issue, a_certificate(payee))

    page = shown(qtbot, CertificatesPage(shell), settle)

    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    assert "20,000.00" in page.sums.accessibleName()
    assert "600.00" in page.sums.accessibleName()


def test_a_certificate_is_voided_for_a_reason(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    payee = moved(office, "TH", "THB")
    one = office.do(withholding.issue, a_certificate(payee)).result
    page = shown(qtbot, CertificatesPage(shell), settle)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    shell.book.enter((page,))

    shell.book.action("certificate.void").trigger()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    dialog.findChildren(QLineEdit)[0].setText("Wrong payee")
    dialog.accept()

    def is_voided() -> bool:
        return office.ask(withholding.get, one.id).state is CertificateState.VOIDED

    qtbot.waitUntil(is_voided)
    settle()


def test_an_office_without_any_shows_an_empty_list(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page = shown(qtbot, CertificatesPage(shell), settle)

    assert page.table.rows.rowCount() == 0
