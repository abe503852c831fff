"""Labels of a product, or of all places: how they look on the sheet or roll before they print."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout

from app.domain.archive.serials import Feed
from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.lot import Lot
from app.lang.texts import mark
from app.services import locations, lots, stock_labels
from app.services.serials import LabelKind
from app.services.stock_labels import Wanted
from app.ui.kit.fields import ChoiceEdit, NumberEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.messages import error_sentence
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme
from app.ui.stock.goods_words import day_text

ITEMS, PLACES = "item-labels", "place-labels"
CODES = {
    "suiting": mark("What suits it"),
    "bars": mark("Bars: GTIN or Code 128"),
    "qr": mark("QR code"),
    "matrix": mark("GS1 DataMatrix"),
}
"""Which code a label bears, by the names that the labels know."""
_OURS = (LocationKind.WAREHOUSE, LocationKind.BIN)


class StockLabels(RecordPage):
    """Shows labels as they will print; the fields say on what, and how many."""

    def __init__(self, shell: Shell, kind: str, record: int | None) -> None:
        super().__init__(shell, kind, record)
        self._places: tuple[LocationId, ...] = ()
        title = _("Labels of the product") if kind == ITEMS else _("Labels of the places")
        self.bar = PageBar(title, shell.book, ("paper.save", "paper.print"))
        self.form = Form()
        self.sheet: ChoiceEdit[str] = ChoiceEdit([("", "")])
        self.symbol: ChoiceEdit[str] = ChoiceEdit([(one, _(text)) for one, text in CODES.items()])
        self.lot: ChoiceEdit[str] = ChoiceEdit([("", _("Without a lot"))])
        self.count, self.start = NumberEdit(0), NumberEdit(0)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self.setWindowTitle(title)
        self._lay_out()
        ways = {
            "paper.print": self.page.print_out,
            "paper.save": self.page.save_as,
            "list.refresh": self.draw,
        }
        shell.book.offer(self, ways)
        self.form.edited.connect(self.draw)
        lead_to(self, self.count if kind == ITEMS else self.start)
        shell.client.ask(self._know, stock_labels.kinds)

    def draw(self) -> None:
        """Draw what the fields ask for, as it will print."""
        skip = max(_whole(self.start) - 1, 0)
        feed = Feed(self.sheet.value(), skip)
        ask = self.shell.client.ask_or
        if self.kind == ITEMS:
            lot = LotId(int(self.lot.value())) if self.lot.value() else None
            wanted = (Wanted(ProductId(self.record or 0), _whole(self.count), lot),)
            symbol = stock_labels.SYMBOLS[self.symbol.value()]
            ask(self._show, self._hold, stock_labels.items, wanted, feed, symbol, language())
        else:
            ask(self._show, self._hold, stock_labels.places, self._places, feed)

    def _lay_out(self) -> None:
        px = theme().px
        self.form.add("kind", _("Label sheet or roll"), self.sheet, columns=6)
        self.form.add("count", _("How many"), self.count, columns=3)
        self.form.add("start", _("Begin at label"), self.start, columns=3)
        self.form.add("symbol", _("Code on the label"), self.symbol, columns=6)
        self.form.add("lot", _("Lot or serial number"), self.lot, columns=6)
        for name in ("count", "symbol", "lot"):
            self.form.cell(name).setVisible(self.kind == ITEMS)
        self.count.put(Decimal(1))
        self.start.put(Decimal(1))
        self.form.chain()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.form)
        column.addWidget(self.page, 1)

    def _know(self, kinds: Sequence[LabelKind]) -> None:
        self.sheet.offer([(one.code, one.name) for one in kinds])
        if self.kind == ITEMS:
            self.shell.client.ask(self._know_lots, lots.of_product, ProductId(self.record or 0))
        else:
            self.shell.client.ask(self._know_places, locations.all_of)

    def _know_lots(self, found: Sequence[Lot]) -> None:
        offered = [(str(one.id), lot_text(one)) for one in found]
        self.lot.offer([("", _("Without a lot")), *offered])
        self.form.cell("lot").setVisible(bool(found))
        self.draw()

    def _know_places(self, places: Sequence[Location]) -> None:
        self._places = tuple(one.id for one in places if one.kind in _OURS and not one.is_closed)
        self.draw()

    def _show(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def _hold(self, error: OfficeError) -> None:
        found = error_sentence(error)
        self.page.hold(" ".join(part for part in (found.what, found.todo) if part))


def lot_text(lot: Lot) -> str:
    """Return a lot with the day until which it keeps."""
    return f"{lot.code} · {day_text(lot.expires_on)}" if lot.expires_on else lot.code


def item_labels(shell: Shell, record: int | None) -> RecordPage:
    """Return the labels of a product."""
    return StockLabels(shell, ITEMS, record)


def place_labels(shell: Shell, record: int | None) -> RecordPage:
    """Return the labels of all places."""
    return StockLabels(shell, PLACES, record)


def _whole(field: NumberEdit) -> int:
    value = field.value() if field.is_readable() else None
    return int(value) if value is not None else 0
