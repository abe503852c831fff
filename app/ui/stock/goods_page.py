"""One stocked product in a tab: where it lies, what comes, and where its pieces went."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.rows import LyingRow, MoveRow
from app.lang.texts import mark
from app.services import stock_levels
from app.services.stock_levels import SeenGoods
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, place_text
from app.ui.kit.theme import theme
from app.ui.stock.behind import Behind
from app.ui.stock.goods_verbs import GoodsVerbs
from app.ui.stock.goods_words import KINDS, LOT_STATES, MOVES, day_text, written

_BUTTONS = ("goods.trail", "goods.use", "goods.scrap", "goods.transfer")
LYING: tuple[Column[LyingRow], ...] = (
    Column(mark("Storage place"), lambda row: place_text(row.place), width=180),
    Column(mark("On hand"), lambda row: formats().decimal(row.on_hand), right=True, width=120),
    Column(mark("Picked"), lambda row: written(row.picked), right=True, width=110),
    Column(mark("Lot"), lambda row: row.lot, width=160),
    Column(mark("Keeps until"), lambda row: day_text(row.expires_on), width=130),
    Column(mark("Status"), lambda row: _(LOT_STATES[row.status]) if row.lot else "", width=150),
)


class GoodsPage(RecordPage):
    """Shows where a product lies and the moves that explain it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "goods", record)
        self._product = ProductId(record or 0)
        self.bar = PageBar(_("Goods"), shell.book, _BUTTONS)
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.where = plain_label("", "muted")
        self.where.setWordWrap(True)
        self.lying: ShortTable[LyingRow] = ShortTable(_("Where it lies"), LYING)
        self.moves: ShortTable[MoveRow] = ShortTable(_("Where the pieces went"), MOVES)
        self.moves.give_room("Goods")
        self.setWindowTitle(_("Goods"))
        self._lay_out()
        shell.book.offer(self, GoodsVerbs(shell, self, self._own).slots())
        self._behind = Behind(shell)
        self.moves.opened.connect(self._open_paper)
        lead_to(self, self.lying)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask how the product stands."""
        self.shell.client.ask_or(self._show, self._gone, stock_levels.seen, self._product)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(self.lying, 1)
        column.addWidget(self.where)
        column.addWidget(self.moves, 2)

    def _show(self, seen: SeenGoods) -> None:
        name = seen.row.name_in(language())
        self.bar.title.setText(name)
        self.setWindowTitle(name)
        self.titled.emit(name)
        self.told.setText(" · ".join(_told(seen)))
        parts = [f"{_(KINDS[kind])} {formats().decimal(by)}" for kind, by in seen.whereabouts.sums]
        if seen.whereabouts.opening and seen.whereabouts.since:
            told = formats().decimal(seen.whereabouts.opening)
            day = day_text(seen.whereabouts.since)
            parts.insert(0, _("{day} there were {quantity}", day=day, quantity=told))
        self.where.setText(" · ".join(parts) or _("Nothing has moved yet"))
        self.lying.show_rows(seen.lying)
        self.moves.show_rows(seen.whereabouts.rows)

    def _own(self) -> int:
        return self._product

    def _open_paper(self, record: object) -> None:
        row = self.moves.row_of(record) if isinstance(record, int) else None
        if row is not None:
            self._behind.open(row.source, row.id)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"stock_move", "stock_standing", "lot", "receipt", "product"}:
            self.refresh()


def _told(seen: SeenGoods) -> list[str]:
    """Return in words what there is, is promised and comes."""
    row, unit = seen.row, seen.row.unit
    free = seen.availability
    told = [
        row.code,
        _("{quantity} on hand", quantity=f"{formats().decimal(free.on_hand)} {unit}"),
        _("{quantity} free", quantity=formats().decimal(free.free)),
        _("worth {value}", value=formats().money(row.value_minor, row.currency)),
    ]
    if free.reserved:
        told.append(_("{quantity} reserved", quantity=formats().decimal(free.reserved)))
    if free.blocked:
        told.append(_("{quantity} blocked", quantity=formats().decimal(free.blocked)))
    for one in free.incoming[:3]:
        quantity = formats().decimal(one.quantity)
        told.append(
            _(
                "{quantity} to come {day} ({reference})",
                quantity=quantity,
                day=day_text(one.day),
                reference=one.reference,
            )
        )
    return told
