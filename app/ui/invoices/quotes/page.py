"""One quote in a tab: a draft that is written and sent, then what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.quotes.quote import Quote, QuoteRow, State
from app.domain.quotes.standing import Standing, standing_of
from app.domain.shared.ids import QuoteId, new_id
from app.domain.shared.problems import Problem
from app.services import quotes
from app.services.invoices import Review
from app.services.quote_forms import QuoteDesktop
from app.ui.invoices.batch import ask_about
from app.ui.invoices.quotes.editor import QUOTE, QUOTE_DEEDS, QuoteEditor, opened_from
from app.ui.invoices.quotes.page_verbs import QuotePageVerbs
from app.ui.invoices.quotes.possible import buttons
from app.ui.invoices.quotes.sent import SentView
from app.ui.invoices.quotes.verbs import sent_text
from app.ui.invoices.quotes.words import TONES, standing_text
from app.ui.invoices.writing import WritingPage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_DRAFT_BUTTONS = ("invoice.details", "invoice.page", "invoice.issue")


class QuotePage(WritingPage):
    """Opens a quote, keeps what is typed, sends it, and follows what becomes of it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        quote_id = QuoteId(record if record is not None else new_id())
        super().__init__(shell, "quote", quote_id, QUOTE_DEEDS)
        self.quote_id = quote_id
        self.record = record
        self.sent: SentView | None = None
        self.verbs: QuotePageVerbs = QuotePageVerbs(self)
        self.name(_("New quote") if record is None else _("Quote"))
        shell.client.changed.connect(self._changed)
        self.open_record()

    def buttons(self) -> tuple[str, ...]:
        return _DRAFT_BUTTONS

    def draft_state(self) -> tuple[str, str]:
        return standing_text(Standing.DRAFT), TONES[Standing.DRAFT]

    def opened(self, desktop: QuoteDesktop) -> None:
        quote = desktop.quote
        if quote is not None and self.shown_if_over(quote):
            return
        opened = opened_from(desktop)
        self.write(QuoteEditor(self.shell, QUOTE, opened), opened)

    def named(self, review: Review) -> str:
        buyer = review.invoice.buyer
        return f"{_('Quote')} · {buyer.name}" if buyer else _("New quote")

    def shown_if_over(self, record: Quote) -> bool:
        if record.state is State.DRAFT:
            return False
        standing = standing_of(_row(record), self.shell.today())
        self.sent = SentView(self.shell, record)
        self.verbs.follow_sent(self.sent, standing)
        self.name(record.number or _("Discarded draft"))
        state = standing_text(standing), TONES[standing]
        self.show_finished(self.sent, buttons(standing), state)
        return True

    def finished_as(self, record: Quote) -> None:
        self.shell.say(sent_text(record))
        self.shown_if_over(record)

    def ask_about(self, doubts: Sequence[Problem], go_on: Callable[[], object]) -> Dialog:
        return ask_about(self, doubts, go_on, _("Send anyway"))

    def _changed(self, tables: frozenset[str]) -> None:
        """Follow what becomes of a quote that was sent."""
        if "quote" in tables and self.sent is not None:
            answer = partial(self._follow, self.sent.quote.version)
            self.shell.client.ask(answer, quotes.get, self.quote_id)

    def _follow(self, version: int, quote: Quote) -> None:
        if quote.version != version:
            self.shown_if_over(quote)


def _row(quote: Quote) -> QuoteRow:
    """Return what says how a quote stands."""
    return QuoteRow(
        id=quote.id,
        state=quote.state,
        number=quote.number,
        revision=quote.revision,
        customer_name="",
        issued_on=quote.offer.issued_on,
        valid_until=quote.valid_until,
        currency=quote.offer.currency,
        net_minor=0,
        gross_minor=0,
        is_replaced=quote.is_replaced,
    )
