"""A shelf: a section of a module with a short table of what is kept, each opened in a tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.empty_state import EmptyState
from app.ui.kit.focus import lead_to
from app.ui.kit.history import Deed
from app.ui.kit.listing import Empty
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column, Row
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk

NEW, OPEN, AWAY = "letter.write", "letter.open", "letter.file"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The actions of a shelf, by the names of its module's."""

    module: str = "letters"
    new: str = NEW
    open: str = OPEN
    away: str = AWAY


OF_LETTERS = Verbs()

Move = Callable[["Desk", Any, int], Any]


@dataclass(frozen=True, slots=True)
class Moves(Generic[Row]):
    """How one is taken out of use and back, what it is called, and its id and version."""

    put_away: Move
    take_back: Move
    name: Callable[[Row], str]
    known: Callable[[Any], tuple[int, int]] = attrgetter("id", "version")


@dataclass(frozen=True, slots=True)
class Kept(Generic[Row]):
    """What a shelf shows: ``new`` is what Ctrl+N is called there, ``room`` the widest column.

    Without ``moves`` nothing is put away there.
    """

    kind: str
    title: str
    new: str
    columns: tuple[Column[Row], ...]
    room: str
    read: Callable[[Desk], Sequence[Row]]
    tables: frozenset[str]
    empty: Empty
    moves: Moves[Row] | None = None
    verbs: Verbs = OF_LETTERS


class Shelf(QWidget, Generic[Row]):
    """Lists what is kept; Enter opens one, Ctrl+N begins another."""

    def __init__(self, shell: Shell, strip: Strip, kept: Kept[Row]) -> None:
        super().__init__()
        self.shell = shell
        self.kept = kept
        self.head = PageBar(_(kept.title), shell.book)
        self.head.lead(strip)
        self.head.add(shell.book.button(kept.verbs.new, primary=True))
        self.table: ShortTable[Row] = ShortTable(_(kept.title), kept.columns)
        self.table.give_room(kept.room)
        self.table.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.empty = EmptyState(
            kept.empty.icon,
            _(kept.empty.title),
            _(kept.empty.text),
            (shell.book.button(kept.verbs.new, primary=True),),
        )
        self._stack.addWidget(self.empty)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        lead_to(self, self.table)
        self._offer()
        if kept.moves is not None:
            shell.book.offer(self, {kept.verbs.away: self.put_away})
        shell.client.changed.connect(self._news)
        self.refresh()

    def begin(self) -> None:
        """Begin a new one, in a tab of its own."""
        self.shell.open(self.kept.kind, None)

    def put_away(self) -> None:
        """Take the chosen one out of use; what was written with it stays."""
        row, moves = self.chosen(), self.kept.moves
        if row is not None and moves is not None:
            answer = partial(self._went, moves)
            self.shell.client.do(answer, moves.put_away, *moves.known(row))

    def _went(self, moves: Moves[Row], row: Row) -> None:
        self.shell.did(went(moves, row))
        self.table.setFocus()

    def refresh(self) -> None:
        """Ask for what is kept."""
        self.shell.client.ask(self._show, self.kept.read)

    def chosen(self) -> Row | None:
        """Return the row under the cursor."""
        return self.table.row_of(self.table.chosen_id() or 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not event.text().strip() or not self._is_verb(event.text()):
            super().keyPressEvent(event)

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, self.kept.verbs.module)

    def _offer(self) -> None:
        book, verbs = self.shell.book, self.kept.verbs
        slots: dict[str, Callable[[], object]] = {
            verbs.new: self.begin,
            verbs.open: self._open_chosen,
            "list.copy": self._copy,
            "list.refresh": self.refresh,
        }
        book.offer(self, slots)
        book.call(self, verbs.new, _(self.kept.new))

    def _show(self, rows: Sequence[Row]) -> None:
        self.table.show_rows(rows)
        face = self.table if rows else self.empty
        self._stack.setCurrentWidget(face)
        lead_to(self, face)
        for name in (self.kept.verbs.open, self.kept.verbs.away):
            self.shell.book.allow(self, name, allowed=bool(rows))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.kept.tables:
            self.refresh()

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(self.kept.kind, record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))


def went(moves: Moves[Row], row: Row) -> Deed:
    """Return that one was put away, which can be taken back."""
    text = _("{name} is put away", name=moves.name(row))
    return Deed(text, moves.take_back, moves.known(row), partial(came, moves))


def came(moves: Moves[Row], row: Row) -> Deed:
    """Return that one is in use again, which can be undone, too."""
    text = _("{name} is in use again", name=moves.name(row))
    return Deed(text, moves.put_away, moves.known(row), partial(went, moves))
