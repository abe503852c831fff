"""Columns that fit: each as wide as what is looked at needs, one of them takes the rest.

A width that a clerk chose stays. Columns grow while a list is scrolled and never shrink, so that
nothing moves to and fro under the eyes.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.ui.kit.table import Column, TableModel
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    from app.ui.kit.table_view import TableView

PADDING = 10
_MARK = 24
_LEAST_ROOM = 140
_LEAST_WORDS = 80


class ColumnFit(QObject):
    """Keeps the columns of a table fitting; ``chosen`` are those whose width a clerk set."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        self._text_size = theme().text_size
        self._is_fitting = False
        self._needed: dict[int, int] = {}
        self._measured: dict[int, int] = {}
        self._roomy: int | None = None
        self._aside: set[int] = set()
        self.chosen: set[int] = set()
        line = table.horizontalHeader()
        line.sectionResized.connect(self._resized)
        line.sectionMoved.connect(self.fit)

    @property
    def is_fitting(self) -> bool:
        """Say whether a width changes now because it fits, which nobody chose."""
        return self._is_fitting

    def follow(self, model: TableModel[Any]) -> None:
        """Fit the columns of a model from now on."""
        self._needed, self.chosen = {}, set()
        places = (place for place, column in enumerate(model.columns) if column.is_roomy)
        self._roomy = next(places, None)
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self.fit)
        self.fit()

    def shows(self, place: int) -> bool:
        """Say whether a column is wanted, also while it steps aside for want of room."""
        return place in self._aside or not self._table.isColumnHidden(place)

    def want(self, place: int, *, wanted: bool) -> None:
        """Show or hide a column, as a clerk wants it."""
        self._aside.discard(place)
        self._table.setColumnHidden(place, not wanted)

    def give_room(self, place: int) -> None:
        """Let one column take the room that the others leave."""
        self._roomy = place
        self.fit()

    def forget(self) -> None:
        """Fit every column again, also those whose width was chosen."""
        self._needed, self.chosen = {}, set()
        self.fit()

    def choose(self, place: int, width: int) -> None:
        """Give a column a width that a clerk chose."""
        self.chosen.add(place)
        self._set(place, width)

    def rescale(self) -> None:
        """Give columns the room that larger or smaller text needs."""
        before, self._text_size = self._text_size, theme().text_size
        if before == self._text_size:
            return
        self._needed = {}
        for place in self.chosen:
            width = self._table.columnWidth(place)
            if width:
                self._set(place, width * self._text_size // before)
        self.fit()

    def fit(self, *_what: object) -> None:
        """Make every column as wide as it has to be, and one as wide as there is room."""
        model = self._table.model()
        if self._is_fitting or not isinstance(model, TableModel):
            return
        self._measured = {}
        shown = self._with_room(model)
        roomy = self._roomy_of(shown)
        fitting = [place for place in shown if place not in self.chosen and place != roomy]
        widths = {place: self._need(model, place) for place in fitting}
        others = sum(self._table.columnWidth(place) for place in shown if place in self.chosen)
        room = self._table.viewport().width() - others
        least = 0
        if roomy is not None and roomy not in self.chosen:
            least = self._least(model.columns[roomy], roomy)
        widths |= self._given_way(model, widths, sum(widths.values()) + least - room)
        for place, width in widths.items():
            self._set(place, width)
        if least and roomy is not None:
            self._set(roomy, max(room - sum(widths.values()), least))

    def _with_room(self, model: TableModel[Any]) -> list[int]:
        """Return the columns to show; spare ones step aside, the last first, where room lacks."""
        wanted = [place for place in range(len(model.columns)) if self.shows(place)]
        spare = [place for place in wanted if model.columns[place].is_spare]
        room, aside = self._table.viewport().width(), set[int]()
        if spare:
            roomy = self._roomy_of(wanted)
            least = {place: self._least_of(model, place, roomy) for place in wanted}
            while spare and sum(least.values()) > room:
                aside.add(spare.pop())
                least = {place: width for place, width in least.items() if place not in aside}
        self._is_fitting = True
        for place in self._aside ^ aside:
            self._table.setColumnHidden(place, place in aside)
        self._is_fitting = False
        self._aside = aside
        return [place for place in wanted if place not in aside]

    def _least_of(self, model: TableModel[Any], place: int, roomy: int | None) -> int:
        """Return the least width with which a column says what it has to."""
        if place in self.chosen:
            return self._table.columnWidth(place)
        if place == roomy:
            return self._least(model.columns[place], place)
        need = self._need(model, place)
        return min(need, self._floor(model.columns[place], place))

    def _given_way(
        self, model: TableModel[Any], widths: dict[int, int], missing: int
    ) -> dict[int, int]:
        """Return the widths of columns of words where so many pixels are missing."""
        room = {
            place: max(width - self._floor(model.columns[place], place), 0)
            for place, width in widths.items()
        }
        whole = sum(room.values())
        if missing <= 0 or not whole:
            return {}
        share = min(missing / whole, 1)
        return {place: widths[place] - ceil(give * share) for place, give in room.items() if give}

    def _floor(self, column: Column[Any], place: int) -> int:
        """Return how narrow a column may become."""
        if column.right or column.is_pill or column.is_whole:
            return self._needed.get(place, 0)
        heading = self._table.horizontalHeader().sectionSizeHint(place)
        return max(theme().px(min(column.width, _LEAST_WORDS)), heading)

    def _roomy_of(self, shown: list[int]) -> int | None:
        if self._roomy in shown:
            return self._roomy
        line = self._table.horizontalHeader()
        return max(shown, key=line.visualIndex, default=None)

    def _least(self, column: Column[Any], place: int) -> int:
        heading = self._table.horizontalHeader().sectionSizeHint(place)
        return max(theme().px(min(column.width, _LEAST_ROOM)), heading)

    def _need(self, model: TableModel[Any], place: int) -> int:
        """Return the width that heading and rows in sight need; words have a limit."""
        column, px = model.columns[place], theme().px
        least = max(px(column.width), self._table.horizontalHeader().sectionSizeHint(place))
        needed = max(least, self._needed.get(place, 0), self._widest(model, place))
        self._needed[place] = needed
        is_short = column.right or column.is_pill or column.is_whole
        return needed if is_short else min(needed, max(least, px(column.width * 3 // 2)))

    def _widest(self, model: TableModel[Any], place: int) -> int:
        """Return the width of the widest cell in sight, measured once in every fitting."""
        if place not in self._measured:
            self._measured[place] = self._measure(model, place)
        return self._measured[place]

    def _measure(self, model: TableModel[Any], place: int) -> int:
        metrics, column, px = self._table.fontMetrics(), model.columns[place], theme().px
        around = px(2 * PADDING + (_MARK if column.icon or column.is_pill else 0)) + 2
        cells = (model.cell(row, place) for row in self._table.rows_in_sight())
        badges = px(_MARK)
        widths = (metrics.horizontalAdvance(cell.text) + len(cell.parts) * badges for cell in cells)
        return max(widths, default=0) + around

    def _set(self, place: int, width: int) -> None:
        if width != self._table.columnWidth(place):
            self._is_fitting = True
            self._table.setColumnWidth(place, width)
            self._is_fitting = False

    def _resized(self, place: int, before: int, now: int) -> None:
        # A column that comes or goes tells so while it is neither shown nor hidden yet.
        if before and now and not self._is_fitting:
            self.chosen.add(place)
            self.fit()
