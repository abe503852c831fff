"""The table model: a spine of ids in order, rows fetched by blocks when they are painted.

    COLUMNS = (
        Column(mark("Number"), lambda row: row.number or "", sort="number", width=140),
        Column(mark("Total"), lambda row: formats().money(row.gross.minor, row.gross.currency),
               right=True, sort="gross"),
    )
    model = TableModel(COLUMNS, self._fetch)      # _fetch(ids, answer) asks the office
    model.show_first(rows); model.show(spine)     # two-step opening: a page, then all ids

A million rows cost eight bytes each and the blocks that were looked at last.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.kit.texts import _
from app.ui.kit.tips import plain_tip

BLOCK = 50
_KEPT_BLOCKS = 200
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SAID = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ACROSS = Qt.Orientation.Horizontal

Index = QModelIndex | QPersistentModelIndex


class Part(NamedTuple):
    """One of several badges in a cell, with its tone."""

    text: str
    tone: str


class Identified(Protocol):
    """A row of a list: it knows which record it shows."""

    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=Identified)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column as data.

    ``title`` is a marked text, ``sort`` the name that the feature's View sorts by (empty: cannot),
    ``icon`` names an icon for a row, ``tone`` one of the theme's tones ("good", "warn", "bad",
    "muted", ""): tones repeat what the text says, never replace it. ``is_pill`` draws a badge,
    ``parts`` one for each of several. ``said`` is what is told of a row beside the text.
    ``width`` is the least in pixels; the one that ``is_roomy`` takes what the others leave. Where
    there is no room for all, words give way, but not what ``is_whole``; what ``is_spare`` steps
    aside then until there is. ``strong`` says of a row whether its words are bold.
    """

    title: str
    text: Callable[[Row], str]
    right: bool = False
    sort: str = ""
    width: int = 120
    icon: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] | None = None
    is_pill: bool = False
    is_hidden: bool = False
    is_roomy: bool = False
    is_whole: bool = False
    is_spare: bool = False
    parts: Callable[[Row], tuple[Part, ...]] | None = None
    said: Callable[[Row], str] | None = None
    strong: Callable[[Row], bool] | None = None

    @property
    def key(self) -> str:
        """The name under which a clerk's width and place of it are kept."""
        return self.title.casefold().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a delegate paints."""

    text: str
    icon: str
    tone: str
    parts: tuple[Part, ...] = ()
    is_strong: bool = False


@dataclass(slots=True)
class _Line(Generic[Row]):
    """A row that is here; its cells are written when it is painted first."""

    row: Row
    cells: tuple[Cell, ...] = ()


Answer = Callable[[Sequence[Row]], object]
Fetch = Callable[[tuple[int, ...], Answer[Row]], None]
NOTHING = Cell("", "", "")


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows of a spine; what is not there yet is blank and asked for once."""

    def __init__(
        self, columns: Sequence[Column[Row]], fetch: Fetch[Row], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._spine: array[int] = array("q")
        self._blocks: OrderedDict[int, list[_Line[Row] | None]] = OrderedDict()
        self._asked: set[int] = set()
        self._former: dict[int, _Line[Row]] = {}
        self._turn = 0
        self._is_first = False
        self._last = -1

    def show_first(self, rows: Sequence[Row]) -> None:
        """Show the rows at once, as long as the whole spine is not known."""
        self.beginResetModel()
        self._spine = array("q", (row.id for row in rows))
        self._forget()
        for first in range(0, len(rows), BLOCK):
            self._keep(first // BLOCK, rows)
        self._is_first = True
        self.endResetModel()

    def show(self, spine: Iterable[int]) -> None:
        """Show the whole spine; rows that were seen before stay until their news arrive."""
        fresh = spine if isinstance(spine, array) else array("q", spine)
        shown = len(self._spine)
        is_first, self._is_first = self._is_first, False
        if shown and fresh[:shown] == self._spine:
            self._extend(fresh)
            if not is_first:
                self.refresh()
            return
        self.beginResetModel()
        self._spine = fresh
        self._forget()
        self.endResetModel()

    def refresh(self) -> None:
        """Ask again for the rows that are looked at, as something in them has changed."""
        self._forget()
        if self._spine:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._spine) - 1, len(self.columns) - 1)
            )

    def id_at(self, row: int) -> int:
        return self._spine[row]

    def ids(self) -> array[int]:
        """Return the whole spine, to read from."""
        return self._spine

    def row_of(self, record: int) -> int:
        """Return where a record stands, or −1."""
        try:
            return self._spine.index(record)
        except ValueError:
            return -1

    def row_at(self, row: int) -> Row | None:
        """Return the row itself if it is here, and ask for it otherwise; past the end is none."""
        held = self._held(row) if row < len(self._spine) else None
        return held.row if held else None

    def cell(self, row: int, column: int) -> Cell:
        """Return what to paint; blank as long as the row is on its way."""
        held = self._held(row)
        if held is None:
            return NOTHING
        if not held.cells:
            held.cells = self._cells(held.row)
        return held.cells[column]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._spine)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self.cell(index.row(), index.column()).text
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == _TOOL_TIP:
            return plain_tip(self.cell(index.row(), index.column()).text) or None
        if role == _SAID:
            return self._said(index)
        return None

    def headerData(self, section: int, across: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if across != _ACROSS:
            return None
        if role == _DISPLAY:
            return _(self.columns[section].title)
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def _said(self, index: Index) -> str | None:
        said, row = self.columns[index.column()].said, self.row_at(index.row())
        return said(row) if said is not None and row is not None else None

    def _held(self, row: int) -> _Line[Row] | None:
        number = row // BLOCK
        block = self._blocks.get(number)
        if block is None:
            self._ask(number)
            return self._former.get(self._spine[row])
        if number != self._last:
            self._last = number
            self._blocks.move_to_end(number)
        return block[row % BLOCK]

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        ids = tuple(self._spine[number * BLOCK : (number + 1) * BLOCK])
        self._fetch(ids, partial(self._arrived, self._turn, number))

    def _arrived(self, turn: int, number: int, rows: Sequence[Row]) -> None:
        if turn != self._turn:
            return
        self._asked.discard(number)
        by_id = {row.id: row for row in rows}
        first = number * BLOCK
        self._keep_rows(number, [by_id.get(one) for one in self._spine[first : first + BLOCK]])
        last = min(first + BLOCK, len(self._spine)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _keep(self, number: int, rows: Sequence[Row]) -> None:
        self._keep_rows(number, list(rows[number * BLOCK : (number + 1) * BLOCK]))

    def _keep_rows(self, number: int, rows: Sequence[Row | None]) -> None:
        self._blocks[number] = [_Line(row) if row else None for row in rows]
        self._blocks.move_to_end(number)
        while len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)

    def _cells(self, row: Row) -> tuple[Cell, ...]:
        return tuple(
            Cell(
                column.text(row),
                column.icon(row) if column.icon else "",
                column.tone(row) if column.tone else "",
                column.parts(row) if column.parts else (),
                is_strong=bool(column.strong and column.strong(row)),
            )
            for column in self.columns
        )

    def _extend(self, fresh: array[int]) -> None:
        shown = len(self._spine)
        if len(fresh) == shown:
            return
        self.beginInsertRows(QModelIndex(), shown, len(fresh) - 1)
        partial_block = shown // BLOCK if shown % BLOCK else -1
        self._spine = fresh
        for held in self._blocks.pop(partial_block, []):
            if held:
                self._former[held.row.id] = held
        self._asked.discard(partial_block)
        self.endInsertRows()

    def _forget(self) -> None:
        if len(self._former) > _KEPT_BLOCKS * BLOCK:
            self._former = {}
        for block in self._blocks.values():
            self._former.update((held.row.id, held) for held in block if held)
        self._blocks.clear()
        self._last = -1
        self._asked.clear()
        self._turn += 1
