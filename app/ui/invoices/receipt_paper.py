"""The receipt of a payment; of a Thai service that was paid it is the tax invoice as well."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.payments.payment import Payment
from app.domain.shared.ids import PaymentId
from app.domain.shared.refusals import OfficeError
from app.services import payments, receipts
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

KIND = "receipt"


class ReceiptPaper(RecordPage):
    """Shows the receipt of one payment."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record or 0)
        self._payment = PaymentId(record or 0)
        self.bar = PageBar(_("Receipt"), shell.book, ("invoice.save", "invoice.print"))
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self.setWindowTitle(_("Receipt"))
        ways = {"invoice.print": self.page.print_out, "invoice.save": self.page.save_as}
        shell.book.offer(self, ways)
        lead_to(self, self.page)
        shell.client.ask_or(self._name, self._gone, payments.get, self._payment)

    def _name(self, payment: Payment) -> None:
        name = _("Receipt of {number}", number=payment.number)
        self.bar.title.setText(name)
        self.setWindowTitle(name)
        self.titled.emit(name)
        self.shell.client.ask_or(self._show, self._gone, receipts.page, self._payment)

    def _show(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()
