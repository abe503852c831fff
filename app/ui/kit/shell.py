"""The shell: what a tab may ask of the window around it.

    def __init__(self, shell: Shell) -> None:
        self._client = shell.client
        shell.book.offer(self, {"contact.new": self._new})
    shell.open("contact", contact_id)          # another module's record; None opens a new one
    shell.say(_("Nothing to print"))           # a line that goes by itself
    shell.did(Deed(_("Contact put away"), contacts.take_back, (ids,)))       # with undo
    shell.count("invoices", 3)                 # the counter on the west bar

Tabs never import each other: they ask the shell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from app.domain.shared.refusals import OfficeError
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.history import Deed, History
from app.ui.kit.settings import Settings
from app.ui.kit.spelling import Speller
from app.ui.kit.work import Work


@dataclass(frozen=True, slots=True)
class Note:
    """One line for the clerk that goes by itself; ``undo`` is offered for ten seconds."""

    text: str
    undo: Callable[[], object] | None = None
    is_bad: bool = False


class Shell(QObject):
    """The window as a tab sees it; the window listens to its signals.

    ``lacked(Lacking)`` asks for the ways out where a place holds less than is asked of it.
    ``looked(Looked)`` tells how watched folders were just now, ``look_wanted`` asks to look again,
    ``intake_failed(error)`` tells that the machine could take nothing in: its disk is full.
    ``exchange_wanted(Exchange)`` asks to close the office, change its folder and open it again.
    ``first`` holds the first rows of a list, by its name, that were read while the office was
    opened; who shows them takes them out.
    """

    wanted = Signal(str, object)
    noted = Signal(object)
    refused = Signal(object)
    lacked = Signal(object)
    counted = Signal(str, object)
    watched = Signal(object, str)
    looked = Signal(object)
    look_wanted = Signal()
    intake_failed = Signal(object)
    exchange_wanted = Signal(object)

    def __init__(
        self,
        client: OfficeClient,
        book: ActionBook,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.client = client
        self.book = book
        self.settings = settings
        self.speller = Speller(settings, client.lanes, self)
        client.stopped.connect(self.speller.close)
        self.history = History(client, self)
        self.history.told.connect(self.say)
        self.history.refused.connect(self.refuse)
        self.history.watched.connect(self.watch)
        self.first: dict[str, Sequence[Any]] = {}
        self._held: dict[tuple[str, int], QObject] = {}
        client.refused.connect(self.refuse)

    def hold(self, page: QObject, kind: str, entity: int) -> None:
        """Say that a page writes a record which may not be there yet, for as long as it is open."""
        self._held[kind, entity] = page

    def let_go(self, page: QObject) -> None:
        """Say that a page is being closed: what it wrote may go on in another."""
        self._held = {one: other for one, other in self._held.items() if other is not page}

    def held(self, kind: str) -> frozenset[int]:
        """Return the records of a kind that open pages write."""
        self._held = {one: page for one, page in self._held.items() if Shiboken.isValid(page)}
        return frozenset(entity for other, entity in self._held if other == kind)

    def today(self) -> date:
        """Return the day of the office."""
        return self.client.office.clock.today()

    def open(self, kind: str, record: int | None = None) -> None:
        """Open a record in the module that owns its kind; without an id a new one."""
        self.wanted.emit(kind, record)

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell the clerk what was done, and how to take it back."""
        self.noted.emit(Note(text, undo))

    def did(self, deed: Deed) -> None:
        """Tell the clerk what was done in the office, and remember how to take it back."""
        self.history.note(deed)
        self.say(deed.text, undo=self.history.undo)

    def refuse(self, error: OfficeError) -> None:
        """Tell the clerk what could not be done, why, and what to do."""
        self.client.told.add(error)
        self.refused.emit(error)

    def watch(self, work: Work, text: str) -> None:
        """Show how far long work is, with a way to cancel it."""
        self.watched.emit(work, text)

    def count(self, module: str, number: int) -> None:
        """Show a number beside the module's name; none for nought."""
        self.counted.emit(module, number)


class RecordPage(QWidget):
    """One open record: a tab on top of its module.

    Tell ``titled(str)`` when its name changes, ``marked(bool)`` when something is not yet kept
    (``•``), ``turned()`` when another part of it is shown, ``finished()`` when it wants to be
    closed.
    """

    titled = Signal(str)
    marked = Signal(object)
    turned = Signal()
    finished = Signal()

    def __init__(self, shell: Shell, kind: str, record: int | None = None) -> None:
        super().__init__()
        self.shell = shell
        self.kind = kind
        self.record = record

    @property
    def shown(self) -> tuple[QObject, ...]:
        """What offers actions here, the innermost first."""
        return (self,)

    def flush(self) -> None:
        """Keep what was typed now: the page or the window is about to close."""
