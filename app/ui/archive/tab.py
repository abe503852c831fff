"""The archive: its places, the documents of the one that is chosen, and the chosen document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

from app.domain.archive.document import DocumentState
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.shared.ids import DocumentId
from app.services import documents, filing, kinds
from app.services.filing import Counted
from app.services.kinds import Sorting
from app.ui.archive.again import ask_again
from app.ui.archive.card import DocumentCard
from app.ui.archive.exporting import ask_where
from app.ui.archive.holds_page import place_hold
from app.ui.archive.inbox_notes import InboxNotes
from app.ui.archive.listing import (
    EMPTY,
    EMPTY_INBOX,
    EMPTY_PLACE,
    EMPTY_TRASH,
    SEALED,
    THIS_YEAR,
    listing,
)
from app.ui.archive.many import ask_for_many
from app.ui.archive.naming import Naming
from app.ui.archive.places import FILE, INBOX, TRASH, WAITING, Place, Places, places
from app.ui.archive.stepping import Stepping
from app.ui.archive.taking_back import TakingBack
from app.ui.archive.verbs import Verbs
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import FIRST_PAGE, Empty
from app.ui.kit.progress import ProgressLine
from app.ui.kit.shell import Shell
from app.ui.kit.taking_in import Intake, can_take
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_ROOM_FOR_PLACES = 660
"""Below this width, at the usual text size, places are shown only while they are asked for."""
_KINDS = frozenset({"document_type", "tag", "custom_field"})
_PLACES = frozenset({"document", "document_tag"}) | _KINDS
_LINKS = frozenset({"document", "document_tag", "document_link", "document_version", "legal_hold"})


class ArchiveTab(ListPage[DocumentRow]):
    """Lists documents, shows the chosen one, and moves them."""

    def __init__(self, shell: Shell) -> None:
        self.naming = Naming()
        self._place = Place(INBOX, "", wanted=WAITING)
        self._counted: Counted | None = None
        super().__init__(shell, listing(self.naming))
        self.places = Places()
        self.card = DocumentCard(shell, self.naming)
        self.verbs = Verbs(shell, self, self.card, self._chosen_ids)
        self.steps = Stepping(shell, self)
        self.progress = ProgressLine()
        self.notes = InboxNotes(shell)
        self.intake = Intake(shell, self)
        self.taking_back = TakingBack(shell, self)
        self._is_choosing = False
        self._put_together()
        self._offer()
        shell.client.ask(self._learn, kinds.sorting)

    def wanted(self) -> Wanted:
        """Return what the place and the chips ask for."""
        wanted, chips = self._place.wanted, self.filters.states
        if SEALED in chips:
            wanted = replace(wanted, is_sealed=True)
        if THIS_YEAR in chips:
            wanted = replace(wanted, since=date(self.shell.today().year, 1, 1))
        return wanted

    def ask_first(self) -> None:
        client, view = self.shell.client, self.view()
        client.ask(self._show_first, documents.first, view, FIRST_PAGE, self.wanted())

    def ask_spine(self) -> None:
        self.shell.client.ask(self._show, documents.spine, self.view(), self.wanted())

    def verify(self) -> None:
        """Read every document again, and show what comes of it where it is kept."""
        self.shell.open("proof", 0)
        self.shell.book.action("proof.begin").trigger()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.take(event.mimeData())
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_places()

    def _fit_places(self) -> None:
        """Show the places beside the list, or only while they are asked for where it is narrow."""
        has_room = self.width() >= theme().px(_ROOM_FOR_PLACES)
        self.places.setVisible(has_room or self._is_choosing)

    def show_places(self) -> None:
        """Give the keyboard to the places."""
        self._is_choosing = True
        self._fit_places()
        self.places.setFocus()

    def _leave_places(self) -> None:
        self._is_choosing = False
        self.table.setFocus()
        self._fit_places()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("document.trash").trigger()
        elif event.key() == Qt.Key.Key_Left and self.table.hasFocus():
            self.show_places()
        else:
            super().keyPressEvent(event)

    def _put_together(self) -> None:
        px = theme().px
        self.splitter.insertWidget(0, self.places)
        self.splitter.addWidget(self.card)
        for place, stretch in enumerate((0, 3, 2)):
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setSizes([px(150), px(520), px(350)])
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.progress)
        layout.insertWidget(1, self.notes)  # type: ignore[attr-defined]  # a column
        self.places.chosen.connect(self._go)
        self.places.left.connect(self._leave_places)
        self.chosen.connect(self._look_at)
        self.opened.connect(self._open)
        self.shown.connect(self._settled)
        self.card.told.connect(self._fit)
        self.shell.client.changed.connect(self._news)
        self.intake.began.connect(self.progress.watch)
        self.intake.took.connect(self._show_taken)
        self.setAcceptDrops(True)

    def _offer(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            **self.verbs.slots(),
            "document.take-in": self.intake.ask,
            "document.paste": self.intake.paste,
            "document.open": self._open_chosen,
            "document.source": self.card.open_source,
            "document.export": self._export,
            "document.change": self._change_many,
            "document.print": self.card.print_out,
            "archive.verify": self.verify,
            "archive.export": partial(ask_where, self.shell, self),
            "archive.take-back": self.taking_back.ask,
            "archive.arrange": partial(self.shell.open, "archive-kinds", 0),
            "archive.places": self.show_places,
            "archive.inbox": self._go_to_inbox,
            "archive.folders": partial(self.shell.open, "intake-folders", 0),
            "archive.filed": self._go_to_file,
            "archive.holds": partial(self.shell.open, "holds", 0),
            "archive.disposal": partial(self.shell.open, "disposal", 0),
            "archive.rules": partial(self.shell.open, "rules", 0),
            "archive.proof": partial(self.shell.open, "proof", 0),
            "archive.again": partial(ask_again, self.shell, self),
            "archive.missing": partial(self.shell.open, "missing", 0),
            "archive.to-do": partial(self.shell.open, "to-do", 0),
            "document.step": self._step,
            "archive.binders": partial(self.shell.open, "binders", 0),
            "archive.labels": partial(self.shell.open, "labels", 0),
            "document.hold": self._hold,
        }
        self.shell.book.offer(self, slots)
        self._fit(None)

    def _learn(self, sorting: Sorting) -> None:
        self.naming.learn(sorting)
        self.model.refresh()
        self._ask_places()

    def _ask_places(self) -> None:
        self.shell.client.ask(self._fill_places, filing.counted)

    def _fill_places(self, counted: Counted) -> None:
        self._counted = counted
        self.shell.count("archive", counted.of(DocumentState.INBOX))
        self.places.fill(tuple(places(self.naming, counted)))

    def _go(self, place: Place) -> None:
        was, self._place = self._place, place
        self.notes.show_at(inbox=place.key == INBOX)
        if place.wanted != was.wanted:
            self.table.scrollToTop()
            self.card.clear()
            self.refresh()

    def _go_to_inbox(self) -> None:
        self.places.go(INBOX)
        self._leave_places()

    def _show_taken(self, _received: object) -> None:
        self._go_to_inbox()

    def _go_to_file(self) -> None:
        self.places.go(FILE)
        self._leave_places()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _KINDS:
            self.shell.client.ask(self._learn, kinds.sorting)
        elif tables & _PLACES:
            self._ask_places()
        if tables & _LINKS:
            self._look_at(self.table.chosen_id())

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.card.ask(record)

    def _settled(self, count: object) -> None:
        if not count:
            self.card.clear()
            self._say_why_empty()
        self.show_details(self.card, wanted=bool(count))

    def _say_why_empty(self) -> None:
        empty = _empty_of(self._place)
        self.empty.say(empty.icon, _(empty.title), _(empty.text))

    def _fit(self, seen: object) -> None:
        document = self.card.document
        self.verbs.allow(document)
        for name in ("document.open", "document.export", "document.print", "document.change"):
            self.shell.book.allow(self, name, allowed=document is not None)
        self.shell.book.allow(self, "document.source", allowed=bool(self.card.links))

    def _chosen_ids(self) -> tuple[DocumentId, ...]:
        return tuple(DocumentId(one) for one in self.table.selected_ids())

    def _hold(self) -> None:
        self.shell.client.ask(self._ask_hold, documents.rows, self._chosen_ids())

    def _ask_hold(self, rows: tuple[DocumentRow, ...]) -> None:
        if rows:
            place_hold(self.shell, self, rows, self.naming)

    def _step(self) -> None:
        self.shell.client.ask(self._do_step, documents.rows, self._chosen_ids())

    def _do_step(self, rows: tuple[DocumentRow, ...]) -> None:
        self.steps.ask(rows, self.naming)

    def _export(self) -> None:
        if self.card.record is not None:
            self.verbs.export(self.card.record)

    def _change_many(self) -> None:
        if ids := self._chosen_ids():
            ask_for_many(self, self.shell, self.naming, ids)

    def _open(self, record: int) -> None:
        self.shell.open("document", record)

    def _open_chosen(self) -> None:
        record = self.table.chosen_id()
        if record is not None:
            self._open(record)


def _empty_of(place: Place) -> Empty:
    return {INBOX: EMPTY_INBOX, FILE: EMPTY, TRASH: EMPTY_TRASH}.get(place.key, EMPTY_PLACE)
