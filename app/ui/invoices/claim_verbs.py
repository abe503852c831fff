"""What stops a reminder of an invoice and starts it again, from any list; each can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.payments.open_item import OpenItem
from app.domain.reminders.standing import COLLECTION, LAST, InvoiceStanding
from app.domain.shared.ids import InvoiceId
from app.services import claims, open_items
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Question
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class ClaimVerbs:
    """Disputes, stops, resumes and hands over."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell = shell
        self._page = page

    def dispute(self, item: OpenItem) -> None:
        """Ask what the customer says, and note it."""
        question = Question(
            _("Does the customer dispute {number}?", number=item.number),
            _("It is reminded of no more until it is resumed. The reason is kept."),
            _("Note the dispute"),
        )
        answer, label = partial(self._say, item), _("What the customer says")
        ask_words(self._page, question, (label,), answer, unexplained)

    def stop(self, item: OpenItem) -> None:
        """Remind of an invoice no more."""
        told = _("{number} is reminded of no more", number=item.number)
        self._shell.client.do(partial(self._moved, told), claims.stop, (item.invoice_id,))

    def resume(self, item: OpenItem) -> None:
        """Remind of an invoice again."""
        told = _("{number} is reminded of again", number=item.number)
        self._shell.client.do(partial(self._moved, told), claims.resume, (item.invoice_id,))

    def collect(self, item: OpenItem) -> None:
        """Note that a claim was handed over."""
        told = _("{number} is handed over to collection", number=item.number)
        self._shell.client.do(partial(self._moved, told), claims.collect, (item.invoice_id,))

    def _say(self, item: OpenItem, words: tuple[str, ...]) -> None:
        told = _("{number} is disputed", number=item.number)
        answer = partial(self._moved, told)
        self._shell.client.do(answer, claims.dispute, (item.invoice_id,), words[0])

    def _moved(self, text: str, before: tuple[InvoiceStanding, ...]) -> None:
        self._shell.did(Deed(text, claims.restore, (before,)))


class ClaimsOf(QObject):
    """Offers these verbs for one invoice on a page that shows invoices; see ``follow``."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._item: OpenItem | None = None
        self._record: InvoiceId | None = None
        verbs = ClaimVerbs(shell, page)
        self._verbs = {
            "claim.dispute": verbs.dispute,
            "claim.stop": verbs.stop,
            "claim.resume": verbs.resume,
            "claim.collect": verbs.collect,
        }
        shell.book.offer(page, {name: partial(self._press, name) for name in self._verbs})
        shell.client.changed.connect(self._news)
        self._allow()

    def follow(self, record: InvoiceId | None) -> None:
        """Offer what is possible with this invoice, as soon as it is known."""
        self._record, self._item = record, None
        self._allow()
        if record is not None:
            self._shell.client.ask(self._know, open_items.rows, (record,))

    def _know(self, rows: Sequence[OpenItem]) -> None:
        self._item = next((one for one in rows if one.id == self._record), None)
        self._allow()

    def _press(self, name: str) -> None:
        if self._item is not None:
            self._verbs[name](self._item)

    def _allow(self) -> None:
        possible = possible_with(self._item)
        for name in self._verbs:
            self._shell.book.allow(self._page, name, allowed=name in possible)

    def _news(self, tables: frozenset[str]) -> None:
        if self._record is not None and tables & {"open_item", "invoice_standing"}:
            self._shell.client.ask(self._know, open_items.rows, (self._record,))


def possible_with(item: OpenItem | None) -> frozenset[str]:
    """Return what can be done with the claim of an open item now."""
    if item is None or item.open.minor <= 0:
        return frozenset()
    if item.is_disputed or item.is_stopped:
        return frozenset({"claim.resume", "claim.dispute"})
    found = {"claim.dispute", "claim.stop"}
    if item.level == LAST:
        found.add("claim.collect")
    return frozenset(found)


def level_text(item: OpenItem) -> str:
    """Return how an open item stands with reminders, in a word or a number."""
    if item.is_disputed:
        return _("Disputed")
    if item.is_stopped:
        return _("Stopped")
    if item.level >= COLLECTION:
        return _("In collection")
    return str(item.level) if item.level else ""


def level_tone(item: OpenItem) -> str:
    """Return the tone of how an open item stands with reminders."""
    if item.is_disputed or item.level >= LAST:
        return "bad"
    return "muted" if item.is_stopped else "warn"
