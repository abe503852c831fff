"""Goods on their way: what was sent to another place arrives there; what lies at a customer's."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId, LocationId, MoveId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.location import Location
from app.domain.stock.rows import LyingRow, MoveRow
from app.services import contacts, locations, on_the_way, stock_levels, stock_moves
from app.services.stock_moves import Moving
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, place_text
from app.ui.stock.goods_dialogs import GoodsDialog, SpotDialog
from app.ui.stock.goods_words import day_text


class ArriveDialog(GoodsDialog):
    """Puts what was sent to its place."""

    def __init__(
        self, shell: Shell, parent: QWidget, sent: Sequence[MoveRow], places: Sequence[Location]
    ) -> None:
        text = _("What is on its way is ours and lies nowhere until it is put somewhere.")
        super().__init__(shell, parent, _("Goods arrived"), text, "package-import")
        self.what: ChoiceEdit[str] = ChoiceEdit([(str(one.id), sent_text(one)) for one in sent])
        stored = [one for one in places if one.kind in locations.STORED and not one.is_closed]
        self.place: ChoiceEdit[str] = ChoiceEdit(
            [(str(one.id), place_text(one.code)) for one in stored]
        )
        self.add_labelled(_("On its way"), self.what)
        self.add_labelled(_("Put where"), self.place)
        self.finish(_("It arrived"), self.arrive)
        self.what.setFocus()

    def arrive(self) -> None:
        """Put the goods to their place, or say why that is not possible."""
        self.wrong.hide()
        move, place = MoveId(int(self.what.value())), LocationId(int(self.place.value()))
        do = self._shell.client.do
        do(self._arrived, stock_moves.arrive, move, place, refused=self.refuse)

    def _arrived(self, _move: object) -> None:
        self.accept()
        self._shell.say(_("It lies in its place now"))


class ConsignDialog(SpotDialog):
    """Puts goods at a customer's, where they stay ours until they are sold."""

    def __init__(
        self, shell: Shell, parent: QWidget, product_id: ProductId, lying: Sequence[LyingRow]
    ) -> None:
        text = _("They stay ours, are counted and valued there, and come back by a transfer.")
        title = _("Goods at a customer's")
        super().__init__(shell, parent, title, text, "truck-delivery")
        self.drafted_of = product_id
        self.begin(product_id, lying)
        self.customer: Picker[ContactRow] = Picker(shell.client, contacts.find, _name)
        self.count, self.note = NumberEdit(), TextEdit()
        self.add_labelled(_("Customer"), self.customer)
        self.add_labelled(_("From place"), self.source)
        self.add_labelled(_("Quantity"), self.count)
        self.add_labelled(_("Note"), self.note)
        self.finish(_("Put there"), self.send)
        self.customer.setFocus()

    def send(self) -> None:
        """Put the goods there, or say why that is not possible."""
        self.wrong.hide()
        row = self.customer.value()
        spot = self.spot
        if row is None or spot is None or not self.count.is_readable():
            (self.customer if row is None else self.count).setFocus()
            return
        moving = Moving(
            self.product_id,
            Quantity(self.count.value() or Decimal(0)),
            spot.location_id,
            LocationId(0),
            lot_id=spot.lot_id,
            reason=self.note.value(),
        )
        do = self._shell.client.do
        do(self._sent, on_the_way.consign, moving, ContactId(row.id), refused=self.refuse)

    def _sent(self, _move: object) -> None:
        self.accept()
        self._shell.say(_("Moved and booked"))


class WayGoods:
    """Reads what is on its way, or where a product lies, then asks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent
        self._sent: Sequence[MoveRow] = ()
        self._product = ProductId(0)

    def ask_arrived(self, product_id: ProductId | None = None) -> None:
        """Ask what arrived, and where it was put."""
        self._shell.client.ask(self._read, on_the_way.sent, product_id)

    def ask_consigned(self, product_id: ProductId) -> None:
        """Ask what is put at which customer's."""
        self._product = product_id
        self._shell.client.ask(self._open_consign, stock_levels.lying, product_id)

    def _read(self, sent: Sequence[MoveRow]) -> None:
        self._sent = sent
        if sent:
            self._shell.client.ask(self._open_arrive, locations.all_of)
        else:
            self._shell.say(_("Nothing is on its way between places."))

    def _open_arrive(self, places: Sequence[Location]) -> None:
        ArriveDialog(self._shell, self._parent, self._sent, places).open()

    def _open_consign(self, lying: Sequence[LyingRow]) -> None:
        if lying:
            ConsignDialog(self._shell, self._parent, self._product, lying).open()
        else:
            self._shell.say(_("Nothing of it lies anywhere."))


def sent_text(row: MoveRow) -> str:
    """Return what was sent: when, how much of what, and from where."""
    quantity = f"{formats().decimal(row.quantity)} {row.unit}"
    goods = f"{row.code} {row.name_in(language())}"
    parts = (day_text(row.moved_on), quantity, goods, place_text(row.from_place), row.lot)
    return " · ".join(part for part in parts if part)


def _name(row: ContactRow) -> str:
    return row.name
