"""What can be done with orders wherever they are shown: in the queue and on their own page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.invoices.invoice import Invoice
from app.domain.invoices.stages import Share
from app.domain.orders.credit import OverLimit
from app.domain.orders.order import Order, OrderState, Priority
from app.domain.shared.ids import ContactId, OrderId
from app.domain.shared.quantities import RATE_PLACES, Rate
from app.domain.shared.refusals import OfficeError
from app.services import order_billing, order_papers, orders, reserving
from app.services.office import ReadOnly
from app.services.permissions import NotAllowed
from app.services.reserving import Given
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Question
from app.ui.kit.history import Deed
from app.ui.kit.messages import error_sentence
from app.ui.kit.paper_mail import PaperMail
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many
from app.ui.orders.deliveries.verbs import DeliveryVerbs
from app.ui.orders.direct import DirectVerbs
from app.ui.orders.promising import ask_day
from app.ui.orders.together import ask_together
from app.ui.orders.words import priority_text

Paper = Callable[..., bytes]
USUAL_DEPOSIT, _WHOLE = Decimal(30), Decimal(100)
GOES_OUT = frozenset({OrderState.CONFIRMED, OrderState.CLOSED})
"""The states in which papers of an order go out and are filed; else they are looked at only."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The order that something is done with, as a list or a page knows it."""

    id: OrderId
    state: OrderState
    number: str
    customer_id: ContactId | None = None
    promised_on: date | None = None
    priority: Priority = Priority.NORMAL
    hold: str = ""


