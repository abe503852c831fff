"""The board: lanes of cards side by side; a card goes to another lane by keys or by dragging.

    board = Board((BoardLane("ready", _("Ready to pick")), BoardLane("picking", _("Picking"))),
                  self._card, self._fetch, lines=3)
    board.show_lane("ready", spine, formats().money(sum, currency))
    board.opened.connect(self._open)           # id
    board.moved.connect(self._move)            # id and the name of the lane it is wanted in

The board moves nothing itself: whoever holds it asks the office, and shows the lanes anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Generic

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.kit.cards import Card, CardList
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import LineLabel
from app.ui.kit.sheets import controls
from app.ui.kit.table import Fetch, Row
from app.ui.kit.texts import formats
from app.ui.kit.theme import theme

_NARROWEST = 150
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class BoardLane:
    """A column of the board: its name in the program, and its title as it is read."""

    name: str
    title: str


class _Lane(QWidget, Generic[Row]):
    """One column: its title, how many cards there are, what they come to, and the cards."""

    def __init__(self, title: str, cards: CardList[Row]) -> None:
        super().__init__()
        self._title = title
        self.cards = cards
        self.head = LineLabel(title, "heading")
        self.foot = LineLabel("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.head)
        column.addWidget(self.foot)
        column.addWidget(cards, 1)

    def tell(self, count: int, sum_told: str) -> None:
        """Say how many cards there are and what they come to."""
        self.head.setText(
            f"{self._title} {formats().decimal(Decimal(count))}" if count else self._title
        )
        self.foot.setText(sum_told)


class Board(QScrollArea, Generic[Row]):
    """Shows lanes side by side, and lets arrows walk from one to the next."""

    opened = Signal(object)
    moved = Signal(object, object)
    chosen = Signal(object)

    def __init__(
        self,
        lanes: Sequence[BoardLane],
        card: Callable[[Row], Card],
        fetch: Fetch[Row],
        lines: int = 2,
    ) -> None:
        super().__init__()
        self._lines = lines
        self._names = [lane.name for lane in lanes]
        self._lanes: dict[str, _Lane[Row]] = {}
        self._entered = self._names[0]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        for lane in lanes:
            line.addWidget(self._made(lane, card, fetch), 1)
        self.setWidget(inside)
        theme().dress(self, controls)
        lead_to(self, self.cards(self._names[0]))

    def cards(self, lane: str) -> CardList[Row]:
        """Return the cards of a lane."""
        return self._lanes[lane].cards

    def show_lane(self, lane: str, spine: Iterable[int], sum_told: str = "") -> None:
        """Show the cards of a lane and what they come to."""
        shown = self._lanes[lane]
        shown.cards.show_cards(spine)
        shown.tell(shown.cards.cards.rowCount(), sum_told)

    def refresh(self) -> None:
        """Ask again for the cards that are looked at."""
        for lane in self._lanes.values():
            lane.cards.cards.refresh()

    def chosen_id(self) -> int | None:
        """Return the chosen card of the lane that had the keyboard last, or none."""
        return self.cards(self._entered).chosen_id()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_NARROWEST) * len(self._names), theme().px(400))

    def _made(self, lane: BoardLane, card: Callable[[Row], Card], fetch: Fetch[Row]) -> _Lane[Row]:
        cards: CardList[Row] = CardList(lane.title, card, fetch, self._lines)
        cards.opened.connect(self.opened)
        cards.chosen.connect(self.chosen)
        cards.pushed.connect(partial(self._push, lane.name))
        cards.left.connect(partial(self._walk, lane.name))
        cards.taken.connect(partial(self._take, lane.name))
        cards.entered.connect(partial(self._enter, lane.name))
        made = _Lane(lane.title, cards)
        made.setMinimumWidth(theme().px(_NARROWEST))
        self._lanes[lane.name] = made
        return made

    def _push(self, lane: str, record: object, key: object) -> None:
        """Ask for the lane beside this one: Ctrl with an arrow to the side."""
        beside = self._beside(lane, key)
        if beside is not None:
            self.moved.emit(record, beside)

    def _enter(self, lane: str) -> None:
        """Let one card of the whole board be the chosen one: that of the lane with the keyboard."""
        self._entered = lane
        for name, one in self._lanes.items():
            if name != lane:
                one.cards.clearSelection()

    def _take(self, lane: str, record: object) -> None:
        self.moved.emit(record, lane)

    def _walk(self, lane: str, key: object) -> None:
        """Go to the next lane on that side that holds a card, else to the one beside."""
        beside, nearest = self._beside(lane, key), None
        while beside is not None:
            nearest = nearest or beside
            if self.cards(beside).cards.rowCount():
                nearest = beside
                break
            beside = self._beside(beside, key)
        if nearest is not None:
            self.cards(nearest).setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._lanes[nearest])

    def _beside(self, lane: str, key: object) -> str | None:
        step = _STEPS.get(key, 0) if isinstance(key, Qt.Key) else 0
        place = self._names.index(lane) + step
        return self._names[place] if step and 0 <= place < len(self._names) else None
