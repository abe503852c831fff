"""The chain of an invoice as lines: what it came from and what came of it; Enter opens one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.invoices.chain import ChainLink
from app.domain.invoices.invoice import Kind, State
from app.domain.shared.ids import InvoiceId
from app.services import chains
from app.ui.invoices.listing import state_text
from app.ui.invoices.titles import KINDS
from app.ui.kit.labels import plain_label
from app.ui.kit.letter_lines import LetterLines
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme


class ChainLines(QWidget):
    """Lists the papers of a sale; an invoice that stands alone has none, and this is not there."""

    def __init__(self, shell: Shell, invoice_id: InvoiceId) -> None:
        super().__init__()
        self._client = shell.client
        self._record = invoice_id
        self.lines = LetterLines(shell, _("Papers of this sale"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(plain_label(_("Papers of this sale"), "muted"))
        column.addWidget(self.lines)
        self.hide()
        shell.client.changed.connect(self._changed)
        self._ask()

    def _changed(self, tables: frozenset[str]) -> None:
        if "invoice" in tables:
            self._ask()

    def _ask(self) -> None:
        self._client.ask(self._show, chains.around, self._record)

    def _show(self, links: tuple[ChainLink, ...]) -> None:
        self.lines.clear()
        for link in links:
            sign = "receipt-refund" if link.kind is Kind.CREDIT_NOTE else "receipt"
            item = self.lines.add(link.record, link.record_id, link_text(link), sign)
            if link.record_id == self._record:
                self.lines.setCurrentItem(item)
        self.lines.fit()
        self.setHidden(not links)


def link_text(link: ChainLink) -> str:
    """Return a paper of a chain in one line, further in the more it came through."""
    name = _(KINDS[link.kind])
    is_issued = link.state is State.ISSUED
    parts = (
        f"{name} {link.number}".rstrip() if is_issued else f"{name} · {state_text(link.state)}",
        formats().money(link.gross.minor, link.gross.currency),
        formats().day(link.day) if link.day and is_issued else "",
    )
    return "\u2003" * link.depth + " · ".join(part for part in parts if part)
