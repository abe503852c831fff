"""What the page of an invoice answers to: every action, as a draft or as an issued invoice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.invoices.deducting import STAGES
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Kind
from app.domain.shared.ids import InvoiceId
from app.services import delivering, invoices
from app.ui.invoices.claim_verbs import ClaimsOf
from app.ui.invoices.correcting import Corrections
from app.ui.invoices.editor_verbs import EditorVerbs
from app.ui.invoices.made_by import MadeBy
from app.ui.invoices.stages import Stages
from app.ui.invoices.verbs import Verbs
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other.
    from app.ui.invoices.editor import DraftEditor
    from app.ui.invoices.issued import IssuedView
    from app.ui.invoices.page import InvoicePage

_OF_ISSUED = ("invoice.entry", "invoice.document", "invoice.einvoice", "invoice.mail")
_OF_CLAIMS = ("invoice.credit", "invoice.reissue")
_OF_WORKS = ("invoice.advance", "invoice.partial", "invoice.final", "invoice.excess")
_OF_BOTH = (
    "invoice.copy",
    "invoice.print",
    "invoice.delivery",
    "invoice.save",
    "invoice.customer",
    "invoice.explain",
    "invoice.many",
    "plan.repeat",
    "plan.open",
)


class PageVerbs(QObject):
    """Offers the actions of one page, and says which are possible now."""

    def __init__(self, page: InvoicePage) -> None:
        super().__init__(page)
        self._page = page
        self._shell = page.shell
        self._verbs = Verbs(page.shell, page)
        self._writing = EditorVerbs(page)
        self._corrections = Corrections(page.shell, page)
        self._stages = Stages(page.shell, page)
        self._claims = ClaimsOf(page.shell, page)
        self._stages.made_final.connect(self._made_final)
        self._verbs.discarded.connect(page.finished)
        self._offer()
        self._allow(())

    def follow_editor(self, editor: DraftEditor) -> None:
        """Answer to the keys of a draft."""
        self._writing.follow_editor(editor)
        of_work = () if editor.content().kind is Kind.CREDIT_NOTE else _OF_WORKS
        self._allow((*self._of_draft(), *_OF_BOTH, *of_work))

    def follow_issued(self, issued: IssuedView) -> None:
        """Answer to the keys of an invoice that never changes again."""
        issued.explained.connect(self._explain)
        self._claims.follow(issued.invoice.id if issued.invoice.number else None)
        is_claim = issued.invoice.number and issued.invoice.kind is not Kind.CREDIT_NOTE
        names = (*_OF_ISSUED, *_OF_BOTH) if issued.invoice.number else _OF_BOTH
        if issued.invoice.number and issued.invoice.kind in STAGES:
            names = (*names, *_OF_WORKS)
        self._allow((*names, *_OF_CLAIMS) if is_claim else names)

    def rescue(self, content: Draft) -> None:
        """Keep what was written as a draft of its own."""
        self._verbs.rescue(content)

    def _of_draft(self) -> dict[str, Callable[[], object]]:
        return {
            **self._writing.slots(),
            "invoice.issue": self._page.finish,
            "invoice.discard": self._discard,
        }

    def _offer(self) -> None:
        record, verbs = self._page.invoice_id, self._verbs
        self._shell.book.offer(
            self._page,
            {
                **self._of_draft(),
                "invoice.copy": self._copy,
                "invoice.print": self._print,
                "invoice.save": self._save,
                "invoice.customer": self._go_to_customer,
                "invoice.entry": partial(verbs.go_to_entry, record),
                "invoice.document": partial(verbs.go_to_document, record),
                "invoice.delivery": partial(self._delivery_note, record),
                "invoice.credit": partial(self._corrections.credit, record),
                "invoice.reissue": partial(self._corrections.reissue, record),
                "invoice.advance": partial(self._of_work, self._stages.advance),
                "invoice.partial": partial(self._of_work, self._stages.partial),
                "invoice.final": partial(self._of_work, self._stages.final),
                "invoice.excess": partial(self._of_work, self._stages.credit_excess),
                "invoice.einvoice": partial(verbs.save_e_invoice, record),
                "invoice.mail": partial(verbs.mail, record),
                "invoice.explain": self._explain,
                "invoice.many": partial(self._lead_on, "bulk"),
                "plan.repeat": partial(self._lead_on, "plan-of"),
                "plan.open": partial(MadeBy(self._shell, self).open_plan, record),
                "invoice.open": self._nothing,
            },
        )

    def _allow(self, names: Sequence[str] | tuple[str, ...]) -> None:
        every = {*self._of_draft(), *_OF_ISSUED, *_OF_CLAIMS, *_OF_WORKS, *_OF_BOTH}
        every.add("invoice.open")
        for name in every:
            self._shell.book.allow(self._page, name, allowed=name in names)

    def _of_work(self, verb: Callable[[InvoiceId], object]) -> None:
        """Do something with the work as it is written now."""
        self._page.flush()
        verb(self._page.invoice_id)

    def _made_final(self, made: object) -> None:
        """Show the draft anew that has become the final invoice."""
        if made == self._page.invoice_id and self._page.editor is not None:
            self._page.open_record()

    def _delivery_note(self, record: InvoiceId) -> None:
        """Print what goes with the goods; of a draft as it was kept."""
        self._page.flush()
        answer = partial(self._verbs.print_pdf, _("Delivery note"))
        self._shell.client.ask(answer, delivering.note, record)

    def _discard(self) -> None:
        if self._page.let_go():
            self._verbs.discard(self._page.invoice_id)

    def _copy(self) -> None:
        self._page.flush()
        self._verbs.copy(self._page.invoice_id)

    def _print(self) -> None:
        editor, page = self._page.editor, self._page
        if editor is None:
            self._verbs.print_page(page.invoice_id, page.windowTitle())
        else:
            answer = partial(self._verbs.print_pdf, _("Draft"))
            self._shell.client.ask(answer, invoices.preview, editor.content())

    def _save(self) -> None:
        if self._page.editor is None:
            self._verbs.save_pdf(self._page.invoice_id)
        else:
            self._page.flush()
            self._shell.say(_("Kept. A draft keeps itself; its PDF is made when it is issued."))

    def _go_to_customer(self) -> None:
        if self._page.editor is None:
            self._verbs.go_to_customer(self._page.invoice_id)
        else:
            self._writing.go_to_customer()

    def _explain(self) -> None:
        if self._page.editor is None:
            answer = self._writing.tell_steps
            self._shell.client.ask(answer, invoices.explanation_of, self._page.invoice_id)
        else:
            self._writing.explain()

    def _lead_on(self, kind: str) -> None:
        """Open what is made of this invoice; of a draft as it was kept."""
        self._page.flush()
        self._shell.open(kind, self._page.invoice_id)

    def _nothing(self) -> None:
        """The record is open already."""
