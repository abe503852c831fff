"""A payslip in a tab, as it prints."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import PayslipId
from app.domain.shared.refusals import OfficeError
from app.services import payslips
from app.ui.employees.payslip_lock import MailPayslip, SavePayslip
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

KIND = "payslip"
_BUTTONS = ("payslip.lock", "payslip.mail", "paper.save", "paper.print")


class PayslipPage(RecordPage):
    """Shows a payslip in the language of who gets it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self._payslip = PayslipId(record or 0)
        self.bar = PageBar(_("Payslip"), shell.book, _BUTTONS)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self.setWindowTitle(_("Payslip"))
        ways = {
            "paper.print": self.page.print_out,
            "paper.save": self.page.save_as,
            "payslip.mail": self._mail,
            "payslip.lock": self._lock,
        }
        shell.book.offer(self, ways)
        lead_to(self, self.page)
        shell.client.ask_or(self._show, self._gone, payslips.pdf, self._payslip)

    def _show(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")
        client = self.shell.client
        if not client.office.is_read_only:
            client.do(self._noted, payslips.note_showing, self._payslip)

    def _noted(self, _nothing: None) -> None:
        """Nothing more to do: that it was shown stands in the log of who looked."""

    def _mail(self) -> None:
        """Ask for the password under which the payslip goes out by e-mail."""
        MailPayslip(self.shell, self, self._payslip).open()

    def _lock(self) -> None:
        """Ask for the password under which the payslip is saved."""
        SavePayslip(self.shell, self, self._payslip, f"{self.windowTitle()}.pdf").open()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()
