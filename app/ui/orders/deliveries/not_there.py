"""Not there: the picker finds less at a place than the books say, and picks on all the same."""

from __future__ import annotations

from functools import partial

from app.domain.orders.delivery import Delivery
from app.domain.orders.picking import Other
from app.domain.shared.ids import DeliveryId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import Spot
from app.domain.stock.moving import Elsewhere
from app.services import deliveries
from app.services.picking import Answer
from app.ui.kit.lacking import Lacking, OwnWay
from app.ui.kit.texts import _, formats, place_text
from app.ui.orders.deliveries.verbs import DeliveryVerbs


class NotThere:
    """Offers what can be done about a line that does not lie where it should."""

    def __init__(self, verbs: DeliveryVerbs) -> None:
        self._verbs = verbs
        self._shell = verbs.shell

    def ask(self, answer: Answer, delivery: Delivery) -> None:
        """Offer to pick a line elsewhere, to send what is picked, to count the place."""
        line = answer.line
        if line.product_id is None or line.location_id is None:
            self._shell.say(_("This line lies nowhere: nothing of it is picked elsewhere."))
            return
        left = f"{formats().decimal(line.left or line.quantity)} {answer.unit}".strip()
        told = {"quantity": left, "name": answer.name, "place": place_text(answer.place)}
        lacking = Lacking(
            Spot(line.product_id, line.location_id, line.lot_id),
            _("Not there: {quantity} of {name} at {place}?", **told),
            Quantity(line.quantity),
            _("Pick it elsewhere, send what is there, or let the place be counted."),
            take=partial(self._take, delivery.id, answer),
            own=self._own(delivery),
        )
        self._shell.lacked.emit(lacking)

    def _own(self, delivery: Delivery) -> tuple[OwnWay, ...]:
        if not any(line.picked for line in delivery.lines):
            return ()
        text = _("Send what is picked; the rest stays owed…")
        return (OwnWay(text, partial(self._verbs.go_on, delivery)),)

    def _take(self, delivery_id: DeliveryId, answer: Answer, one: Elsewhere) -> None:
        line = answer.line
        amount = Quantity(min(line.left or line.quantity, one.quantity))
        other = Other(one.location_id, one.lot_id, amount)
        done, pick = self._picked, deliveries.pick_elsewhere
        self._shell.client.do(done, pick, delivery_id, line.id, other)

    def _picked(self, _delivery: Delivery) -> None:
        self._shell.say(_("The list tells the other place now"))
