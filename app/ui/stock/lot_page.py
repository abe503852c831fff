"""One lot in a tab: where it lies, who got some of it, and every move: what a recall asks for."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import LotId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.lot import LotStatus
from app.domain.stock.recalls import Recall, Sent
from app.domain.stock.rows import MoveRow
from app.lang.texts import mark
from app.services import lots, recalls
from app.services.lots import SeenLot
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.saving import Saving
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme
from app.ui.stock.behind import Behind
from app.ui.stock.goods_words import LOT_STATES, MOVES, day_text
from app.ui.stock.lot_verbs import LotVerbs
from app.ui.stock.lot_words import TONES

_BUTTONS = ("lot.write", "report.paper", "lot.status")
_TABLES = frozenset({"lot", "stock_move", "stock_level", "delivery"})


class SentRow:
    """A delivery of a lot as the table shows it."""

    def __init__(self, place: int, sent: Sent, unit: str) -> None:
        self.id = place
        self.sent = sent
        self.unit = unit


SENT: tuple[Column[SentRow], ...] = (
    Column(mark("Customer"), lambda row: row.sent.name or _("unknown"), width=220),
    Column(mark("Delivery note"), lambda row: row.sent.number, width=150),
    Column(mark("Day"), lambda row: day_text(row.sent.day), width=110, is_whole=True),
    Column(
        mark("Quantity"),
        lambda row: f"{formats().decimal(row.sent.quantity)} {row.unit}",
        right=True,
        width=120,
        is_whole=True,
    ),
)


class LotPage(RecordPage):
    """Shows a lot; Enter opens the delivery by which somebody got some of it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "lot", record)
        self._lot = LotId(record or 0)
        self._seen: SeenLot | None = None
        self._behind = Behind(shell)
        self._saving = Saving(shell, self)
        verbs = LotVerbs(shell, self)
        self.bar = PageBar(_("Lot"), shell.book, _BUTTONS)
        self.state = Pill()
        self.bar.add(self.state)
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.sums = plain_label("", "heading")
        self.sent: ShortTable[SentRow] = ShortTable(_("Who got it"), SENT)
        self.sent.give_room("Customer")
        self.moves: ShortTable[MoveRow] = ShortTable(_("Where the pieces went"), MOVES)
        self.moves.give_room("Goods")
        self.setWindowTitle(_("Lot"))
        self._lay_out()
        shell.book.offer(
            self,
            {
                "lot.release": partial(verbs.ask, self._lot, LotStatus.OK),
                "lot.refuse": partial(verbs.ask, self._lot, LotStatus.DAMAGED),
                "lot.recall": partial(verbs.ask, self._lot, LotStatus.RECALLED),
                "lot.status": partial(verbs.ask, self._lot),
                "report.paper": partial(shell.open, "recall-list", record),
                "lot.write": self._write,
                "goods.export": self._export,
                "goods.open": self._open_goods,
                "list.copy": self.copy,
                "list.refresh": self.refresh,
            },
        )
        self.sent.opened.connect(self._open_delivery)
        self.moves.opened.connect(self._open_paper)
        lead_to(self, self.sent)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the lot again."""
        self.shell.client.ask_or(self._show, self._gone, lots.seen, self._lot)

    def copy(self) -> None:
        """Copy who got it for a spreadsheet."""
        count = self.sent.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        for widget in (self.bar, self.told, self.sums):
            column.addWidget(widget)
        column.addWidget(self.sent, 1)
        column.addWidget(self.moves, 1)

    def _show(self, seen: SeenLot) -> None:
        self._seen, lot = seen, seen.lot
        title = _("Lot {lot}", lot=lot.code)
        if seen.moves:
            title = f"{title} · {seen.moves[0].code} {seen.moves[0].name_in(language())}"
        self.bar.title.setText(title)
        self.setWindowTitle(title)
        self.titled.emit(title)
        self.state.tell(_(LOT_STATES[lot.status]), TONES[lot.status])
        self.told.setText(facts_of(seen))
        self.moves.show_rows(seen.moves)
        is_held = lot.status is not LotStatus.OK
        self.shell.book.allow(self, "lot.release", allowed=is_held)
        self.shell.client.ask(self._show_sent, lots.recall, self._lot)

    def _show_sent(self, recall: Recall) -> None:
        unit = self._seen.moves[0].unit if self._seen and self._seen.moves else ""
        self.sent.show_rows([SentRow(at, one, unit) for at, one in enumerate(recall.sent)])
        self.sums.setText(sums_of(recall, unit))
        is_known = any(one.contact_id is not None for one in recall.got)
        self.shell.book.allow(self, "lot.write", allowed=is_known)
        self.shell.book.allow(self, "goods.export", allowed=bool(recall.sent))

    def _write(self) -> None:
        """Keep who got it as a mailing list, from which letters and mails are written."""
        self.shell.client.do(self._listed, recalls.write_to, self._lot, language())

    def _listed(self, made: object) -> None:
        record = getattr(made, "id", None)
        self.shell.open("mailing-list", record)

    def _export(self) -> None:
        self._saving.ask(_("Recall list"), recalls.export, self._lot)

    def _open_goods(self) -> None:
        if self._seen is not None:
            self.shell.open("goods", self._seen.lot.product_id)

    def _open_delivery(self, record: object) -> None:
        row = self.sent.row_of(record) if isinstance(record, int) else None
        if row is not None:
            self._behind.open(row.sent.source, 0)

    def _open_paper(self, record: object) -> None:
        row = self.moves.row_of(record) if isinstance(record, int) else None
        if row is not None:
            self._behind.open(row.source, row.id)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()


def facts_of(seen: SeenLot) -> str:
    """Return what is known of a lot, in a line."""
    came, until = day_text(seen.lot.received_on), day_text(seen.lot.expires_on)
    parts = (
        _("came {day}", day=came) if came else "",
        _("keeps until {day}", day=until) if until else _("keeps for good"),
        _("{quantity} on hand", quantity=formats().decimal(seen.on_hand)),
        seen.lot.note,
    )
    return " · ".join(part for part in parts if part)


def sums_of(recall: Recall, unit: str) -> str:
    """Return how many customers have how much of it."""
    if not recall.got:
        return _("Nobody has any of it.")
    total = formats().decimal(sum((one.quantity for one in recall.got), Decimal(0)))
    quantity = f"{total} {unit}".strip()
    return many(
        "{n} customer has {quantity} of it",
        "{n} customers have {quantity} of it",
        len(recall.got),
        quantity=quantity,
    )
