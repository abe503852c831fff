"""Papers of taxes: a certificate as it was filed, the list of a month, contractors of a year."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from app.domain.payments.certificate_findable import KIND as CERTIFICATE
from app.domain.payments.withholding import Certificate, Return, Side
from app.domain.shared.ids import CertificateId
from app.domain.shared.refusals import OfficeError
from app.services import contractors, withholding
from app.services.exports import Exported
from app.ui.accounting.tax_words import RETURNS, choices
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme


class TaxPaper(RecordPage):
    """A page of paper, with what can be done with it."""

    def __init__(self, shell: Shell, kind: str, record: int, buttons: tuple[str, ...]) -> None:
        super().__init__(shell, kind, record)
        self.bar = PageBar("", shell.book, buttons)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        ways = {
            "entry.print": self.page.print_out,
            "entry.save": self.page.save_as,
            "list.refresh": self.ask,
        }
        shell.book.offer(self, ways)
        theme().dress(self, controls)

    @abstractmethod
    def ask(self) -> None:
        """Ask for the paper."""

    def call(self, name: str) -> None:
        """Say what the paper is called."""
        self.bar.title.setText(name)
        self.setWindowTitle(name)
        self.titled.emit(name)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the paper."""
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def exported(self, found: Exported) -> None:
        """Say what was written where."""
        rows, file = found.rows, found.target.name
        self.shell.say(
            many("{n} row written to {file}", "{n} rows written to {file}", rows, file=file)
        )

    def gone(self, error: OfficeError) -> None:
        """Close: there is nothing to show."""
        self.shell.refuse(error)
        self.finished.emit()


class CertificatePaper(TaxPaper):
    """A certificate as it was filed; a customer's has no paper of ours."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, CERTIFICATE, record or 0, ("entry.print", "entry.save"))
        lead_to(self, self.page)
        self.call(_("Certificate"))
        self.ask()

    def ask(self) -> None:
        asked = CertificateId(self.record or 0)
        self.shell.client.ask_or(self._name, self.gone, withholding.get, asked)

    def _name(self, one: Certificate) -> None:
        self.call(one.number)
        if one.side is Side.ISSUED:
            self.shell.client.ask_or(self.show_pdf, self.gone, withholding.page, one.id)
            return
        amount = formats().money(one.amount.minor, one.amount.currency)
        tax = formats().money(one.tax.minor, one.tax.currency)
        facts = {"name": one.payer.name, "amount": amount, "tax": tax}
        self.page.empty(_("{name} paid {amount} and withheld {tax}.", **facts))


class TaxListPaper(TaxPaper):
    """The payments of a month and the tax withheld of them, as a return lists them."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, "tax-list", 0, ("books.export", "entry.print", "entry.save"))
        self.form: ChoiceEdit[Return] = ChoiceEdit(choices(RETURNS))
        self.form.setAccessibleName(_("Return"))
        self.month = DateEdit(shell.today)
        self.month.setAccessibleName(_("A day of the month"))
        self.month.setFixedWidth(theme().px(130))
        self.month.put(shell.today())
        for widget in (self.form, plain_label(_("Month of"), "muted"), self.month):
            self.bar.add(widget)
        self.form.edited.connect(self.ask)
        self.month.edited.connect(self.ask)
        shell.book.offer(self, {"books.export": self._export})
        shell.client.changed.connect(self._news)
        lead_to(self, self.form)
        self.call(_("List of a month"))
        self.ask()

    def ask(self) -> None:
        month = self.month.value()
        if month is not None:
            asked = (self.form.value(), month, language())
            self.shell.client.ask(self.show_pdf, withholding.tax_list_page, *asked)

    def _export(self) -> None:
        month = self.month.value()
        name = f"{self.form.value().value}.txt"
        wanted, _kind = QFileDialog.getSaveFileName(self, _("Export the list"), name, "*.txt")
        if wanted and month is not None:
            asked = (self.form.value(), month, Path(wanted))
            self.shell.client.ask(self.exported, withholding.export_tax_list, *asked, replace=True)

    def _news(self, tables: frozenset[str]) -> None:
        if "withholding_certificate" in tables:
            self.ask()


class NecPaper(TaxPaper):
    """The contractors of a year, and for whom Form 1099-NEC is due."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, "nec-list", 0, ("books.export", "entry.print", "entry.save"))
        self.year = NumberEdit(0)
        self.year.setAccessibleName(_("Year"))
        self.year.setFixedWidth(theme().px(90))
        self.year.setText(str(shell.today().year))
        for widget in (plain_label(_("Year"), "muted"), self.year):
            self.bar.add(widget)
        self.year.edited.connect(self.ask)
        shell.book.offer(self, {"books.export": self._export})
        shell.client.changed.connect(self._news)
        lead_to(self, self.year)
        self.call(_("Contractors: Form 1099-NEC"))
        self.ask()

    def ask(self) -> None:
        year = self._wanted()
        if year is not None:
            self.shell.client.ask(self.show_pdf, contractors.nec_page, year, language())

    def _wanted(self) -> int | None:
        value = self.year.value()
        return int(value) if value is not None and 1900 < value < 10_000 else None

    def _export(self) -> None:
        year = self._wanted()
        title, kinds = _("Export the list"), "*.csv *.xlsx"
        wanted, _kind = QFileDialog.getSaveFileName(self, title, f"1099-NEC-{year}.csv", kinds)
        if wanted and year is not None:
            asked = (Path(wanted), year, language())
            self.shell.client.ask(self.exported, contractors.export_nec, *asked, replace=True)

    def _news(self, tables: frozenset[str]) -> None:
        if "contractor_payment" in tables:
            self.ask()
