"""Certificates of tax withheld of some days, ours and those of customers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.accounting.periods import year_around
from app.domain.payments.certificate_findable import KIND as CERTIFICATE
from app.domain.payments.withholding import Certificate, CertificateState, Side
from app.domain.shared.ids import CertificateId
from app.lang.texts import mark
from app.services import withholding
from app.ui.accounting.period_bar import PeriodBar
from app.ui.accounting.tax_words import RETURNS, SIDES, STATES
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Question
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

KIND = "certificates"
_BUTTONS = ("certificate.void", "books.tax-list", "entry.new")


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate as it is listed."""

    id: int
    one: Certificate

    @property
    def other(self) -> str:
        """The name of the party that is not us."""
        is_ours = self.one.side is Side.ISSUED
        return self.one.payee.name if is_ours else self.one.payer.name

    @property
    def tone(self) -> str:
        """A voided certificate stands back."""
        return "muted" if self.one.state is CertificateState.VOIDED else ""


COLUMNS: tuple[Column[CertificateLine], ...] = (
    Column(mark("Number"), lambda line: line.one.number, width=150, tone=lambda line: line.tone),
    Column(mark("Date"), lambda line: formats().day(line.one.day), width=120),
    Column(mark("Payee or customer"), lambda line: line.other, width=300),
    Column(mark("Who withheld it"), lambda line: _(SIDES[line.one.side]), width=180),
    Column(mark("Listed on"), lambda line: _return(line.one), width=190),
    Column(
        mark("Status"),
        lambda line: _(STATES[line.one.state]),
        width=100,
        is_pill=True,
        tone=lambda line: line.tone or "good",
    ),
    Column(
        mark("Amount"),
        lambda line: formats().amount(line.one.amount.minor, line.one.amount.currency),
        right=True,
        width=130,
    ),
    Column(
        mark("Tax"),
        lambda line: formats().amount(line.one.tax.minor, line.one.tax.currency),
        right=True,
        width=110,
    ),
)


class CertificatesPage(RecordPage):
    """Lists certificates; Enter opens one."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.bar = PeriodBar(shell.today)
        self.table: ShortTable[CertificateLine] = ShortTable(_("Tax withheld"), COLUMNS)
        self.table.give_room("Payee or customer")
        self.sums = SumLine(self.table)
        self._lay_out()
        shell.book.offer(
            self,
            {
                "entry.new": partial(shell.open, withholding.FORM),
                "certificate.void": self._ask_why,
                "list.copy": self._copy,
                "list.refresh": self.refresh,
                "ledger.before": partial(self.bar.step, -1),
                "ledger.after": partial(self.bar.step, 1),
            },
        )
        shell.book.call(self, "entry.new", _("New certificate"))
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._allow)
        self.bar.changed.connect(self.refresh)
        shell.client.changed.connect(self._news)
        self.setWindowTitle(_("Tax withheld"))
        lead_to(self, self.table)
        self.bar.put(year_around(shell.today(), 1))

    def refresh(self) -> None:
        """Ask for the certificates of the days that are written."""
        period = self.bar.period()
        if period is not None:
            asked = (period.first, period.last)
            self.shell.client.ask(self._show, withholding.certificates, *asked)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(PageBar(_("Tax withheld"), self.shell.book, _BUTTONS))
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.sums)

    def _show(self, found: tuple[Certificate, ...]) -> None:
        self.table.show_rows([CertificateLine(one.id, one) for one in found])
        valid = [one for one in found if one.state is CertificateState.VALID]
        if valid:
            currency = valid[0].tax.currency
            amount = sum(one.amount.minor for one in valid)
            tax = sum(one.tax.minor for one in valid)
            written = formats().amount
            sums = {"Amount": written(amount, currency), "Tax": written(tax, currency)}
            self.sums.show_sums(sums)
        else:
            self.sums.show_sums({})
        self._allow()

    def _allow(self, _current: object = None, _before: object = None) -> None:
        line = self._chosen()
        is_valid = line is not None and line.one.state is CertificateState.VALID
        self.shell.book.allow(self, "certificate.void", allowed=is_valid)

    def _chosen(self) -> CertificateLine | None:
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(CERTIFICATE, record)

    def _ask_why(self) -> None:
        line = self._chosen()
        if line is not None:
            told = _("Its number and its paper stay, and no list has it any more.")
            question = Question(
                _("Void {number}", number=line.one.number), told, _("Void the certificate")
            )
            answer = partial(self._void, line.one)
            ask_words(self, question, (_("Reason"),), answer, unexplained)

    def _void(self, one: Certificate, words: tuple[str, ...]) -> None:
        known = (CertificateId(one.id), one.version, words[0])
        self.shell.client.do(self._voided, withholding.void, *known)

    def _voided(self, one: Certificate) -> None:
        self.shell.say(_("Certificate {number} is voided", number=one.number))

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _news(self, tables: frozenset[str]) -> None:
        if "withholding_certificate" in tables:
            self.refresh()


def _return(one: Certificate) -> str:
    """Return the return that a certificate of ours is listed in, by its name alone."""
    name = _(RETURNS[one.form]).partition(" (")[0]
    return name if one.side is Side.ISSUED else ""
