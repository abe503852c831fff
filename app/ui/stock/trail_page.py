"""Where the pieces went: every move and count of a product, its papers and people, in a tab."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.rows import OnHandRow
from app.domain.stock.trail import Step, Trail
from app.lang.texts import mark
from app.services import goods_trail, stock_levels
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many, place_text
from app.ui.kit.theme import theme
from app.ui.stock.behind import Behind
from app.ui.stock.goods_words import KINDS, day_text

_BUTTONS = ("trail.counted", "trail.paper")
_TABLES = frozenset({"stock_move", "stock_count", "stock_value", "product"})
_YEAR = timedelta(days=365)
_DAY = 130


def what_text(step: Step) -> str:
    """Return what happened; a count that agreed says so."""
    return _("Counted, as booked") if step.counted is not None else _(KINDS[step.kind])


def by_text(step: Step) -> str:
    """Return what came or went with its sign; nothing where it stayed ours."""
    if not step.by:
        return ""
    return f"{'+' if step.by > 0 else ''}{formats().decimal(step.by)}"


def _tone(step: Step) -> str:
    return "" if not step.by else "good" if step.by > 0 else "bad"


def _way(step: Step) -> str:
    ends = (place_text(one) for one in (step.from_place, step.to_place) if one)
    return " → ".join(ends)


def _found(step: Step) -> str:
    return _("{quantity} found", quantity=formats().decimal(step.counted)) if step.counted else ""


STEPS: tuple[Column[Step], ...] = (
    Column(mark("Day"), lambda step: day_text(step.day), width=96, is_whole=True),
    Column(mark("What happened"), what_text, width=130, is_pill=True),
    Column(mark("Came or went"), by_text, right=True, width=96, tone=_tone, is_whole=True),
    Column(
        mark("Then left"),
        lambda step: formats().decimal(step.left),
        right=True,
        width=84,
        is_whole=True,
    ),
    Column(mark("From where to where"), _way, width=180),
    Column(mark("Lot"), lambda step: step.lot, width=80, is_spare=True),
    Column(mark("By which paper"), lambda step: step.paper, width=130, is_whole=True),
    Column(mark("Reason"), lambda step: step.reason or _found(step), width=120),
    Column(mark("By"), lambda step: step.who, width=90),
    Column(mark("Written"), lambda step: formats().instant(step.at), width=150, is_spare=True),
)


class TrailPage(RecordPage):
    """Shows where pieces came from and went to; Enter opens the paper behind a step."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "goods-trail", record)
        self._product = ProductId(record or 0)
        self._counted_on: date | None = None
        self._behind = Behind(shell)
        self.bar = PageBar(_("Where the pieces went"), shell.book, _BUTTONS)
        self.since, self.until = DateEdit(shell.today), DateEdit(shell.today)
        self.told = plain_label("", "text")
        self.told.setWordWrap(True)
        self.table: ShortTable[Step] = ShortTable(_("Where the pieces went"), STEPS)
        self.table.give_room("Reason")
        self.setWindowTitle(_("Where the pieces went"))
        self._lay_out()
        slots = {
            "trail.counted": self.since_count,
            "trail.paper": self._open_chosen,
            "list.copy": self.copy,
            "list.refresh": self.refresh,
        }
        shell.book.offer(self, slots)
        self._allow()
        self.table.opened.connect(self._open)
        for field in (self.since, self.until):
            field.editingFinished.connect(self.refresh)
        lead_to(self, self.table)
        shell.client.changed.connect(self._news)
        self.since.put(shell.today() - _YEAR)
        shell.client.ask_or(self._name, self._gone, stock_levels.named, self._product)

    def refresh(self) -> None:
        """Follow the trail in the days that are asked for; one that cannot be read is gone to."""
        for field in (self.since, self.until):
            if not field.is_readable():
                field.setFocus()
                return
        asked = (self._product, self.since.value(), self.until.value())
        self.shell.client.ask(self._show, goods_trail.trail, *asked)

    def since_count(self) -> None:
        """Follow the trail since it was last counted: that far the books were right."""
        if self._counted_on is not None:
            self.since.put(self._counted_on)
            self.refresh()

    def copy(self) -> None:
        """Copy the steps for a spreadsheet."""
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _lay_out(self) -> None:
        px = theme().px
        for field, name in ((self.since, _("Since the day")), (self.until, _("Until the day"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setFixedWidth(px(_DAY))
            self.bar.add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)

    def _name(self, row: OnHandRow) -> None:
        title = _("Where {goods} went", goods=f"{row.code} {row.name_in(language())}")
        self.bar.title.setText(title)
        self.setWindowTitle(title)
        self.titled.emit(title)
        self.refresh()

    def _show(self, found: Trail) -> None:
        self._counted_on = found.counted_on
        self.told.setText(told_of(found))
        self.table.show_rows(found.steps)
        self._allow()

    def _allow(self) -> None:
        book = self.shell.book
        book.allow(self, "trail.counted", allowed=self._counted_on is not None)
        book.allow(self, "trail.paper", allowed=self.table.chosen_id() is not None)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _open(self, record: object) -> None:
        step = self.table.row_of(record) if isinstance(record, int) else None
        if step is not None:
            self._behind.open(step.source, step.id)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()


def told_of(found: Trail) -> str:
    """Return in a line what lay there, came and went, and whether that explains what is left."""
    amount = formats().decimal
    parts = [_("At first {quantity}", quantity=amount(found.opening))]
    for kind, by in found.sums:
        parts.append(f"{_(KINDS[kind])} {'+' if by > 0 else ''}{amount(by)}")
    parts.append(_("now {quantity}", quantity=amount(found.closing)))
    if found.is_explained:
        parts.append(_("✓ every piece is explained"))
    else:
        parts.append(_("✕ the books need to be checked"))
    if not found.is_whole:
        parts.append(_("only the latest {n} are shown", n=len(found.steps)))
    return "  ·  ".join(parts)
