"""Ways out: what can be done where a place holds too little; each has its digit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.products.row import ProductRow
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import Count
from app.domain.stock.move import Move
from app.domain.stock.moving import Elsewhere
from app.domain.stock.rows import Incoming
from app.services import counts, products, stock_levels, stock_moves
from app.services.stock_moves import Moving
from app.services.stock_ways import WaysOut
from app.ui.kit.lacking import Lacking
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, place_text
from app.ui.stock.goods_dialogs import GoodsDialog, ReceiveDialog
from app.ui.stock.goods_words import day_text
from app.ui.stock.receipt_dialogs import AskOfReceipt

MOST_PLACES = 4
"""So many other places are offered; what lies farther on is seen on the page of the goods."""

Way = tuple[str, Callable[[], object]]


class WaysDialog(GoodsDialog):
    """Offers the ways out, each by its digit or by Enter on it; Esc leaves all as it is."""

    def __init__(self, shell: Shell, parent: QWidget, lacking: Lacking, ways: WaysOut) -> None:
        super().__init__(shell, parent, lacking.what, lacking.why, "alert-triangle")
        self._parent = parent
        self._lacking = lacking
        self._ways = ways
        self.buttons = [self._button(at + 1, way) for at, way in enumerate(self._offered())]
        self.add_field(self.wrong)
        self.add_button(_("Close"), self.reject, primary=False).setAutoDefault(False)
        self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        place = int(text) - 1 if text.isascii() and text.isdigit() else -1
        if 0 <= place < len(self.buttons):
            self.buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _offered(self) -> Iterator[Way]:
        """Yield what can be done, what helps at once before what takes longer."""
        for one in self._ways.elsewhere[:MOST_PLACES]:
            if self._lacking.take is not None:
                text = _("Take it from {place}: {quantity} there")
                yield self._of(text, one), partial(self._take, one)
            elif self._ways.is_stored and self._missing:
                text = _("Transfer it here from {place}: {quantity} there")
                yield self._of(text, one), partial(self._transfer, one)
        if self._lacking.less is not None and 0 < self._ways.held < self._lacking.asked:
            text = _("Do with what is here: {quantity}", quantity=self._amount(self._ways.held))
            yield text, self._do_with
        for own in self._lacking.own:
            yield own.text, partial(self._do, own.do)
        for coming in self._ways.incoming[:1]:
            yield self._coming(coming), partial(self._arrived, coming)
        if self._ways.is_stored:
            yield _("Receive goods that are here…"), self._receive
            yield _("Count {place} now", place=self._here), self._count
        yield _("See where the pieces went"), self._look

    @property
    def _here(self) -> str:
        return place_text(self._ways.place)

    @property
    def _missing(self) -> Quantity:
        return Quantity(max(self._lacking.asked - self._ways.held, Decimal(0)))

    def _of(self, text: str, one: Elsewhere) -> str:
        code = place_text(one.code)
        place = f"{code} · {one.lot}" if one.lot else code
        return text.format(place=place, quantity=self._amount(one.quantity))

    def _coming(self, one: Incoming) -> str:
        told = {"quantity": self._amount(one.quantity), "reference": one.reference}
        if one.day is None:
            return _("Receive the {quantity} of {reference}…", **told)
        day = day_text(one.day)
        return _("Receive the {quantity} of {reference}, expected {day}…", day=day, **told)

    def _amount(self, quantity: Quantity) -> str:
        return f"{formats().decimal(quantity)} {self._ways.unit}".strip()

    def _button(self, digit: int, way: Way) -> QPushButton:
        text, done = way
        button = QPushButton(f"{digit}   {text}".replace("&", "&&"))
        button.setStyleSheet("text-align: left")
        button.setAutoDefault(True)
        button.clicked.connect(done)
        self.add_field(button)
        return button

    def _take(self, one: Elsewhere, _checked: object = None) -> None:
        assert self._lacking.take is not None
        self.accept()
        self._lacking.take(one)

    def _do(self, way: Callable[[], object], _checked: object = None) -> None:
        self.accept()
        way()

    def _do_with(self) -> None:
        assert self._lacking.less is not None
        self.accept()
        self._lacking.less(self._ways.held)

    def _transfer(self, one: Elsewhere, _checked: object = None) -> None:
        spot = self._lacking.spot
        amount = Quantity(min(self._missing, one.quantity))
        target = spot.location_id
        moving = Moving(spot.product_id, amount, one.location_id, target, lot_id=one.lot_id)
        client = self._shell.client
        client.do(self._transferred, stock_moves.transfer, moving, refused=self.refuse)

    def _transferred(self, move: Move) -> None:
        self.accept()
        amount = self._amount(move.quantity)
        told = _("{quantity} moved to {place}", quantity=amount, place=self._here)
        self._shell.say(told)

    def _arrived(self, coming: Incoming, _checked: object = None) -> None:
        self.accept()
        AskOfReceipt(self._shell, self._parent).lines(coming.receipt_id)

    def _receive(self) -> None:
        ids = (self._lacking.spot.product_id,)
        self._shell.client.ask(self._receive_of, products.rows, ids)

    def _receive_of(self, rows: Sequence[ProductRow]) -> None:
        self.accept()
        dialog = ReceiveDialog(self._shell, self._parent)
        if rows:
            dialog.begin_with(rows[0])
        dialog.open()

    def _count(self) -> None:
        asked = self._lacking.spot
        self._shell.client.do(self._counting, counts.at_once, asked, refused=self.refuse)

    def _counting(self, count: Count) -> None:
        self._leave_for("stock-count", count.id)

    def _look(self) -> None:
        self._leave_for("goods-trail", self._lacking.spot.product_id)

    def _leave_for(self, kind: str, record: int) -> None:
        """Open a record in place of the dialogs: what was asked for is given up."""
        self.accept()
        over = self._lacking.over
        if isinstance(over, GoodsDialog):
            over.reject()
        self._shell.open(kind, record)


class _Offering:
    """Reads what can be done, then offers it."""

    def __init__(self, shell: Shell, window: QWidget, lacking: Lacking) -> None:
        self._shell = shell
        self._window = window
        self._lacking = lacking

    def show(self, ways: WaysOut) -> None:
        """Offer the ways out over whatever asked."""
        over = self._lacking.over or self._window
        WaysDialog(self._shell, over, self._lacking, ways).open()


def offer_ways(shell: Shell, window: QWidget, lacking: Lacking) -> None:
    """Offer what can be done about what is lacking, over a window."""
    spot = lacking.spot
    asked = (spot.product_id, spot.location_id, spot.lot_id)
    shell.client.ask_each(_Offering(shell, window, lacking).show, stock_levels.ways_out, *asked)
