"""The list page: title, search, chips, table, count, details and empty state, from one Listing.

    class ContactsTab(ListPage[ContactRow]):
        def __init__(self, shell: Shell) -> None:
            super().__init__(shell, LISTING)
            self.opened.connect(self._open)             # id, by Enter or double click
            self.chosen.connect(self._preview)          # id, a moment after the cursor rests
            shell.book.offer(self, {"contact.new": self._new})
            self.set_details(self._beside)

The first rows come at once, the whole order of ids a moment later; a change of the listing's
tables asks again without losing the cursor.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Generic

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.admin.views import SavedView
from app.domain.shared.money import Money
from app.domain.shared.paging import Spine, View
from app.ui.kit.columns import ColumnMemory
from app.ui.kit.copying import copied
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.filter_bar import FilterBar
from app.ui.kit.focus import lead_to
from app.ui.kit.icons import icon
from app.ui.kit.listing import FIRST_PAGE, Empty, Listing
from app.ui.kit.page_bar import PageBar
from app.ui.kit.saved_views import SavedViews
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer, Row, TableModel
from app.ui.kit.table_view import TableView
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

_GLANCE = 80
_ROOM_FOR_BOTH = 700


class ListPage(QWidget, Generic[Row]):
    """A list of records that finds, filters, sorts, copies and opens."""

    opened = Signal(object)
    chosen = Signal(object)
    shown = Signal(object)
    module = ""
    """Whose verbs single letters are; those of the list's own name where it is empty."""

    def __init__(self, shell: Shell, listing: Listing[Row]) -> None:
        super().__init__()
        self.shell = shell
        self.listing = listing
        self._sort = (listing.sort, listing.is_descending)
        self._wanted: int | None = None
        self._shelves: dict[str, EmptyState] = {}
        self._is_full = False
        self._beside: QWidget | None = None
        self._details: QWidget | None = None
        self._parts = (0, 0)
        self._is_beside_wanted = True
        self._room_for_both = _ROOM_FOR_BOTH
        self.model: TableModel[Row] = TableModel(listing.columns, self._fetch, self)
        self.table = TableView(_(listing.title))
        self.table.use(self.model)
        self.table.show_sort(listing.sort, falling=listing.is_descending)
        self.memory = ColumnMemory(self.table, listing.columns, listing.name, shell.settings)
        hint = _("Find in {list}", list=_(listing.title))
        self.filters = FilterBar(listing.filters, hint, listing.every)
        self.filters.put("", listing.begins)
        self.views = SavedViews(self, shell, listing.name, self._as_view)
        self.views.usual = replace(self.views.usual, columns=self.memory.usual())
        self.views.chosen.connect(self.use)
        self._glance = QTimer(self)
        self._glance.setSingleShot(True)
        self._glance.setInterval(_GLANCE)
        self._lay_out()
        lead_to(self, self.table)
        self._connect()
        self._ask_first()

    def view(self) -> View:
        """Return what is asked for now."""
        return View(self.filters.words, self.filters.states, *self._sort)

    def refresh(self) -> None:
        """Ask for the list from its beginning: the first rows at once, then all ids."""
        self._is_full = False
        self.ask_first()
        self.ask_spine()

    def ask_first(self) -> None:
        """Ask for the first rows."""
        page = self.listing.source.page
        if page is not None:
            self.shell.client.ask(self._show_first, page, self.view(), FIRST_PAGE)

    def ask_spine(self) -> None:
        """Ask for the whole order."""
        self.shell.client.ask(self._show, self.listing.source.spine, self.view())

    def _ask_first(self) -> None:
        """Show the rows that came with the office, and ask for the rest; else ask for all."""
        rows = self.shell.first.pop(self.listing.name, ())
        if rows:
            self._show_first(rows)
            self.shell.client.ask(self._show, self.listing.source.spine, self.view())
        else:
            self.refresh()

    def choose(self, record: int) -> None:
        """Put the cursor on a record now, or as soon as it is in the list."""
        self._wanted = None if self.table.choose(record) else record

    def use(self, view: SavedView) -> None:
        """Show the list as a saved view says; what the list does not know is left as usual."""
        known = {column.sort for column in self.listing.columns if column.sort}
        is_known = view.sort in known
        usual = (self.listing.sort, self.listing.is_descending)
        self._sort = (view.sort, view.is_descending) if is_known else usual
        self.table.show_sort(self._sort[0], falling=self._sort[1])
        self.memory.put(view.columns)
        self.filters.put(view.words, view.states)

    def set_details(self, details: QWidget, needed: int = 0, least: int = 0) -> None:
        """Show a widget beside the table.

        The list has what its columns need and the widget the rest, which is so much at the least,
        until the clerk draws the line elsewhere.
        """
        self._details = details
        self._parts = (needed, least)
        self.splitter.splitterMoved.connect(self._keep_parts)
        self.splitter.addWidget(details)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)

    def share(self, needed: int, least: int) -> None:
        """Give the list what its columns need, and the card the rest, within limits.

        Where columns would have to give way by more than a fifth, the list stands alone.
        """
        self._room_for_both = needed * 4 // 5 + least
        self._fit_details()
        whole, px = self.splitter.width(), theme().px
        card = min(max(whole - px(needed), px(least)), whole * 2 // 5)
        self.splitter.setSizes([whole - card, card])

    def show_details(self, details: QWidget, *, wanted: bool) -> None:
        """Show a card beside the table, as long as there is room for both."""
        self._beside, self._is_beside_wanted = details, wanted
        self._fit_details()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_details()
        needed, least = self._parts
        if needed:
            self.share(needed, least)

    def _keep_parts(self) -> None:
        """Leave the parts as the clerk has drawn them."""
        self._parts = (0, 0)

    def _fit_details(self) -> None:
        if self._beside is not None:
            has_room = self.width() >= theme().px(self._room_for_both)
            self._beside.setVisible(self._is_beside_wanted and has_room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.text() == "/":
            self._find()
        elif not (event.text() and not held and self._is_verb(event.text())):
            super().keyPressEvent(event)

    def _is_verb(self, letter: str) -> bool:
        module = self.module or self.listing.name
        return self.table.hasFocus() and self.shell.book.press(letter, module)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), 0)
        column.setSpacing(px(12))
        self.head = self._head()
        column.addWidget(self.head)
        column.addWidget(self.filters)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(px(9))
        self.splitter.addWidget(self._stack)
        column.addWidget(self.splitter, 1)

    def _head(self) -> PageBar:
        head = PageBar(_(self.listing.title), self.shell.book, self.listing.buttons)
        self._chooser = QToolButton()
        self._chooser.setIcon(icon("columns"))
        self._chooser.setAccessibleName(_("Columns"))
        self._chooser.setToolTip(_("Columns"))
        self._viewer = QToolButton()
        self._viewer.setIcon(icon("star"))
        self._viewer.setAccessibleName(_("Saved views"))
        self._viewer.setToolTip(_("Saved views"))
        head.add(self._viewer)
        head.add(self._chooser)
        return head

    @cached_property
    def empty(self) -> EmptyState:
        """What is said of an empty list; made when there is nothing in it."""
        return self._face(self.listing.empty)

    def _face(self, empty: Empty) -> EmptyState:
        buttons = tuple(
            self.shell.book.button(name, primary=name == empty.actions[0]) for name in empty.actions
        )
        state = EmptyState(empty.icon, _(empty.title), _(empty.text), buttons)
        self._stack.addWidget(state)
        return state

    def _nothing(self) -> EmptyState:
        """Return what is said where there is no row: of the list, a shelf, or what was asked."""
        states = self.filters.states
        if self.filters.words or len(states) > 1:
            return self._no_hits
        if not states:
            return self.empty
        if states[0] not in self.listing.shelves:
            return self._no_hits
        if states[0] not in self._shelves:
            self._shelves[states[0]] = self._face(self.listing.shelves[states[0]])
        return self._shelves[states[0]]

    @cached_property
    def _no_hits(self) -> EmptyState:
        button = QPushButton(_("Show everything"))
        button.clicked.connect(self.filters.clear)
        state = EmptyState(
            "search", _("Nothing found"), _("No row fits the search and the chips."), (button,)
        )
        self._stack.addWidget(state)
        return state

    def _connect(self) -> None:
        self.shell.client.changed.connect(self._changed)
        self.filters.changed.connect(self.refresh)
        self.filters.left.connect(self._enter_table)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._glanced)
        self.table.sorted.connect(self._sorted)
        self.shell.book.offer(
            self,
            {
                "list.copy": self.copy,
                "list.find": self._find,
                "list.columns": self._choose_columns,
                "list.refresh": self.refresh,
                "list.views": self._choose_view,
                "list.save-view": self.views.ask_name,
            },
        )
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.horizontalHeader().customContextMenuRequested.connect(self._choose_columns)
        self._chooser.clicked.connect(self._choose_columns)
        self._viewer.clicked.connect(self._choose_view)
        self._glance.timeout.connect(self._tell_chosen)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[Row]) -> None:
        self.shell.client.ask_each(answer, self.listing.source.rows, ids)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self.ask_spine()

    def _show_first(self, rows: Sequence[Row]) -> None:
        if not self._is_full:
            self.model.show_first(rows)
            self._settle(is_full=len(rows) < FIRST_PAGE)

    def _show(self, spine: Spine) -> None:
        self._is_full = True
        kept = self._wanted if self._wanted is not None else self.table.chosen_id()
        place = self.table.verticalScrollBar().value()
        self.model.show(spine if isinstance(spine, array) else array("q", spine))
        if self.table.chosen_id() != kept and kept is not None:
            self._wanted = None
            self.table.choose(kept)
            self.table.verticalScrollBar().setValue(place)
        self._settle(is_full=True)

    def _settle(self, *, is_full: bool) -> None:
        count = self.model.rowCount()
        is_narrowed = bool(self.filters.words or self.filters.states)
        face = self.table if count else self._nothing()
        self._stack.setCurrentWidget(face)
        lead_to(self, face)
        self.filters.setVisible(bool(count) or is_narrowed)
        self.filters.count.setText(self.listing.counted(count) if is_full else "")
        if is_full and count and self.listing.source.sums is not None:
            self.shell.client.ask(self._show_sums, self.listing.source.sums, self.view())
        if count and not self.table.selectionModel().hasSelection():
            # A table that was waiting with the keyboard has a cursor by now, on no chosen row.
            self.table.choose_row(max(self.table.currentIndex().row(), 0))
        if is_full:
            self.shown.emit(count)

    def _show_sums(self, sums: Sequence[Money]) -> None:
        """Say beside the number of rows what they come to."""
        told = [formats().money(one.minor, one.currency) for one in sums]
        counted = self.listing.counted(self.model.rowCount())
        self.filters.count.setText(" · ".join((counted, *told)))

    def _sorted(self, sort: str, is_descending: object) -> None:
        self._sort = (sort, bool(is_descending))
        self.refresh()

    def _find(self) -> None:
        self.filters.box.setFocus()
        self.filters.box.selectAll()

    def _enter_table(self) -> None:
        self.table.setFocus()

    def _glanced(self, record: object) -> None:
        self._glance.start()

    def _tell_chosen(self) -> None:
        record = self.table.chosen_id()
        if record is not None:
            self.chosen.emit(record)

    def _menu(self, place: QPoint) -> None:
        if self.listing.verbs and self.table.indexAt(place).isValid():
            menu = self.shell.book.menu(self.listing.verbs, self.table)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _choose_columns(self) -> None:
        menu = self.memory.menu()
        menu.popup(self._chooser.mapToGlobal(self._chooser.rect().bottomLeft()))

    def _as_view(self) -> SavedView:
        order = self._sort
        return SavedView("", self.filters.words, self.filters.states, *order, self.memory.now())

    def _choose_view(self) -> None:
        self.views.open_at(self._viewer.mapToGlobal(self._viewer.rect().bottomLeft()))

    def copy(self) -> None:
        """Copy the selected rows for a spreadsheet."""
        ids = self.table.selected_ids()
        self.shell.client.ask(self._copied, self.listing.source.rows, ids)

    def _copied(self, rows: Sequence[Any]) -> None:
        QGuiApplication.clipboard().setMimeData(copied(self.memory.shown(), rows))
        count = len(rows)
        self.shell.say(many("{n} row copied", "{n} rows copied", count))
