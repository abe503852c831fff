"""What files ask for, before anything is written: each order with a tick, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.orders.proposal import (
    Choices,
    Prices,
    Proposal,
    ProposedLine,
    Unknown,
)
from app.domain.shared.problems import Problem
from app.lang.texts import mark
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.hit_list import HitList
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

PRICES = {Prices.THEIRS: mark("Prices of the file"), Prices.OURS: mark("Our own prices")}
UNKNOWN = {
    Unknown.CREATE: mark("Make unknown customers"),
    Unknown.LEAVE: mark("Leave unknown customers open"),
}


class ProposalLine:
    """A proposal as a line of the table: whether it is ticked."""

    def __init__(self, place: int, proposal: Proposal, *, is_ticked: bool) -> None:
        self.id = place
        self.proposal = proposal
        self.is_ticked = is_ticked


def state_text(line: ProposalLine) -> str:
    """Return whether an order can be taken in, and how much is to be looked at."""
    one = line.proposal
    if not one.is_fit:
        return _("Cannot be taken in")
    told = len(one.every_problem)
    return many("{n} remark", "{n} remarks", told) if told else _("Ready")


def _tone(line: ProposalLine) -> str:
    if not line.proposal.is_fit:
        return "bad"
    return "warn" if line.proposal.every_problem else "good"


def _tick(line: ProposalLine) -> str:
    if not line.proposal.is_fit:
        return "–"
    return "☑" if line.is_ticked else "☐"


def _customer(line: ProposalLine) -> str:
    name = line.proposal.customer_name or _("No customer yet")
    is_new = line.proposal.is_new_customer
    return _("{name} (new customer)", name=name) if is_new else name


def _total(line: ProposalLine) -> str:
    gross = line.proposal.gross
    return formats().money(gross.minor, gross.currency) if gross else ""


def _where(line: ProposalLine) -> str:
    one = line.proposal
    return f"{one.file} · {one.row}" if one.row > 1 else one.file


COLUMNS: tuple[Column[ProposalLine], ...] = (
    Column("✓", _tick, width=36),
    Column(mark("Their number"), lambda line: line.proposal.reference, width=110),
    Column(mark("Customer"), _customer, width=170),
    Column(mark("Lines"), lambda line: str(len(line.proposal.lines)), right=True, width=60),
    Column(mark("Total"), _total, right=True, width=104, is_whole=True),
    Column(mark("What is to be seen to"), state_text, tone=_tone, is_pill=True, width=150),
    Column(mark("File and row"), _where, width=130, is_spare=True),
)


class ProposalTable(ShortTable[ProposalLine]):
    """The orders of files; Space ticks, ``ticked(ids)`` tells which."""

    ticked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit(self.selected_ids())
        else:
            super().keyPressEvent(event)


class Proposals(QWidget):
    """Shows what files ask for; ``changed()`` when another choice is made, ``ticked()`` by ticks.

    ``wanted(order)`` asks for the order that a proposal became before.
    """

    changed = Signal()
    ticked = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ProposalLine] = []
        self.prices: ChoiceEdit[str] = ChoiceEdit(
            [(one.value, _(text)) for one, text in PRICES.items()]
        )
        self.unknown: ChoiceEdit[str] = ChoiceEdit(
            [(one.value, _(text)) for one, text in UNKNOWN.items()]
        )
        self.prices.setAccessibleName(_("Whose prices"))
        self.unknown.setAccessibleName(_("Unknown customers"))
        self.tick_button = QPushButton(_("Tick or untick (Space)"))
        self.none_button = QPushButton(_("Tick all or none"))
        self.table = ProposalTable(_("Orders in the files"), COLUMNS)
        self.table.give_room("Customer")
        self.about = plain_label(role="heading")
        self.told = HitList(_("What the chosen order asks for"))
        self._lay_out()
        self.prices.edited.connect(self.changed)
        self.unknown.edited.connect(self.changed)
        self.table.ticked.connect(self._turn)
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(self._open)
        self.tick_button.clicked.connect(self._turn_chosen)
        self.none_button.clicked.connect(self._turn_all)

    def choices(self) -> Choices:
        """Return what is chosen for all orders."""
        return Choices(Prices(self.prices.value()), Unknown(self.unknown.value()))

    def show_all(self, proposals: Sequence[Proposal]) -> None:
        """Show proposals; what was unticked stays so, what is not fit is never ticked."""
        before = {one.proposal.key: one.is_ticked for one in self._lines}
        self._lines = [
            ProposalLine(place, one, is_ticked=one.is_fit and before.get(one.key, True))
            for place, one in enumerate(proposals, start=1)
        ]
        self._draw()
        self._look_at(self.table.chosen_id())

    @property
    def in_all(self) -> int:
        """How many orders there are."""
        return len(self._lines)

    @property
    def unfit(self) -> int:
        """How many of them cannot be taken in."""
        return sum(not one.proposal.is_fit for one in self._lines)

    def wanted_keys(self) -> tuple[str, ...]:
        """Return the keys of the orders that are ticked."""
        return tuple(one.proposal.key for one in self._lines if one.is_ticked)

    def _draw(self) -> None:
        self.table.show_rows(self._lines)
        self.ticked.emit()

    def _turn_chosen(self) -> None:
        self._turn(self.table.selected_ids())

    def _turn(self, ids: Sequence[int]) -> None:
        for line in self._lines:
            if line.id in ids and line.proposal.is_fit:
                line.is_ticked = not line.is_ticked
        self._draw()

    def _turn_all(self) -> None:
        fit = [one for one in self._lines if one.proposal.is_fit]
        is_on = not all(one.is_ticked for one in fit)
        for one in fit:
            one.is_ticked = is_on
        self._draw()

    def _open(self, record: object) -> None:
        line = self.table.row_of(record) if isinstance(record, int) else None
        if line is not None and line.proposal.known is not None:
            self.wanted.emit(line.proposal.known)

    def _look_at(self, record: object) -> None:
        line = self.table.row_of(record) if isinstance(record, int) else None
        self.told.clear()
        self.about.setText("")
        if line is None:
            return
        one = line.proposal
        self.about.setText(" · ".join(part for part in (one.reference, one.customer_name) if part))
        for problem in one.problems:
            self.told.addItem(_problem(problem))
        for each in one.lines:
            self.told.addItem(line_text(each))
            for problem in each.problems:
                self.told.addItem(f"      {_problem(problem)}")

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout()
        line.setSpacing(px(8))
        for widget in (self.prices, self.unknown):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.none_button)
        line.addWidget(self.tick_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.table, 3)
        column.addWidget(self.about)
        column.addWidget(self.told, 2)


def line_text(line: ProposedLine) -> str:
    """Return one line for a line of an order: where it stands, how much of what, at which price."""
    count = formats().decimal(line.quantity) if line.quantity is not None else "?"
    price = _price(line.price) if line.price is not None else ""
    where = _("Row {row}", row=line.row) if line.row else ""
    parts = (where, f"{count} {line.unit}".strip(), line.title, price)
    return " · ".join(part for part in parts if part)


def _price(price: Decimal) -> str:
    """Return a price with two places, or as many more as it has."""
    places = -price.normalize().as_tuple().exponent  # type: ignore[operator]  # always finite
    return formats().decimal(price, max(2, places))


def _problem(problem: Problem) -> str:
    sign = "!" if problem.is_warning else "✕"
    return f"{sign} {problem_text(problem)}"
