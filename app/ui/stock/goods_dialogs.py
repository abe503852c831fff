"""Dialogs that move goods: receive, transfer, scrap, use, and take a move back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.products.row import ProductRow
from app.domain.shared.ids import LocationId, MoveId, ProductId
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.move import MoveKind
from app.domain.stock.moving import Elsewhere
from app.domain.stock.receiving import Goods, NewReceipt
from app.domain.stock.rows import LyingRow
from app.lang.texts import mark
from app.services import locations, products, receiving_goods, stock_levels, stock_moves
from app.services.stock_moves import Moving
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.lacking import Lacking, lacking_of
from app.ui.kit.messages import error_sentence, problem_text
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, place_text

TITLES = {
    MoveKind.TRANSFER: mark("Transfer goods"),
    MoveKind.SCRAP: mark("Scrap goods"),
    MoveKind.OWN_USE: mark("Use goods in the office"),
}
ON_THE_WAY = "on-the-way"
"""The choice of a transfer that arrives later."""
_COMMANDS = {
    MoveKind.TRANSFER: stock_moves.transfer,
    MoveKind.SCRAP: stock_moves.scrap,
    MoveKind.OWN_USE: stock_moves.use,
}


class GoodsDialog(Dialog):
    """A dialog whose refusals stand in it, in words, with all that was typed still there."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, text: str, sign: str) -> None:
        super().__init__(parent, title, text, sign)
        self._shell = shell
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    def finish(self, yes: str, done: Callable[[], object]) -> None:
        """Add what is told of wrong fields, and the buttons."""
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(yes, done, primary=True)

    def refuse(self, error: OfficeError) -> None:
        """Say what stands in the way; where goods are lacking, offer the ways out, too."""
        lacking = self.lacking(error)
        if lacking is not None:
            self._shell.lacked.emit(lacking)
        if isinstance(error, Invalid):
            told = [problem_text(one) for one in error.problems if not one.is_warning]
            self.wrong.setText("\n".join(f"✕ {one}" for one in told))
        else:
            self.wrong.setText(f"✕ {error_sentence(error)}")
        self.wrong.show()

    def lacking(self, error: OfficeError) -> Lacking | None:
        """Return what a refusal says is lacking, and what this dialog can do about it."""
        return lacking_of(error, over=self)


class SpotDialog(GoodsDialog):
    """A dialog about goods of a product at one of the spots where it lies."""

    def begin(self, product_id: ProductId, lying: Sequence[LyingRow]) -> None:
        """Offer the spots where a product lies."""
        self.product_id, self._lying = product_id, lying
        shown = [(str(number), spot_text(one)) for number, one in enumerate(lying)]
        self.source: ChoiceEdit[str] = ChoiceEdit(shown or [("", "")])

    @property
    def spot(self) -> LyingRow | None:
        """The spot that is chosen; none where the product lies nowhere."""
        chosen = self.source.value()
        return self._lying[int(chosen)] if chosen else None

    def send(self) -> None:
        """Do what is asked for with the goods of the spot."""

    def lacking(self, error: OfficeError) -> Lacking | None:
        return lacking_of(error, over=self, take=self.take)

    def take(self, one: Elsewhere) -> None:
        """Do it with goods of another spot instead."""
        for place, row in enumerate(self._lying):
            if (row.location_id, row.lot_id) == (one.location_id, one.lot_id):
                self.source.put(str(place))
                self.send()


