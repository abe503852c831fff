"""What a customer paid last: offered beside the cursor, taken with one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.contacts.row import ContactRow
from app.domain.invoices.invoice import LastPrice
from app.domain.shared.ids import ContactId
from app.services import invoices
from app.ui.invoices.lines_model import LinesModel
from app.ui.invoices.rows import Field
from app.ui.kit.client import OfficeClient
from app.ui.kit.texts import _, formats


class LastPrices(QObject):
    """Knows the last prices of the rows whose product was picked; ``changed()`` when one comes."""

    changed = Signal()

    def __init__(self, client: OfficeClient, model: LinesModel) -> None:
        super().__init__(model)
        self._client = client
        self._model = model
        self._customer = ""
        self._known: dict[int, LastPrice] = {}

    def look_up(self, key: object, customer: ContactRow | None) -> None:
        """Ask what this customer paid for the product of a row."""
        row = next((one for one in self._model.rows if one.key == key), None)
        if row is None or row.product is None or customer is None:
            return
        self._customer = customer.name
        answer = partial(self._answered, row.key)
        self._client.ask_each(answer, invoices.last_price, row.product.id, ContactId(customer.id))

    def text(self, place: int) -> str:
        """Return the offer for a row, or nothing where its price is the last one already."""
        found = self._offer(place)
        if found is None:
            return ""
        return _(
            "{customer} paid {price} on {day} (invoice {number}). F4 takes it.",
            customer=self._customer,
            price=formats().price(found.price, found.currency),
            day=formats().day(found.issued_on),
            number=found.number,
        )

    def take(self, place: int) -> bool:
        """Write the last price into a row; says whether there was one."""
        found = self._offer(place)
        if found is None:
            return False
        self._model.write(place, Field.PRICE, self._model.reader.price(found.price))
        self._model.tidy(place, Field.PRICE)
        return True

    def _offer(self, place: int) -> LastPrice | None:
        rows = self._model.rows
        found = self._known.get(rows[place].key) if 0 <= place < len(rows) else None
        if found is None or found.currency != self._model.reader.currency:
            return None
        shown = self._model.text(place, Field.PRICE)
        return None if shown == self._model.reader.price(found.price) else found

    def _answered(self, key: int, found: LastPrice | None) -> None:
        if found is not None:
            self._known[key] = found
            self.changed.emit()