class OrderVerbs(QObject):
    """Does with orders what a clerk asks for, and tells it."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self.shell = shell
        self.client = shell.client
        self.page = page
        self._goods = DeliveryVerbs(shell, page)
        self._direct = DirectVerbs(shell, page)

    def slots(self, on: Callable[[Callable[[Chosen], object]], object]) -> dict[str, Any]:
        """Return what can be done; ``on`` calls a verb with the order that is chosen."""
        return {
            "order.confirm": partial(on, self._confirm),
            "order.pass": partial(on, self._ask_to_pass),
            "order.amend": partial(on, self._amend),
            "order.promise": partial(on, self._ask_day),
            "delivery.plan": partial(on, lambda one: self._goods.plan(one.id)),
            "delivery.part": partial(on, lambda one: self._goods.plan_part(one.id)),
            "order.direct": partial(on, lambda one: self._direct.ask(one.id)),
            "order.direct-sent": partial(on, lambda one: self._direct.note(one.id)),
            "order.from-stock": partial(on, lambda one: self._direct.bring_home(one.id)),
            "return.announce": partial(on, lambda one: self._goods.announce_return(one.id)),
            "order.urgent": partial(on, partial(self._rank, Priority.URGENT)),
            "order.high": partial(on, partial(self._rank, Priority.HIGH)),
            "order.normal": partial(on, partial(self._rank, Priority.NORMAL)),
            "order.low": partial(on, partial(self._rank, Priority.LOW)),
            "order.prefer": partial(on, self._prefer),
            "order.release": partial(on, self._release),
            "order.hold": partial(on, self._ask_hold),
            "order.go-on": partial(on, self._go_on),
            "order.bill": partial(on, self._bill),
            "order.bill-together": partial(on, self._bill_together),
            "order.deposit": partial(on, self._ask_deposit),
            "order.pro-forma": partial(on, self._print_pro_forma),
            "order.mail": partial(on, self._mail),
            "order.mail-pro-forma": partial(on, self._mail_pro_forma),
            "order.close-short": partial(on, self._ask_short),
            "order.reopen": partial(on, self._ask_reopen),
            "order.cancel": partial(on, self._ask_cancel),
            "order.copy": partial(on, self._copy),
            "order.print": partial(on, self._print_confirmation),
        }

    def _confirm(self, one: Chosen) -> None:
        refused = partial(self._not_confirmed, one)
        self.client.do(self._confirmed, orders.confirm, one.id, refused=refused)

    def _confirmed(self, order: Order) -> None:
        self.shell.say(confirmed_text(order))

    def _not_confirmed(self, one: Chosen, error: OfficeError) -> None:
        if isinstance(error, OverLimit):
            self.ask_to_pass(one.id, error)
            return
        self.shell.refuse(error)
        self.shell.open("order", one.id)

    def ask_to_pass(self, order_id: OrderId, error: OfficeError) -> None:
        """Ask why a customer over the limit gets the order all the same."""
        told = error_sentence(error)
        question = Question(told.what, f"{told.why} {told.todo}", _("Let it pass"))
        ask_words(self.page, question, (_("Reason"),), partial(self._pass, order_id), unexplained)

    def _ask_to_pass(self, one: Chosen) -> None:
        question = Question(
            _("Confirm over the credit limit?"),
            _("Who let it pass, and why, is kept with the order."),
            _("Let it pass"),
        )
        ask_words(self.page, question, (_("Reason"),), partial(self._pass, one.id), unexplained)

    def _pass(self, order_id: OrderId, words: tuple[str, ...]) -> None:
        self.client.do(self._confirmed, orders.confirm_over_limit, order_id, words[0])

    def _amend(self, one: Chosen) -> None:
        self.shell.open("order-amend", one.id)

    def _ask_day(self, one: Chosen) -> None:
        ask_day(self.page, self.shell, one.id)

    def _rank(self, priority: Priority, one: Chosen) -> None:
        answer = partial(self._ranked, one)
        self.client.do(answer, orders.set_priority, (one.id,), priority)

    def _ranked(self, one: Chosen, found: tuple[Order, ...]) -> None:
        self.shell.did(ranked_deed(one.id, one.priority, found))

    def _prefer(self, one: Chosen) -> None:
        self.client.do(self._given, reserving.prefer, one.id)

    def _given(self, found: tuple[Given, ...]) -> None:
        got = [one for one in found if one.quantity > 0]
        self.shell.say(
            many("Goods are held for {n} line", "Goods are held for {n} lines", len(got))
            if got
            else _("Nobody whose turn is later holds any of it")
        )

    def _release(self, one: Chosen) -> None:
        self.client.do(self._let_go, reserving.release, one.id)

    def _let_go(self, _found: tuple[Given, ...]) -> None:
        self.shell.say(_("What was held is free for others"))

    def _ask_hold(self, one: Chosen) -> None:
        question = Question(
            _("Hold order {number}?", number=one.number),
            _("It keeps its goods, gets no more, and nothing goes out until it goes on."),
            _("Hold"),
        )
        ask_words(self.page, question, (_("Reason"),), partial(self._hold, one), unexplained)

    def _hold(self, one: Chosen, words: tuple[str, ...]) -> None:
        self.client.do(self._held, orders.hold, one.id, words[0])

    def _held(self, order: Order) -> None:
        text = _("Order {number} is held", number=order.number)
        self.shell.did(Deed(text, orders.go_on, (order.id,), gone=_("It goes on")))

    def _go_on(self, one: Chosen) -> None:
        self.client.do(partial(self._went_on, one.hold), orders.go_on, one.id)

    def _went_on(self, reason: str, order: Order) -> None:
        text = _("Order {number} goes on", number=order.number)
        self.shell.did(Deed(text, orders.hold, (order.id, reason), gone=_("It is held again")))

    def _bill(self, one: Chosen) -> None:
        self.client.do(self._billed, order_billing.bill, one.id)

    def _billed(self, made: Invoice) -> None:
        self.shell.open("invoice", made.id)
        self.shell.say(_("The draft of the invoice is made of what can be invoiced"))

    def _bill_together(self, one: Chosen) -> None:
        if one.customer_id is None:
            self.client.ask(self._bill_customer, orders.get, one.id)
        else:
            ask_together(self.page, self.shell, one.customer_id)

    def _bill_customer(self, order: Order) -> None:
        if order.wanted.customer_id is not None:
            ask_together(self.page, self.shell, order.wanted.customer_id)

    def _ask_deposit(self, one: Chosen) -> None:
        question = Question(
            _("Deposit for order {number}", number=one.number),
            _("A part is invoiced now, and taken off the last invoice of the order."),
            _("Make the draft"),
        )
        dialog = ask_words(
            self.page, question, (_("Per cent"),), partial(self._deposit, one), _wrong_percent
        )
        (field,) = dialog.findChildren(QLineEdit)
        field.setText(formats().plain(USUAL_DEPOSIT))
        field.selectAll()

    def _deposit(self, one: Chosen, words: tuple[str, ...]) -> None:
        share = Share(percent=Rate(formats().parse_decimal(words[0]) or USUAL_DEPOSIT))
        self.client.do(self._billed, order_billing.deposit, one.id, share)

    def _ask_short(self, one: Chosen) -> None:
        question = Question(
            _("Close the rest of order {number} short?", number=one.number),
            _("What is not delivered yet never will be; what is held for it goes to others."),
            _("Close short"),
        )
        ask_words(self.page, question, (_("Reason"),), partial(self._short, one), unexplained)

    def _short(self, one: Chosen, words: tuple[str, ...]) -> None:
        self.client.do(self._shortened, orders.close_short, one.id, words[0])

    def _shortened(self, order: Order) -> None:
        self.shell.say(_("The rest of order {number} is closed short", number=order.number))

    def _ask_reopen(self, one: Chosen) -> None:
        question = Question(
            _("Open order {number} again?", number=one.number),
            _("What was closed short is to be delivered again."),
            _("Open again"),
        )
        ask_words(self.page, question, (_("Reason"),), partial(self._reopen, one), unexplained)

    def _reopen(self, one: Chosen, words: tuple[str, ...]) -> None:
        self.client.do(self._reopened, orders.reopen, one.id, words[0])

    def _reopened(self, order: Order) -> None:
        self.shell.say(_("Order {number} is open again", number=order.number))

    def _ask_cancel(self, one: Chosen) -> None:
        if one.state is OrderState.DRAFT:
            self.client.do(self._cancelled, orders.cancel, one.id)
            return
        question = Question(
            _("Cancel order {number}?", number=one.number),
            _("It stays in the books as cancelled; what is held for it goes to others."),
            _("Cancel the order"),
        )
        ask_words(self.page, question, (_("Reason"),), partial(self._cancel, one), unexplained)

    def _cancel(self, one: Chosen, words: tuple[str, ...]) -> None:
        self.client.do(self._cancelled, orders.cancel, one.id, words[0])

    def _cancelled(self, order: Order) -> None:
        if order.number:
            self.shell.say(_("Order {number} is cancelled", number=order.number))
        else:
            text = _("Order draft thrown away")
            self.shell.did(Deed(text, orders.copy, (order.id,), gone=_("The draft is back")))

    def _copy(self, one: Chosen) -> None:
        self.client.do(self._copied, orders.copy, one.id)

    def _copied(self, order: Order) -> None:
        self.shell.open("order", order.id)
        self.shell.say(_("Copied as a new draft"))

    def _print_confirmation(self, one: Chosen) -> None:
        self._print(one, order_papers.hand_out, order_papers.page)

    def _print_pro_forma(self, one: Chosen) -> None:
        self._print(one, order_papers.hand_out_pro_forma, order_papers.pro_forma)

    def _mail(self, one: Chosen) -> None:
        from app.services import paper_mails  # noqa: PLC0415  loads what no first list needs

        PaperMail(self.shell, self).write(paper_mails.of_order, one.id)

    def _mail_pro_forma(self, one: Chosen) -> None:
        from app.services import paper_mails  # noqa: PLC0415  loads what no first list needs

        PaperMail(self.shell, self).write(paper_mails.of_pro_forma, one.id)

    def _print(self, one: Chosen, final: Paper, draft: Paper) -> None:
        """Print a paper: what goes out is filed, a draft is only looked at."""
        answer = partial(self._print_pdf, one.number or _("Draft"))
        if one.state in GOES_OUT:
            refused = partial(self._not_filed, partial(self.client.ask, answer, draft, one.id))
            self.client.do(answer, final, one.id, refused=refused)
        else:
            self.client.ask(answer, draft, one.id)

    def _not_filed(self, look: Callable[[], object], error: OfficeError) -> None:
        """Let who may not file the paper look at it all the same."""
        if isinstance(error, NotAllowed | ReadOnly):
            look()
        else:
            self.shell.refuse(error)

    def _print_pdf(self, title: str, pdf: bytes) -> None:
        print_pdf(self.page, self.client.lanes, pdf, title)


def _wrong_percent(words: tuple[str, ...]) -> str:
    """Return what is wrong with a part of an order in per cent, or nothing."""
    percent = formats().parse_decimal(words[0])
    if percent is not None and 0 < percent <= _WHOLE and percent == round(percent, RATE_PLACES):
        return ""
    return _("“{text}” is not a part of the order: enter 1 to 100.", text=words[0].strip())


def confirmed_text(order: Order) -> str:
    """Return what is said when an order was confirmed."""
    short = sum(1 for line in order.lines if line.unreserved > 0)
    told = _("Order {number} is confirmed", number=order.number)
    if not short:
        return told
    waits = many("{n} line waits for goods", "{n} lines wait for goods", short)
    return f"{told} · {waits}"


def promised_deed(order_id: OrderId, before: date | None, found: tuple[Order, ...]) -> Deed:
    """Return that a day was promised; the day before comes back."""
    day = found[0].promised_on
    text = _("Promised for {day}", day=formats().day(day)) if day else _("No day is promised now")
    after = partial(promised_deed, order_id, day)
    return Deed(text, orders.promise, ((order_id,), before), after)


def ranked_deed(order_id: OrderId, before: Priority, found: tuple[Order, ...]) -> Deed:
    """Return that an order has another turn; the one before comes back."""
    text = _("Priority: {priority}", priority=priority_text(found[0].priority))
    after = partial(ranked_deed, order_id, found[0].priority)
    return Deed(text, orders.set_priority, ((order_id,), before), after)
