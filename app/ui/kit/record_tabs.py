"""Record tabs: on top of a module, its list first and then every record that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from app.ui.kit.focus import enter, leads
from app.ui.kit.icons import icon
from app.ui.kit.sheets import record_bar
from app.ui.kit.shell import RecordPage
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_WIDEST = 220
"""How wide a name on a tab is at most; the whole is told when the pointer rests on it."""


class RecordTabs(QWidget):
    """A list that cannot be closed, and records that can; ``•`` marks what is not yet kept.

    A new page gets the keyboard at its focus proxy, if it has one.
    """

    shown = Signal(object)
    listed = Signal()

    def __init__(self, title: str, home: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self._names: dict[QWidget, str] = {home: title}
        self.bar = QTabBar()
        self.bar.setDocumentMode(True)
        self.bar.setExpanding(False)
        self.bar.setMovable(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName(_("Open records"))
        self.bar.addTab(title)
        self.bar.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_alone(self.bar))
        column.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._show)
        theme().dress(self.bar, record_bar)

    @property
    def current(self) -> QWidget:
        """The page that is shown."""
        return self._stack.currentWidget() or self.home

    def pages(self) -> tuple[RecordPage, ...]:
        """Return the open records, from left to right."""
        pages = (self._stack.widget(place) for place in range(1, self._stack.count()))
        return tuple(page for page in pages if isinstance(page, RecordPage))

    def show_record(self, kind: str, record: int | None, make: Callable[[], RecordPage]) -> None:
        """Show a record, in the tab where it is open already or in a new one."""
        for place, page in enumerate(self.pages(), start=1):
            if record is not None and (page.kind, page.record) == (kind, record):
                self.bar.setCurrentIndex(place)
                return
        page = make()
        self._names[page] = ""
        self._stack.addWidget(page)
        place = self.bar.addTab("")
        self.bar.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._closer(page))
        page.titled.connect(partial(self._rename, page))
        page.marked.connect(partial(self._mark, page))
        page.turned.connect(self._turned)
        page.finished.connect(partial(self.close_page, page))
        self._rename(page, page.windowTitle())
        self.bar.show()
        self.bar.setCurrentIndex(place)
        if leads(page):
            enter(page)

    def show_page(self, page: QWidget) -> None:
        """Show the list or a record that is open."""
        self.bar.setCurrentIndex(max(self._stack.indexOf(page), 0))

    def holds(self, page: QWidget) -> bool:
        """Say whether this is the list or a record that is open."""
        return Shiboken.isValid(page) and self._stack.indexOf(page) >= 0

    def step(self, by: int) -> None:
        """Go to the next tab or the one before, around the ends."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def close_current(self) -> None:
        """Close the record that is shown; the list stays."""
        if isinstance(self.current, RecordPage):
            self.close_page(self.current)

    def close_page(self, page: RecordPage) -> None:
        """Keep what was typed, and close the tab."""
        place = self._stack.indexOf(page)
        if place < 1:
            return
        page.flush()
        page.shell.let_go(page)
        was_current = place == self.bar.currentIndex()
        self._names.pop(page, None)
        self._stack.removeWidget(page)
        self.bar.removeTab(place)
        page.deleteLater()
        self.bar.setVisible(self.bar.count() > 1)
        if was_current:
            self._show(self.bar.currentIndex())
            enter(self.current)

    def _show(self, place: int) -> None:
        if 0 <= place < self._stack.count():
            self._stack.setCurrentIndex(place)
            if place == 0 and leads(self.home):
                enter(self.home)
            self.shown.emit(self.current)

    def _turned(self) -> None:
        self.shown.emit(self.current)

    def _rename(self, page: RecordPage, title: str) -> None:
        self._names[page] = title or _("New")
        self._write(page, is_marked=False)

    def _mark(self, page: RecordPage, is_marked: object) -> None:
        self._write(page, is_marked=bool(is_marked))

    def _write(self, page: RecordPage, *, is_marked: bool) -> None:
        place = self._stack.indexOf(page)
        if place > 0:
            name = self._names[page]
            room, cut = theme().px(_WIDEST), Qt.TextElideMode.ElideRight
            short = self.bar.fontMetrics().elidedText(name, cut, room)
            told = short.replace("&", "&&")
            self.bar.setTabText(place, f"• {told}" if is_marked else told)
            self.bar.setTabToolTip(place, name if short != name else "")
            self.bar.setAccessibleTabName(
                place, _("{name}, not yet kept", name=name) if is_marked else name
            )

    def _closer(self, page: RecordPage) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("x", "muted"))
        button.setAutoRaise(True)
        button.setAccessibleName(_("Close"))
        button.setToolTip(_("Close"))
        button.clicked.connect(partial(self.close_page, page))
        return button


def _alone(bar: QTabBar) -> QWidget:
    """Return a widget that holds nothing but the bar.

    Qt marks the parent of a tab bar that wears a sheet as if it wore one too, and no longer hands
    the colours of another look down to what lies in it.
    """
    holder = QWidget()
    row = QVBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(bar)
    return holder
