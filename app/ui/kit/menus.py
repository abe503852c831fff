"""The menu bar and the shortcut sheet, both written from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.actions import WINDOW, ActionBook
from app.ui.kit.ranking import rank
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls, menus
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

Groups = Sequence[tuple[str, str]]
_NATIVE = QKeySequence.SequenceFormat.NativeText


class Menus:
    """Fills a menu bar; the menu of the shown module holds that module's actions."""

    def __init__(self, bar: QMenuBar, book: ActionBook, groups: Groups) -> None:
        self._book = book
        self._menus = {name: bar.addMenu(_(title)) for name, title in groups}
        theme().dress(bar, menus)
        for menu in self._menus.values():
            theme().dress(menu, menus)
            menu.setToolTipsVisible(True)
        for name, row in book.rows.items():
            if row.context == WINDOW:
                self._add(self._menus[row.group], name)
        self.show_module("", "")

    def show_module(self, context: str, title: str) -> None:
        """Show the actions of a module in the record menu, under the module's title."""
        menu = self._menus["record"]
        menu.clear()
        for name, row in self._book.rows.items():
            if row.context == context:
                self._add(menu, name)
        menu.setTitle(title)
        menu.menuAction().setVisible(bool(context) and not menu.isEmpty())

    def _add(self, menu: QMenu, name: str) -> None:
        if self._book.rows[name].is_apart and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self._book.action(name))


class ShortcutSheet(QDialog):
    """Every shortcut, findable; F1 and Ctrl+/ open it."""

    def __init__(
        self, parent: QWidget, book: ActionBook, groups: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Shortcuts"))
        self._lines: list[tuple[str, tuple[QWidget, ...]]] = []
        self.box = QLineEdit()
        self.box.setPlaceholderText(_("Find a shortcut"))
        self.box.setAccessibleName(_("Find a shortcut"))
        self.box.textChanged.connect(self._narrow)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setHorizontalSpacing(theme().px(24))
        self._grid.setVerticalSpacing(theme().px(6))
        self._grid.setColumnStretch(0, 1)
        for group, title in groups:
            self._add_group(book, group, _(title).replace("&", ""))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = Scrolled(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme().px(20),) * 4)
        column.setSpacing(theme().px(12))
        column.addWidget(self.box)
        column.addWidget(area, 1)
        theme().dress(self, controls)
        self.resize(theme().px(560), theme().px(560))

    def _add_group(self, book: ActionBook, group: str, title: str) -> None:
        rows = [row for row in book.rows.values() if row.group == group]
        rows = [row for row in rows if row.shortcut or row.letter]
        if not rows:
            return
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setContentsMargins(0, theme().px(12) if self._lines else 0, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        for row in rows:
            keys = [QKeySequence(one).toString(_NATIVE) for one in (row.shortcut, row.also) if one]
            keys += [row.letter.upper()] if row.letter else []
            name, said = QLabel(_(row.text)), QLabel(_(" or ").join(keys))
            said.setProperty("role", "muted")
            place = self._grid.rowCount()
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(said, place, 1, Qt.AlignmentFlag.AlignRight)
            self._lines.append((f"{_(row.text)} {' '.join(keys)}", (name, said)))

    def _narrow(self, words: str) -> None:
        for text, widgets in self._lines:
            for widget in widgets:
                widget.setVisible(rank(words, text) > 0)
