"""The invoices tab: the list, the card of the chosen one, and what a clerk does with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

from app.domain.invoices.invoice import Invoice, InvoiceRow, State
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import delivering, invoices
from app.services.invoices import IssuedMany
from app.ui.invoices.batch import ask_to_issue, issued_text, tell_refused
from app.ui.invoices.card import InvoiceCard
from app.ui.invoices.claim_verbs import ClaimsOf
from app.ui.invoices.correcting import Corrections
from app.ui.invoices.listing import listing_on
from app.ui.invoices.made_by import MadeBy
from app.ui.invoices.stages import Stages
from app.ui.invoices.verbs import Verbs
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

_LIST, _NARROW_CARD = 720, 300
_OF_DRAFTS = ("invoice.issue", "invoice.discard")
_OF_ISSUED = (
    "invoice.entry",
    "invoice.document",
    "invoice.save",
    "invoice.einvoice",
    "invoice.mail",
    "invoice.credit",
    "invoice.reissue",
)
_OF_WORKS = ("invoice.advance", "invoice.partial", "invoice.final", "invoice.excess")
_OF_ANY = (
    "invoice.open",
    "invoice.copy",
    "invoice.print",
    "invoice.delivery",
    "invoice.customer",
    "invoice.many",
    "plan.repeat",
    "plan.open",
)


class InvoicesTab(ListPage[InvoiceRow]):
    """Lists invoices; every verb works from the keyboard."""

    def __init__(self, shell: Shell, strip: Strip | None = None) -> None:
        super().__init__(shell, listing_on(shell.today))
        if strip is not None:
            self.head.lead(strip)
        self._row: InvoiceRow | None = None
        self._wants_card = not shell.settings.now.without_card
        self._verbs = Verbs(shell, self)
        self._corrections = Corrections(shell, self)
        self._claims = ClaimsOf(shell, self)
        self._stages = Stages(shell, self)
        self.card = InvoiceCard(shell)
        self.set_details(self.card, _LIST, _NARROW_CARD)
        self._offer()
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.shell.client.changed.connect(self._news)
        self._ask_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("invoice.discard").trigger()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow(self._row)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._allow(self._row)

    def _turn_page(self) -> None:
        """Show the card beside the list, or hide it, from now on."""
        self._wants_card = self.card.isHidden()
        self.shell.settings.change(without_card=not self._wants_card)
        self.card.setVisible(self._wants_card and self.model.rowCount() > 0)

    def _offer(self) -> None:
        self.shell.book.offer(
            self,
            {
                "invoice.new": partial(self.shell.open, "invoice"),
                "invoice.open": self._open_chosen,
                "invoice.issue": self._issue,
                "invoice.copy": partial(self._on_chosen, self._verbs.copy),
                "invoice.discard": self._discard,
                "invoice.print": self._print,
                "invoice.save": partial(self._on_chosen, self._verbs.save_pdf),
                "invoice.einvoice": partial(self._on_chosen, self._verbs.save_e_invoice),
                "invoice.mail": partial(self._on_chosen, self._verbs.mail),
                "invoice.customer": partial(self._on_chosen, self._verbs.go_to_customer),
                "invoice.entry": partial(self._on_chosen, self._verbs.go_to_entry),
                "invoice.document": partial(self._on_chosen, self._verbs.go_to_document),
                "invoice.delivery": partial(self._on_chosen, self._delivery_note),
                "invoice.credit": partial(self._on_chosen, self._corrections.credit),
                "invoice.reissue": partial(self._on_chosen, self._corrections.reissue),
                "invoice.advance": partial(self._on_chosen, self._stages.advance),
                "invoice.partial": partial(self._on_chosen, self._stages.partial),
                "invoice.final": partial(self._on_chosen, self._stages.final),
                "invoice.excess": partial(self._on_chosen, self._stages.credit_excess),
                "invoice.many": partial(self._on_chosen, partial(self.shell.open, "bulk")),
                "plan.open": partial(self._on_chosen, MadeBy(self.shell, self).open_plan),
                "plan.repeat": partial(self._on_chosen, partial(self.shell.open, "plan-of")),
                "invoice.page": self._turn_page,
            },
        )
        self._allow(None)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("invoice", record)

    def _open_chosen(self) -> None:
        self._on_chosen(self._open)

    def _on_chosen(self, verb: Callable[[InvoiceId], object]) -> None:
        record = self.table.chosen_id()
        if record is not None:
            verb(InvoiceId(record))

    def _print(self) -> None:
        if self._row is not None:
            self._verbs.print_page(self._row.id, self._row.number or _("Draft"))

    def _delivery_note(self, record: InvoiceId) -> None:
        answer = partial(self._verbs.print_pdf, _("Delivery note"))
        self.shell.client.ask(answer, delivering.note, record)

    def _issue(self) -> None:
        self.shell.client.ask(self._issue_drafts, invoices.rows, self._selected_ids())

    def _issue_drafts(self, rows: Sequence[InvoiceRow]) -> None:
        drafts = [row for row in rows if row.state is State.DRAFT]
        if len(drafts) == 1:
            refused = partial(self._refused, drafts[0].id)
            self.shell.client.do(self._issued, invoices.issue, drafts[0].id, refused=refused)
        elif drafts:
            ask_to_issue(self, drafts, partial(self._issue_many, drafts))

    def _issue_many(self, drafts: Sequence[InvoiceRow]) -> None:
        ids = tuple(row.id for row in drafts)
        work = self.shell.client.work(self._many_issued, invoices.issue_many, ids)
        self.shell.watch(work, many("Issuing {n} invoice", "Issuing {n} invoices", len(ids)))

    def _issued(self, invoice: Invoice) -> None:
        self.choose(invoice.id)
        self.shell.say(issued_text(invoice))

    def _refused(self, invoice_id: InvoiceId, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.shell.open("invoice", invoice_id)
            self.shell.say(_("Not issued: the draft is open at what has to be mended"))
        else:
            self.shell.refuse(error)

    def _many_issued(self, outcome: IssuedMany) -> None:
        done = len(outcome.issued)
        if done:
            self.shell.say(many("{n} invoice issued", "{n} invoices issued", done))
        if outcome.refused:
            tell_refused(self, outcome)

    def _discard(self) -> None:
        self.shell.client.ask(self._discard_drafts, invoices.rows, self._selected_ids())

    def _discard_drafts(self, rows: Sequence[InvoiceRow]) -> None:
        self._verbs.discard(*(row.id for row in rows if row.state is State.DRAFT))

    def _selected_ids(self) -> tuple[InvoiceId, ...]:
        return tuple(InvoiceId(one) for one in self.table.selected_ids())

    def _selected_count(self) -> int:
        chosen = self.table.selectionModel().selection()
        return sum(chosen.at(place).height() for place in range(chosen.count()))

    def _selected(self) -> None:
        self._allow(self._row)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_card, invoices.rows, (InvoiceId(record),))

    def _show_card(self, rows: Sequence[InvoiceRow]) -> None:
        self._row = rows[0] if rows else None
        if self._row is not None:
            self.card.show_row(self._row)
        issued = self._row is not None and bool(self._row.number)
        self._claims.follow(self._row.id if issued and self._row else None)
        self._allow(self._row)

    def _settled(self, count: object) -> None:
        if not count:
            self._row = None
            self.card.empty()
            self._allow(None)
        self.show_details(self.card, wanted=bool(count) and self._wants_card)

    def _allow(self, row: InvoiceRow | None) -> None:
        """Say what can be done with what is selected: several drafts are issued or discarded.

        While a record covers the list nothing is: its keys are the record's.
        """
        row = row if self.isVisible() else None
        is_one = row is not None and self._selected_count() <= 1
        is_draft = row is not None and (row.state is State.DRAFT or not is_one)
        wanted = {
            **dict.fromkeys(_OF_DRAFTS, is_draft),
            **dict.fromkeys(_OF_ISSUED, is_one and row is not None and bool(row.number)),
            **dict.fromkeys(_OF_WORKS, is_one and is_draft and not (row and row.is_credit)),
            **dict.fromkeys(_OF_ANY, is_one),
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._on_chosen(self._look_at)
        elif "invoice_layout" in tables:
            self._on_chosen(self._look_at)

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, invoices.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
        self.shell.count("invoices", counts.get(State.DRAFT.value, 0))
