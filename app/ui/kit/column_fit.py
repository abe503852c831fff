"""Columns that fit: each as wide as what is looked at needs, one of them takes the rest.

A width that a clerk chose stays. Columns grow while a list is scrolled and never shrink, so that
nothing moves to and fro under the eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.ui.kit.table import Column, TableModel
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    from app.ui.kit.table_view import TableView

PADDING = 10
_MARK = 24
_LEAST_ROOM = 140


class ColumnFit(QObject):
    """Keeps the columns of a table fitting; ``chosen`` are those whose width a clerk set."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        self._text_size = theme().text_size
        self._is_fitting = False
        self._needed: dict[int, int] = {}
        self._roomy: int | None = None
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
        shown = [
            place for place in range(len(model.columns)) if not self._table.isColumnHidden(place)
        ]
        roomy = self._roomy_of(shown)
        for place in shown:
            if place not in self.chosen and place != roomy:
                self._set(place, self._need(model, place))
        if roomy is not None and roomy not in self.chosen:
            others = sum(self._table.columnWidth(place) for place in shown if place != roomy)
            room = self._table.viewport().width() - others
            self._set(roomy, max(room, self._least(model.columns[roomy], roomy)))

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
        is_short = column.right or column.is_pill
        return needed if is_short else min(needed, max(least, px(column.width * 3 // 2)))

    def _widest(self, model: TableModel[Any], place: int) -> int:
        metrics, column, px = self._table.fontMetrics(), model.columns[place], theme().px
        around = px(2 * PADDING + (_MARK if column.icon or column.is_pill else 0)) + 2
        texts = (model.cell(row, place).text for row in self._table.rows_in_sight())
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + around

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
