"""What can be done with a return wherever it is shown: in the list and on its own page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.invoices.invoice import Invoice
from app.domain.orders.goods_return import GoodsReturn, Outcome, ReturnState
from app.domain.shared.ids import ReturnId
from app.domain.shared.quantities import Quantity
from app.services import returns
from app.services.returns import Came, Decision, Finding, Shown
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.orders.returns.words import OUTCOMES

Lines = tuple[Shown, ...]


class ReturnVerbs(QObject):
    """Does with returns what a clerk asks for, and tells it."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self.shell = shell
        self.client = shell.client
        self.page = page

    def go_on(self, one: GoodsReturn) -> None:
        """Do the next step of a return: receive, inspect, decide, or credit."""
        asks: dict[ReturnState, Callable[[GoodsReturn, Lines], object]] = {
            ReturnState.ANNOUNCED: self._ask_came,
            ReturnState.RECEIVED: self._ask_found,
            ReturnState.INSPECTED: self._ask_outcome,
        }
        if one.state is ReturnState.DECIDED:
            self.client.do(self._credited, returns.credit, one.id)
        elif one.state in asks:
            self.client.ask(partial(asks[one.state], one), returns.lines, one.id)

    def cancel(self, return_id: ReturnId) -> None:
        """Ask why, and call a return off."""
        question = Question(
            _("Call this return off?"),
            _("The goods stay with the customer and may be announced again."),
            _("Call it off"),
        )
        ask_words(self.page, question, (_("Why"),), partial(self._cancel, return_id))

    def print_slip(self, return_id: ReturnId, number: str) -> None:
        """Print the slip that the customer lays into the parcel."""
        self.client.ask(partial(self._print, number), returns.slip, return_id)

    def _ask_came(self, one: GoodsReturn, lines: Lines) -> None:
        question = Question(
            _("What came of {number}?", number=one.number),
            _("What stays empty came as it was announced; enter 0 for what did not come."),
            _("It came"),
        )
        labels = tuple(
            _(
                "{goods} ({most} {unit})",
                goods=line.name,
                most=formats().decimal(line.line.quantity),
                unit=line.unit,
            )
            for line in lines
        )
        ask_words(self.page, question, labels, partial(self._receive, one.id, lines))

    def _receive(self, return_id: ReturnId, lines: Lines, words: tuple[str, ...]) -> None:
        came = []
        for line, word in zip(lines, words, strict=True):
            amount = formats().parse_decimal(word) if word.strip() else line.line.quantity
            if amount is None:
                self.shell.say(_("“{text}” is not an amount; nothing was noted", text=word))
                return
            came.append(Came(line.line.id, Quantity(amount)))
        self.client.do(self._done, returns.receive, return_id, tuple(came))

    def _ask_found(self, one: GoodsReturn, lines: Lines) -> None:
        here = tuple(line for line in lines if line.line.received)
        question = Question(
            _("How are the goods of {number}?", number=one.number),
            _("Write of each what was found; nothing is decided before."),
            _("Inspected"),
        )
        labels = tuple(line.name for line in here)
        ask_words(self.page, question, labels, partial(self._inspect, one.id, here))

    def _inspect(self, return_id: ReturnId, lines: Lines, words: tuple[str, ...]) -> None:
        found = tuple(Finding(line.line.id, word) for line, word in zip(lines, words, strict=True))
        self.client.do(self._done, returns.inspect, return_id, found)

    def _ask_outcome(self, one: GoodsReturn, lines: Lines) -> None:
        """Ask what becomes of each line, a choice for each."""
        title = _("What becomes of the goods of {number}?", number=one.number)
        told = _("What stays with you can be credited afterwards.")
        dialog = Dialog(self.page, title, told, "arrow-back-up")
        fields: list[tuple[Shown, ChoiceEdit[Outcome]]] = []
        for line in lines:
            if line.line.received:
                field: ChoiceEdit[Outcome] = ChoiceEdit(
                    [(outcome, _(text)) for outcome, text in OUTCOMES.items()]
                )
                field.setAccessibleName(line.name)
                dialog.add_field(plain_label(f"{line.name} – {line.line.finding}", "muted"))
                dialog.add_field(field)
                fields.append((line, field))
        dialog.accepted.connect(partial(self._decide, one.id, fields))
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        dialog.add_button(_("Decide"), dialog.accept, primary=True)
        if fields:
            fields[0][1].setFocus()
        dialog.open()

    def _decide(self, return_id: ReturnId, fields: list[tuple[Shown, ChoiceEdit[Outcome]]]) -> None:
        decisions = tuple(
            Decision(line.line.id, field.value() or Outcome.RESTOCKED) for line, field in fields
        )
        self.client.do(self._decided, returns.decide, return_id, decisions)

    def _decided(self, one: GoodsReturn) -> None:
        self.shell.say(_("Return {number} is decided", number=one.number))

    def _credited(self, drafts: tuple[Invoice, ...]) -> None:
        self.shell.open("invoice", drafts[0].id)
        self.shell.say(_("The credit note is drafted for what stays with you"))

    def _cancel(self, return_id: ReturnId, words: tuple[str, ...]) -> None:
        self.client.do(self._done, returns.cancel, return_id, words[0])

    def _done(self, one: GoodsReturn) -> None:
        self.shell.say(_("Return {number} is kept", number=one.number))

    def _print(self, number: str, pdf: bytes) -> None:
        print_pdf(self.page, self.client.lanes, pdf, number)
