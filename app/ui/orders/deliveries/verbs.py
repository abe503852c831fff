"""What can be done with a delivery wherever it is shown: in the list and on its own page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.orders.delivery import Carriage, Delivery, DeliveryState, Proof
from app.domain.shared.ids import DeliveryId, OrderId
from app.domain.shared.quantities import Quantity
from app.services import deliveries, packing, returns
from app.services.deliveries import Amount, Owed
from app.services.packing import Packing
from app.services.returning import Back
from app.services.returns import Returnable
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Question
from app.ui.kit.paper_mail import PaperMail
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.orders.deliveries.amounts import wrong_amounts
from app.ui.orders.deliveries.packing import CarriageDialog

Paper = Callable[..., bytes]


class DeliveryVerbs(QObject):
    """Does with deliveries what a clerk asks for, and tells it."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self.shell = shell
        self.client = shell.client
        self.page = page

    def go_on(self, delivery: Delivery) -> None:
        """Do the next step of a delivery: pick, pack, send, or note that it arrived."""
        match delivery.state:
            case DeliveryState.DRAFT:
                self.client.do(self._started, deliveries.start, delivery.id)
            case DeliveryState.PICKING:
                ask = partial(self._ask_pack, delivery.id)
                self.client.ask(ask, packing.proposed, delivery.id)
            case DeliveryState.PACKED:
                self.client.do(self._shipped, deliveries.ship, delivery.id)
            case DeliveryState.SHIPPED:
                self._ask_proof(delivery)
            case _:
                self.shell.say(_("Nothing is left to do with this delivery."))

    def plan(self, order_id: OrderId) -> None:
        """Plan a delivery of all that is ready of an order, and open it."""
        self.client.do(self._started, deliveries.plan, order_id)

    def plan_part(self, order_id: OrderId) -> None:
        """Ask how much of each line goes out now, and plan that."""
        self.client.ask(partial(self._ask_part, order_id), deliveries.owed, order_id)

    def carry(self, delivery: Delivery) -> None:
        """Ask for carrier, tracking number and weight, and write them down."""
        self.client.ask(partial(self._ask_carry, delivery.id), packing.proposed, delivery.id)

    def cancel(self, delivery_id: DeliveryId) -> None:
        """Ask why, and call a delivery off."""
        question = Question(
            _("Call this delivery off?"),
            _("Its goods lie free again and stay owed to the customer."),
            _("Call it off"),
        )
        answer = partial(self._cancel, delivery_id)
        ask_words(self.page, question, (_("Why"),), answer, unexplained)

    def show_paper(self, title: str, paper: Paper, of: object) -> None:
        """Print a paper of a delivery, or of several."""
        self.client.ask(partial(self._print, title), paper, of)

    def mail(self, delivery_id: DeliveryId) -> None:
        """Write the mail that tells the customer of goods on their way."""
        from app.services import paper_mails  # noqa: PLC0415  loads what no first list needs

        PaperMail(self.shell, self).write(paper_mails.of_delivery, delivery_id)

    def announce_return(self, order_id: OrderId) -> None:
        """Ask what comes back of an order, and give the return its number."""
        self.client.ask(partial(self._ask_return, order_id), returns.possible, order_id)

    def _ask_part(self, order_id: OrderId, owed: tuple[Owed, ...]) -> None:
        ready = tuple(one for one in owed if one.due.ready)
        if not ready:
            self.shell.say(_("Nothing of this order can go out now."))
            return
        question = Question(
            _("How much goes out now?"),
            _("What stays empty is not sent yet."),
            _("Plan the delivery"),
        )
        labels = tuple(_most(one.description, one.due.ready, one.unit) for one in ready)
        most = [(_name(one.description), one.due.ready) for one in ready]
        answer = partial(self._plan_part, order_id, ready)
        ask_words(self.page, question, labels, answer, partial(wrong_amounts, most))

    def _plan_part(
        self, order_id: OrderId, ready: tuple[Owed, ...], words: tuple[str, ...]
    ) -> None:
        amounts = self._read(words)
        if amounts is not None:
            wanted = tuple(
                Amount(one.due.line.id, amount)
                for one, amount in zip(ready, amounts, strict=True)
                if amount is not None
            )
            self.client.do(self._started, deliveries.plan, order_id, wanted)

    def _read(self, words: tuple[str, ...]) -> tuple[Quantity | None, ...] | None:
        """Return the amounts that were typed; what cannot be read is said, and nothing done."""
        found: list[Quantity | None] = []
        for word in words:
            amount = formats().parse_decimal(word) if word.strip() else None
            if word.strip() and amount is None:
                self.shell.say(_("“{text}” is not an amount; nothing was done", text=word))
                return None
            found.append(None if amount is None else Quantity(amount))
        return tuple(found)

    def _started(self, delivery: Delivery) -> None:
        self.shell.open("delivery", delivery.id)

    def _shipped(self, delivery: Delivery) -> None:
        self.shell.say(_("Delivery {number} is on its way", number=delivery.number))

    def _ask_pack(self, delivery_id: DeliveryId, known: Packing) -> None:
        dialog = CarriageDialog(self.page, known, partial(self._pack, delivery_id))
        dialog.offer(_("&Pack only"), with_labels=_("Pack and print labels"))
        dialog.open()

    def _pack(self, delivery_id: DeliveryId, carriage: Carriage, wants_labels: object) -> None:
        answer = partial(self._packed, bool(wants_labels))
        self.client.do(answer, deliveries.pack, delivery_id, carriage)

    def _packed(self, wants_labels: object, delivery: Delivery) -> None:
        self.shell.say(_("Packed; F8 sends it"))
        if wants_labels:
            self.show_paper(_("Parcel labels"), deliveries.labels, delivery.id)

    def _ask_carry(self, delivery_id: DeliveryId, known: Packing) -> None:
        dialog = CarriageDialog(self.page, known, partial(self._carry, delivery_id))
        dialog.offer(_("Save"))
        dialog.open()

    def _carry(self, delivery_id: DeliveryId, carriage: Carriage, _labels: object) -> None:
        self.client.do(self._carried, deliveries.carry, delivery_id, carriage)

    def _carried(self, _delivery: Delivery) -> None:
        self.shell.say(_("Saved how the goods travel"))

    def _ask_proof(self, delivery: Delivery) -> None:
        question = Question(
            _("Has delivery {number} arrived?", number=delivery.number),
            _("The signed paper can be attached on the page of the delivery."),
            _("It arrived"),
        )
        labels = (_("Received by"), _("On which day (empty: today)"))
        ask_words(self.page, question, labels, partial(self._prove, delivery), self._wrong_day)

    def _wrong_day(self, words: tuple[str, ...]) -> str:
        """Return what is wrong with the day that something arrived, or nothing."""
        word = words[1].strip()
        if not word or formats().parse_day(word, self.shell.today()) is not None:
            return ""
        return _("“{text}” is not a day.", text=word)

    def _prove(self, delivery: Delivery, words: tuple[str, ...]) -> None:
        day = formats().parse_day(words[1], self.shell.today()) if words[1].strip() else None
        if words[1].strip() and day is None:
            self.shell.say(_("“{text}” is not a day; nothing was noted", text=words[1]))
            return
        self.client.do(self._arrived, deliveries.deliver, delivery.id, Proof(words[0], day))

    def _arrived(self, delivery: Delivery) -> None:
        self.shell.say(_("Delivery {number} has arrived", number=delivery.number))

    def _cancel(self, delivery_id: DeliveryId, words: tuple[str, ...]) -> None:
        self.client.do(self._cancelled, deliveries.cancel, delivery_id, words[0])

    def _cancelled(self, _delivery: Delivery) -> None:
        self.shell.say(_("The delivery is called off"))

    def _print(self, title: str, pdf: bytes) -> None:
        print_pdf(self.page, self.client.lanes, pdf, title)

    def _ask_return(self, order_id: OrderId, possible: tuple[Returnable, ...]) -> None:
        if not possible:
            self.shell.say(_("Nothing of this order can come back."))
            return
        question = Question(
            _("What comes back?"),
            _("Enter how much of each comes back; what stays empty stays with the customer."),
            _("Announce the return"),
        )
        labels = tuple(_most(one.description, one.quantity, one.unit) for one in possible)
        answer = partial(self._announce, order_id, possible)
        most = [(_name(one.description), one.quantity) for one in possible]
        wrong = partial(wrong_amounts, most)
        ask_words(self.page, question, (*labels, _("Why")), answer, wrong)

    def _announce(
        self, order_id: OrderId, possible: tuple[Returnable, ...], words: tuple[str, ...]
    ) -> None:
        amounts = self._read(words[:-1])
        if amounts is None:
            return
        back = tuple(
            Back(one.line_id, amount)
            for one, amount in zip(possible, amounts, strict=True)
            if amount is not None
        )
        self.client.do(self._announced, returns.announce, order_id, back, words[-1])

    def _announced(self, made: object) -> None:
        record = getattr(made, "id", None)
        self.shell.open("goods-return", record)


def _most(description: str, most: Quantity, unit: str) -> str:
    """Return what goods are called, and how much of them it can be at most."""
    told = {"goods": _name(description), "most": formats().decimal(most), "unit": unit}
    return _("{goods} (at most {most} {unit})", **told)


def _name(description: str) -> str:
    """Return what goods are called, on one line."""
    return description.partition("\n")[0]
