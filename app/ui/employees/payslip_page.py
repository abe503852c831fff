"""A payslip in a tab, as it prints."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import PayslipId
from app.domain.shared.refusals import OfficeError
from app.services import payslips
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

KIND = "payslip"


class PayslipPage(RecordPage):
    """Shows a payslip in the language of who gets it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self._payslip = PayslipId(record or 0)
        self.bar = PageBar(_("Payslip"), shell.book, ("paper.save", "paper.print"))
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self.setWindowTitle(_("Payslip"))
        ways = {"paper.print": self.page.print_out, "paper.save": self.page.save_as}
        shell.book.offer(self, ways)
        lead_to(self, self.page)
        shell.client.ask_or(self._show, self._gone, payslips.pdf, self._payslip)

    def _show(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()
