"""Columns as a clerk likes them: their order, width and which are shown, kept per list."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.ui.kit.settings import Settings
from app.ui.kit.table import Column
from app.ui.kit.table_view import TableView
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_REST = 400


class ColumnMemory(QObject):
    """Puts the columns of a table as they were left, and remembers every change."""

    def __init__(
        self, table: TableView, columns: tuple[Column[Any], ...], name: str, settings: Settings
    ) -> None:
        super().__init__(table)
        self._table = table
        self._columns = columns
        self._name = name
        self._settings = settings
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self._keep)
        self._restore(settings.now.columns.get(name, ()))
        line = table.horizontalHeader()
        line.sectionResized.connect(self._resized)
        line.sectionMoved.connect(self._changed)

    def menu(self) -> QMenu:
        """Return the column chooser."""
        menu = QMenu(_("Columns"), self._table)
        for place, column in enumerate(self._columns):
            entry = QAction(_(column.title), menu)
            entry.setCheckable(True)
            entry.setChecked(self._table.fit.shows(place))
            entry.setEnabled(entry.isChecked() is False or len(self.shown()) > 1)
            entry.triggered.connect(partial(self._toggle, place))
            menu.addAction(entry)
        menu.addSeparator()
        fit = menu.addAction(_("Fit to contents"))
        fit.triggered.connect(self._table.resizeColumnsToContents)
        reset = menu.addAction(_("Back to the usual columns"))
        reset.triggered.connect(self.reset)
        return menu

    def shown(self) -> tuple[Column[Any], ...]:
        """Return the columns that are shown, in the order of the screen."""
        return tuple(
            self._columns[place] for place in self._order() if self._table.fit.shows(place)
        )

    def reset(self) -> None:
        """Put every column back as the list was made."""
        self.put(self.usual())

    def usual(self) -> tuple[str, ...]:
        """Return the columns as the list was made."""
        return tuple(_entry(one, 0, one.is_hidden) for one in self._columns)

    def _order(self) -> list[int]:
        line = self._table.horizontalHeader()
        return [line.logicalIndex(place) for place in range(len(self._columns))]

    def _toggle(self, place: int, is_checked: object = None) -> None:
        self._table.fit.want(place, wanted=not self._table.fit.shows(place))
        self._table.fit.fit()
        self._changed()

    def _resized(self) -> None:
        if not self._table.fit.is_fitting:
            self._changed()

    def _changed(self) -> None:
        self._pause.start()

    def now(self) -> tuple[str, ...]:
        """Return order, widths and what is hidden, as they are kept."""
        return tuple(
            _entry(self._columns[place], self._width(place), not self._table.fit.shows(place))
            for place in self._order()
        )

    def put(self, kept: tuple[str, ...]) -> None:
        """Put the columns as they were kept; those without a width fit."""
        self._table.fit.forget()
        self._restore(kept)
        self._changed()

    def _keep(self) -> None:
        self._settings.change(columns={**self._settings.now.columns, self._name: self.now()})

    def _width(self, place: int) -> int:
        """Return the width that a clerk chose, at the usual text size; 0 where it fits."""
        if place not in self._table.fit.chosen:
            return 0
        return self._table.columnWidth(place) * 100 // theme().text_size

    def _restore(self, kept: tuple[str, ...]) -> None:
        line = self._table.horizontalHeader()
        places = {column.key: place for place, column in enumerate(self._columns)}
        target = 0
        for entry in kept:
            key, _colon, width = entry.removeprefix("-").partition(":")
            if key in places and width.isdigit():
                place = places[key]
                line.moveSection(line.visualIndex(place), target)
                self._table.fit.want(place, wanted=not entry.startswith("-"))
                if int(width):
                    self._table.fit.choose(place, theme().px(int(width)))
                target += 1
        self._table.fit.fit()


def _entry(column: Column[Any], width: int, is_hidden: object) -> str:
    return f"{'-' if is_hidden else ''}{column.key}:{width}"
