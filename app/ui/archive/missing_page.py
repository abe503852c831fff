"""Missing: bookings without voucher, suppliers without contract, invoices without paper."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.archive.gaps import Gap, Gaps, Missing
from app.lang.texts import mark
from app.services import missing
from app.ui.archive.overview import Overview
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats

KIND = "missing"
_TABLES = frozenset({"journal_entry", "document", "document_link", "contact", "invoice"})
WHAT = {
    Gap.VOUCHER: mark("Booking without voucher"),
    Gap.CONTRACT: mark("Supplier without contract"),
    Gap.PAPER: mark("Invoice without paper"),
}
NEXT = {
    Gap.VOUCHER: mark("Open the entry and attach its document."),
    Gap.CONTRACT: mark("File the contract with this contact, or take the role away."),
    Gap.PAPER: mark("Open the invoice and file its PDF again."),
}
COUNTED = {
    Gap.VOUCHER: mark("Bookings without voucher: {n}"),
    Gap.CONTRACT: mark("Suppliers without contract: {n}"),
    Gap.PAPER: mark("Invoices without paper: {n}"),
}


@dataclass(frozen=True, slots=True)
class GapLine:
    """One thing that is missing."""

    id: int
    missing: Missing


def _amount(line: GapLine) -> str:
    amount = line.missing.amount
    return formats().money(amount.minor, amount.currency) if amount else ""


def _name(line: GapLine) -> str:
    return " · ".join(part for part in (line.missing.name, line.missing.detail) if part)


COLUMNS: tuple[Column[GapLine], ...] = (
    Column(mark("What is missing"), lambda line: _(WHAT[line.missing.gap]), width=190),
    Column(mark("Record"), _name, width=260),
    Column(
        mark("Day"),
        lambda line: formats().day(line.missing.day) if line.missing.day else "",
        width=100,
    ),
    Column(mark("Amount"), _amount, right=True, width=100),
    Column(
        mark("Next step"),
        lambda line: _(NEXT[line.missing.gap]),
        width=300,
        tone=lambda _line: "muted",
    ),
)


class MissingPage(Overview):
    """Lists what is missing; Enter opens the record that lacks it."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, _("What is missing"))
        self.table: ShortTable[GapLine] = ShortTable(_("What is missing"), COLUMNS)
        self.put_table(self.table, "Next step")
        self.table.opened.connect(self._open)
        shell.book.offer(self, {"list.refresh": self.refresh})
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask for what is missing."""
        self.shell.client.ask(self._show, missing.gaps)

    def _show(self, gaps: Gaps) -> None:
        lines = [GapLine(place, one) for place, one in enumerate(gaps.first, 1)]
        self.table.show_rows(lines)
        counted = (
            _(COUNTED[gap], n=formats().decimal(Decimal(gaps.of(gap))))
            for gap in Gap
            if gaps.of(gap)
        )
        self.hint.setText(" · ".join(counted) or _("Nothing is missing."))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _open(self, record: int) -> None:
        line = self.table.row_of(record)
        if line is not None:
            self.shell.open(line.missing.kind, line.missing.id)
