"""What the page of a quote answers to: every action, as a draft or once it was sent."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.quotes.quote import QuoteDraft
from app.domain.quotes.standing import Standing
from app.services import quotes
from app.services.quoting import source_of
from app.ui.invoices.editor_verbs import EditorVerbs
from app.ui.invoices.quotes.ordering import OrderingVerbs
from app.ui.invoices.quotes.possible import EVERY, possible
from app.ui.invoices.quotes.verbs import QuoteVerbs
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other.
    from app.ui.invoices.editor import DraftEditor
    from app.ui.invoices.quotes.page import QuotePage
    from app.ui.invoices.quotes.sent import SentView


class QuotePageVerbs(QObject):
    """Offers the actions of one page, and says which are possible now."""

    def __init__(self, page: QuotePage) -> None:
        super().__init__(page)
        self._page = page
        self._shell = page.shell
        self._verbs = QuoteVerbs(page.shell, page)
        self._ordering = OrderingVerbs(page.shell, page)
        self._writing = EditorVerbs(page)
        self._verbs.discarded.connect(page.finished)
        self._shell.book.offer(page, self._slots())
        self._shell.book.call(page, "invoice.issue", _("Send"))
        self._allow(())

    def follow_editor(self, editor: DraftEditor) -> None:
        """Answer to the keys of a draft."""
        self._writing.follow_editor(editor)
        self._allow({*self._writing.slots(), *possible(Standing.DRAFT), "invoice.save"})

    def follow_sent(self, sent: SentView, standing: Standing) -> None:
        """Answer to the keys of a quote that was sent, as it stands now."""
        sent.totals.explain.hide()
        self._allow(possible(standing))

    def rescue(self, content: QuoteDraft) -> None:
        """Keep what was written as a draft of its own."""
        self._verbs.rescue(content)

    def _slots(self) -> dict[str, Callable[[], object]]:
        record, verbs = self._page.quote_id, self._verbs
        nothing = _("Nothing is filed before the quote is sent.")
        return {
            **self._writing.slots(),
            "invoice.issue": self._page.finish,
            "invoice.discard": self._discard,
            "invoice.copy": self._copy,
            "invoice.print": self._print,
            "invoice.save": self._save,
            "invoice.customer": self._go_to_customer,
            "invoice.document": partial(verbs.go_to_filed, source_of(record), nothing),
            "invoice.mail": partial(verbs.mail, record),
            "invoice.open": self._nothing,
            "quote.accept": self._accept,
            "quote.reject": self._reject,
            "quote.expire": partial(verbs.expire, record),
            "quote.revise": partial(verbs.revise, record),
            "quote.invoice": partial(verbs.invoice, record),
            "quote.order": partial(self._ordering.order, record),
        }

    def _allow(self, names: Collection[str]) -> None:
        for name in {*self._writing.slots(), *EVERY}:
            is_possible = name in names and name != "invoice.open"
            self._shell.book.allow(self._page, name, allowed=is_possible)

    def _accept(self) -> None:
        self._verbs.accept(self._page.quote_id, self._page.windowTitle())

    def _reject(self) -> None:
        self._verbs.reject(self._page.quote_id, self._page.windowTitle())

    def _discard(self) -> None:
        if self._page.let_go():
            self._verbs.discard(self._page.quote_id)

    def _copy(self) -> None:
        self._page.flush()
        self._verbs.copy(self._page.quote_id)

    def _print(self) -> None:
        editor, page = self._page.editor, self._page
        if editor is None:
            self._verbs.print_page(page.quote_id, page.windowTitle())
        else:
            answer = partial(self._verbs.print_pdf, _("Draft"))
            self._shell.client.ask(answer, quotes.preview, editor.written())

    def _save(self) -> None:
        if self._page.editor is None:
            nothing = _("Nothing is filed before the quote is sent.")
            self._verbs.save_filed(source_of(self._page.quote_id), nothing)
        else:
            self._page.flush()
            self._shell.say(_("Kept. A draft keeps itself; its PDF is made when it is sent."))

    def _go_to_customer(self) -> None:
        sent = self._page.sent
        if self._page.editor is not None or sent is None:
            self._writing.go_to_customer()
        elif sent.quote.offer.customer_id is not None:
            self._shell.open("contact", sent.quote.offer.customer_id)

    def _nothing(self) -> None:
        """The record is open already."""