class MoveDialog(SpotDialog):
    """Moves goods of a product from where they lie."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        kind: MoveKind,
        ground: tuple[ProductId, Sequence[LyingRow], Sequence[Location]],
    ) -> None:
        text = _("The move is written for good; a wrong one is taken back by its opposite.")
        super().__init__(shell, parent, _(TITLES[kind]), text, "arrows-exchange")
        self.drafted_of = ground[0]
        self._kind = kind
        product_id, lying, places = ground
        self.begin(product_id, lying)
        stored = [one for one in places if one.kind in locations.STORED and not one.is_closed]
        targets = [(str(one.id), place_text(one.code)) for one in stored]
        later = (ON_THE_WAY, _("On the way: it arrives later"))
        self.target: ChoiceEdit[str] = ChoiceEdit([*targets, later])
        here = str(lying[0].location_id) if lying else ""
        self.target.put(next((one for one, _text in targets if one != here), ON_THE_WAY))
        self.count, self.reason = NumberEdit(), TextEdit()
        self.add_labelled(_("From place"), self.source)
        if kind is MoveKind.TRANSFER:
            self.add_labelled(_("To place"), self.target)
        self.add_labelled(_("Quantity"), self.count)
        self.add_labelled(_("Reason"), self.reason)
        self.finish(_("Move"), self.send)
        self.count.setFocus()

    def moving(self) -> Moving:
        """Return what stands in the fields."""
        spot = self.spot
        target = self.target.value() if self._kind is MoveKind.TRANSFER else ""
        if target == ON_THE_WAY:
            target = "0"
        return Moving(
            self.product_id,
            Quantity(self.count.value() or Decimal(0)),
            spot.location_id if spot else None,
            LocationId(int(target)) if target else None,
            lot_id=spot.lot_id if spot else None,
            reason=self.reason.value(),
        )

    def send(self) -> None:
        """Move the goods, or say why that is not possible."""
        self.wrong.hide()
        command = _COMMANDS[self._kind]
        if self._kind is MoveKind.TRANSFER and self.target.value() == ON_THE_WAY:
            command = stock_moves.send
        self._shell.client.do(self._moved, command, self.moving(), refused=self.refuse)

    def lacking(self, error: OfficeError) -> Lacking | None:
        return lacking_of(error, over=self, take=self.take, less=self._do_with)

    def _do_with(self, quantity: Quantity) -> None:
        """Move only what is here."""
        self.count.put(quantity)
        self.send()

    def _moved(self, _move: object) -> None:
        self.accept()
        self._shell.say(_("Moved and booked"))


class ReceiveDialog(GoodsDialog):
    """Receives goods that are here; with a day to come they are expected."""

    drafted_of = 0

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _("Goods without an expected day are here now: they are booked at once.")
        super().__init__(shell, parent, _("Receive goods"), text, "package-import")
        self.product: Picker[ProductRow] = Picker(shell.client, products.find, _name, _code)
        self.count, self.cost = NumberEdit(), NumberEdit()
        self.lot, self.supplier, self.reference = TextEdit(), TextEdit(), TextEdit()
        self.expires, self.expected = DateEdit(shell.today), DateEdit(shell.today)
        for label, field in (
            (_("Product"), self.product),
            (_("Quantity"), self.count),
            (_("Cost of one"), self.cost),
            (_("Lot or serial numbers"), self.lot),
            (_("Keeps until"), self.expires),
            (_("Supplier"), self.supplier),
            (_("Reference"), self.reference),
            (_("Expected on"), self.expected),
        ):
            self.add_labelled(label, field)
        self.finish(_("Receive"), self.receive)
        self.product.setFocus()

    def begin_with(self, row: ProductRow) -> None:
        """Ask for goods of one product."""
        self.product.put(row)
        self.count.setFocus()

    def new(self) -> NewReceipt:
        """Return what stands in the fields."""
        row = self.product.value()
        goods = Goods(
            row.id if row else ProductId(0),
            Quantity(self.count.value() or Decimal(0)),
            UnitPrice(self.cost.value() or Decimal(0)),
            lot=self.lot.value(),
            expires_on=self.expires.value(),
        )
        return NewReceipt(
            (goods,),
            supplier_name=self.supplier.value(),
            reference=self.reference.value(),
            expected_on=self.expected.value(),
        )

    def receive(self) -> None:
        """Receive or expect the goods; a field that cannot be read is gone to."""
        for field in (self.count, self.cost, self.expires, self.expected):
            if not field.is_readable():
                field.setFocus()
                return
        new = self.new()
        is_awaited = new.expected_on is not None and new.expected_on > self._shell.today()
        command = receiving_goods.expect if is_awaited else receiving_goods.receive_at_once
        self._shell.client.do(self._received, command, new, refused=self.refuse)

    def _received(self, _receipt: object) -> None:
        self.accept()
        self._shell.say(_("Written down"))


class ReverseDialog(GoodsDialog):
    """Asks why a move is taken back."""

    def __init__(self, shell: Shell, parent: QWidget, move_id: MoveId) -> None:
        text = _("The opposite move is written and booked today; both stay.")
        super().__init__(shell, parent, _("Take the move back"), text, "arrow-back-up")
        self.drafted_of = move_id
        self._move = move_id
        self.reason = TextEdit()
        self.add_labelled(_("Reason"), self.reason)
        self.finish(_("Take back"), self.reverse)
        self.reason.setFocus()

    def reverse(self) -> None:
        """Take the move back, or say why that is not possible."""
        asked = (self._move, self.reason.value())
        self._shell.client.do(self._done, stock_moves.reverse, *asked, refused=self.refuse)

    def _done(self, _moves: object) -> None:
        self.accept()
        self._shell.say(_("Taken back"))


class MoveGoods:
    """Reads where a product lies and which places there are, then asks."""

    def __init__(self, shell: Shell, parent: QWidget, product_id: ProductId) -> None:
        self._shell = shell
        self._parent = parent
        self._product = product_id
        self._kind = MoveKind.TRANSFER
        self._lying: Sequence[LyingRow] = ()

    def ask(self, kind: MoveKind) -> None:
        """Ask what is moved, and where from."""
        self._kind = kind
        self._shell.client.ask(self._read, stock_levels.lying, self._product)

    def _read(self, lying: Sequence[LyingRow]) -> None:
        self._lying = lying
        if lying:
            self._shell.client.ask(self._open, locations.all_of)
        else:
            self._shell.say(_("Nothing of it lies anywhere."))

    def _open(self, places: Sequence[Location]) -> None:
        on_way = {one.id for one in places if one.kind is LocationKind.TRANSIT}
        lying = [one for one in self._lying if one.location_id not in on_way]
        if not lying:
            self._shell.say(_("All of it is on its way: let it arrive first."))
            return
        ground = (self._product, lying, places)
        MoveDialog(self._shell, self._parent, self._kind, ground).open()


def spot_text(row: LyingRow) -> str:
    """Return where so much lies, and of which lot."""
    told = f"{place_text(row.place)} · {formats().decimal(row.on_hand)}"
    return f"{told} · {row.lot}" if row.lot else told


def _name(row: ProductRow) -> str:
    return row.name_in(language())


def _code(row: ProductRow) -> str:
    return row.code
