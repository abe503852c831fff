"""Parts of a work: asking how much is invoiced before it is done, and making the final invoice."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.invoices.invoice import Invoice
from app.domain.invoices.stages import Share
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Rate
from app.services import staging
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

_WHOLE = 100


class Stages(QObject):
    """Drafts the parts of a work and its final invoice, and opens them."""

    made_final = Signal(object)

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def advance(self, invoice_id: InvoiceId) -> None:
        """Ask how much is paid before the work is begun, and draft its invoice."""
        question = Question(
            _("Down payment"),
            _("How much of the order is paid before delivery? Write 30 % or an amount."),
            _("Draft it"),
        )
        self._ask(question, staging.down_payment, invoice_id)

    def partial(self, invoice_id: InvoiceId) -> None:
        """Ask how much of the work is done, and draft its invoice."""
        question = Question(
            _("Partial invoice"),
            _("How much of the work is done and invoiced now? Write 30 % or an amount."),
            _("Draft it"),
        )
        self._ask(question, staging.partial, invoice_id)

    def final(self, invoice_id: InvoiceId) -> None:
        """Make the draft of the whole work its final invoice, with what was invoiced before."""
        self._shell.client.do(self._final, staging.final, invoice_id)

    def credit_excess(self, invoice_id: InvoiceId) -> None:
        """Open the drafted credit note on what was invoiced beyond the work."""
        self._shell.client.do(self._credited, staging.credit_excess, invoice_id)

    def _ask(
        self, question: Question, command: Callable[..., Invoice], invoice_id: InvoiceId
    ) -> None:
        answer = partial(self._told, command, invoice_id)
        ask_words(self._page, question, (_("Part of the order"),), answer, _no_share)

    def _told(
        self, command: Callable[..., Invoice], invoice_id: InvoiceId, words: tuple[str, ...]
    ) -> None:
        self._shell.client.do(self._drafted, command, invoice_id, share_of(words[0]))

    def _drafted(self, draft: Invoice) -> None:
        self._shell.open("invoice", draft.id)
        self._shell.say(_("The final invoice will take it off"))

    def _credited(self, draft: Invoice) -> None:
        self._shell.open("invoice", draft.id)
        self._shell.say(_("Once it is issued, what is left can be taken off"))

    def _final(self, draft: Invoice) -> None:
        self._shell.open("invoice", draft.id)
        self.made_final.emit(draft.id)
        self._shell.say(_("What was invoiced before is taken off at the end"))


def _no_share(words: tuple[str, ...]) -> str:
    """Return what is wrong with a part that says nothing; what is beyond the order is refused."""
    share = share_of(words[0])
    is_part = 0 < share.percent <= _WHOLE or share.amount > 0
    return "" if is_part else _("A share is between 0 and 100 per cent, or an amount above zero.")


def share_of(text: str) -> Share:
    """Return the share that was written; one that cannot be read is none, and is refused."""
    plain = text.strip()
    value = formats().parse_decimal(plain.removesuffix("%").strip()) or Decimal(0)
    return Share(percent=Rate(value)) if plain.endswith("%") else Share(amount=value)
