"""The archive: its places, the documents of the one that is chosen, and the chosen document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

from app.domain.archive.document import DocumentState, Sealed
from app.domain.archive.row import DocumentRow
from app.domain.archive.saved import SavedQuery
from app.domain.shared.ids import DocumentId
from app.services import documents, filing, folders, kinds
from app.services.filing import Counted
from app.services.folders import Filled
from app.services.kinds import Sorting
from app.ui.archive.again import ask_again
from app.ui.archive.exporting import ask_where
from app.ui.archive.finding_page import FindingPage
from app.ui.archive.holds_page import place_hold
from app.ui.archive.inbox_notes import InboxNotes
from app.ui.archive.listing import (
    EMPTY,
    EMPTY_FOLDER,
    EMPTY_INBOX,
    EMPTY_PLACE,
    EMPTY_TRASH,
    NOT_FOUND,
)
from app.ui.archive.many import ask_for_many
from app.ui.archive.places import FILE, FOLDER_VERBS, INBOX, TRASH, Place, folder_places, places
from app.ui.archive.saved_folders import SavedFolders
from app.ui.archive.stepping import Stepping
from app.ui.archive.taking_back import TakingBack
from app.ui.archive.verbs import Verbs
from app.ui.kit.listing import Empty
from app.ui.kit.progress import ProgressLine
from app.ui.kit.shell import Shell
from app.ui.kit.taking_in import Intake, can_take
from app.ui.kit.texts import _

_KINDS = frozenset({"document_type", "tag", "custom_field"})
_PLACES = frozenset({"document", "document_tag"}) | _KINDS
_LINKS = frozenset({"document", "document_tag", "document_link", "document_version", "legal_hold"})


class ArchiveTab(FindingPage):
    """Lists documents, shows the chosen one, moves them, and keeps what is sought as folders."""

    def __init__(self, shell: Shell) -> None:
        self._counted: Counted | None = None
        self._folders: tuple[SavedQuery, ...] = ()
        self._filled: tuple[Filled, ...] = ()
        super().__init__(shell)
        self.verbs = Verbs(shell, self, self.card, self._chosen_ids)
        self.steps = Stepping(shell, self)
        self.saved = SavedFolders(shell, self)
        self.progress = ProgressLine()
        self.notes = InboxNotes(shell)
        self.intake = Intake(shell, self)
        self.taking_back = TakingBack(shell, self)
        self._put_together()
        self._offer()
        shell.client.ask(self._learn, kinds.sorting)
        shell.client.ask(self._know_folders, folders.folders)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._trash()
        elif event.key() == Qt.Key.Key_Left and self.table.hasFocus():
            self.show_places()
        else:
            super().keyPressEvent(event)

    def _put_together(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.progress)
        layout.insertWidget(1, self.notes)  # type: ignore[attr-defined]  # a column
        self.filters.changed.connect(self.saved.allow)
        self.places.chosen.connect(self._follow)
        self.places.asked.connect(self._do)
        self.places.menu_wanted.connect(self._show_menu)
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
            **self.saved.slots(),
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
            "archive.query-help": self.show_help,
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
            "document.letter": self._register_letter,
        }
        self.shell.book.offer(self, slots)
        self._fit(None)

    def _register_letter(self) -> None:
        record = self.table.chosen_id()
        if record is not None:
            self.shell.open("letter-of-document", record)

    def _learn(self, sorting: Sorting) -> None:
        self.naming.learn(sorting)
        self.model.refresh()
        self._ask_places()

    def _ask_places(self) -> None:
        self.shell.client.ask(self._fill_places, filing.counted)
        if self._folders:
            self.shell.client.ask(self._count_folders, folders.filled)

    def _fill_places(self, counted: Counted) -> None:
        self._counted = counted
        self.shell.count("archive", counted.of(DocumentState.INBOX))
        self._show_places()

    def _know_folders(self, kept: tuple[SavedQuery, ...]) -> None:
        self._folders = kept
        self.saved.folders = kept
        self._show_places()
        if kept:
            self.shell.client.ask(self._count_folders, folders.filled)

    def _count_folders(self, filled: tuple[Filled, ...]) -> None:
        self._filled = filled
        self._show_places()

    def _show_places(self) -> None:
        if self._counted is not None:
            kept = tuple(folder_places(self._folders, self._filled))
            self.places.fill(tuple(places(self.naming, self._counted, kept)))
            self.saved.go_on()

    def _do(self, name: str) -> None:
        self.shell.book.action(name).trigger()

    def _show_menu(self, place: QPoint) -> None:
        self.shell.book.menu(FOLDER_VERBS, self.places).popup(place)

    def _follow(self, place: Place) -> None:
        self.notes.show_at(inbox=place.key == INBOX)
        self.saved.allow()

    def _go_to_inbox(self) -> None:
        self.places.go(INBOX)
        self.leave_places()

    def _show_taken(self, _received: object) -> None:
        self._go_to_inbox()

    def _go_to_file(self) -> None:
        self.places.go(FILE)
        self.leave_places()

    def _news(self, tables: frozenset[str]) -> None:
        if "saved_query" in tables:
            self.shell.client.ask(self._know_folders, folders.folders)
        if tables & _KINDS:
            self.shell.client.ask(self._learn, kinds.sorting)
        elif tables & _PLACES:
            self._ask_places()
        if tables & _LINKS:
            self.look_at(self.table.chosen_id())

    def _settled(self, count: object) -> None:
        if not count:
            self.card.clear()
            self._say_why_empty()
        self.show_details(self.card, wanted=bool(count))

    def _say_why_empty(self) -> None:
        if self.is_seeking:
            self._no_hits.say(NOT_FOUND.icon, _(NOT_FOUND.title), _(NOT_FOUND.text))
        empty = EMPTY_FOLDER if self.place.folder is not None else _empty_of(self.place)
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

    def _trash(self) -> None:
        """Put what is chosen into the trash, or say why it stays."""
        document, action = self.card.document, self.shell.book.action("document.trash")
        if document is not None and document.is_sealed and not action.isEnabled():
            self.shell.refuse(Sealed(document=document.title))
        action.trigger()

    def _open(self, record: int) -> None:
        self.shell.open("document", record)

    def _open_chosen(self) -> None:
        record = self.table.chosen_id()
        if record is not None:
            self._open(record)


def _empty_of(place: Place) -> Empty:
    return {INBOX: EMPTY_INBOX, FILE: EMPTY, TRASH: EMPTY_TRASH}.get(place.key, EMPTY_PLACE)
