from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.payments.payment import NewPayment
from app.services import payments
from app.services.office import Office
from app.ui.invoices.receipt_paper import ReceiptPaper
from app.ui.kit.shell import Shell
from tests.paying import eur
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle


def test_money_that_settled_nothing_has_no_receipt(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    customer = moved(office, "FI", "EUR")
    payment = office.do(payments.record, NewPayment(eur("10"), customer)).result
    page = ReceiptPaper(shell, payment.id)
    with qtbot.waitSignal(page.finished):
        shown(qtbot, page, settle)

    assert page.page.pdf == b""
