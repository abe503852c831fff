"""The list of time and expenses to invoice; one key drafts the invoice of a customer's work."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from app.domain.billables.billable import BillableRow, Grouping
from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import BillableId
from app.services import billables, invoices
from app.ui.invoices.billable_words import LISTING, removed
from app.ui.kit.history import Deed
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_ON_ONE = ("billable.open", "billable.invoice", "billable.sum")


class BillablesList(ListPage[BillableRow]):
    """Lists work; Enter opens it."""

    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING)
        self.head.lead(strip)
        self.opened.connect(self._open)
        self.chosen.connect(self._allow)
        self.shown.connect(self._allow)
        shell.book.offer(
            self,
            {
                "billable.new": partial(shell.open, "billable"),
                "billable.open": self._open_chosen,
                "billable.invoice": partial(self._invoice, Grouping.EACH),
                "billable.sum": partial(self._invoice, Grouping.SUMMED),
                "billable.remove": self._remove,
            },
        )
        self._allow()
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("billable", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _invoice(self, grouping: Grouping) -> None:
        """Ask for the row: whose work is invoiced stands in it."""
        record = self.table.chosen_id()
        if record is not None:
            ids = (BillableId(record),)
            self.shell.client.ask(partial(self._draft, grouping), billables.rows, ids)

    def _draft(self, grouping: Grouping, rows: tuple[BillableRow, ...]) -> None:
        for row in rows:
            told = (row.customer_id, None, grouping)
            self.shell.client.do(self._drafted, billables.invoice, *told)

    def _drafted(self, invoice: Invoice) -> None:
        self.shell.did(Deed(_("Invoice drafted"), invoices.discard, (invoice.id,)))
        self.shell.open("invoice", invoice.id)

    def _remove(self) -> None:
        ids = tuple(BillableId(one) for one in self.table.selected_ids())
        if ids:
            self.shell.client.do(self._removed, billables.remove, ids)

    def _removed(self, gone: object) -> None:
        assert isinstance(gone, tuple)
        self.shell.did(removed(gone))

    def _allow(self, _record: object = None) -> None:
        is_one = self.table.chosen_id() is not None
        for name in (*_ON_ONE, "billable.remove"):
            self.shell.book.allow(self, name, allowed=is_one)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & LISTING.tables:
            self._ask_counts()

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, billables.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
