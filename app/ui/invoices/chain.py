"""The chain of a sale as lines: what a paper came from and what came of it; Enter opens one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.invoices.chain import ChainLink
from app.domain.invoices.invoice import Kind, State
from app.domain.orders.chain import DeliveryLink, OrderLink
from app.domain.quotes.chain import QuoteLink
from app.domain.quotes.quote import State as QuoteState
from app.services.chains import Link
from app.ui.invoices.listing import state_text
from app.ui.invoices.quotes.words import quote_state_text
from app.ui.invoices.titles import KINDS
from app.ui.kit.labels import plain_label
from app.ui.kit.letter_lines import LetterLines
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_SIGNS = {"quote": "file-text", "order": "shopping-cart", "delivery": "truck"}


class ChainLines(QWidget):
    """Lists the papers of a sale; a paper that stands alone has none, and this is not there."""

    def __init__(self, shell: Shell, chain: Callable[..., Any], record: int) -> None:
        super().__init__()
        self._client = shell.client
        self._chain = chain
        self._record = record
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
        if tables & {"invoice", "quote", "sales_order", "delivery"}:
            self._ask()

    def _ask(self) -> None:
        self._client.ask(self._show, self._chain, self._record)

    def _show(self, links: tuple[Link, ...]) -> None:
        self.lines.clear()
        for link in links:
            item = self.lines.add(link.record, link.record_id, link_text(link), _sign(link))
            if link.record_id == self._record:
                self.lines.setCurrentItem(item)
        self.lines.fit()
        self.setHidden(not links)


def link_text(link: Link) -> str:
    """Return a paper of a chain in one line, further in the more it came through."""
    name, is_out = _name(link)
    parts = (
        name,
        "" if isinstance(link, DeliveryLink) else _sum(link),
        formats().day(link.day) if link.day and is_out else "",
    )
    return "\u2003" * link.depth + " · ".join(part for part in parts if part)


def _sum(link: ChainLink | QuoteLink | OrderLink) -> str:
    return formats().money(link.gross.minor, link.gross.currency)


def _name(link: Link) -> tuple[str, bool]:
    """Return what a paper is called and how it stands, and whether it went out."""
    if isinstance(link, OrderLink):
        return f"{_('Order')} {link.number}".rstrip(), bool(link.number)
    if isinstance(link, DeliveryLink):
        name = _("Delivery of goods")
        return f"{name} {link.number}".rstrip(), bool(link.number)
    if isinstance(link, QuoteLink):
        name = f"{_('Quote')} {link.number}".rstrip()
        state = quote_state_text(link.state, is_replaced=link.is_replaced)
        return f"{name} · {state}", link.state is not QuoteState.DRAFT
    name, is_issued = _(KINDS[link.kind]), link.state is State.ISSUED
    if is_issued:
        return f"{name} {link.number}".rstrip(), True
    return f"{name} · {state_text(link.state)}", False


def _sign(link: Link) -> str:
    if isinstance(link, QuoteLink | OrderLink | DeliveryLink):
        return _SIGNS[link.record]
    return "receipt-refund" if link.kind is Kind.CREDIT_NOTE else "receipt"
