"""Folders: from where files come in by themselves, and what could not be taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.archive.receiving import (
    Afterwards,
    FolderForm,
    FolderKind,
    IntakeFolder,
    Outcome,
    Trouble,
)
from app.domain.shared.ids import DocumentTypeId, IntakeFolderId, TroubleId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import kinds, receiving
from app.services.kinds import Sorting
from app.services.rounds import FolderState, Looked
from app.services.taking import Taking
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Reply
from app.ui.kit.messages import sentence_of
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

KINDS = {FolderKind.WATCHED: mark("Folder"), FolderKind.SCANNER: mark("Scanner")}
AFTERWARDS = {
    Afterwards.MOVE: mark("Move into “Taken”"),
    Afterwards.DELETE: mark("Delete"),
    Afterwards.LEAVE: mark("Leave where it is"),
}
NO_TYPE = DocumentTypeId(0)


@dataclass(frozen=True, slots=True)
class FolderLine:
    """A folder as the page lists it, with its state at the last look."""

    folder: IntakeFolder
    state: FolderState | None = None

    @property
    def id(self) -> int:
        return self.folder.id


def state_text(line: FolderLine) -> str:
    """Return in a few words how a folder is."""
    form, state = line.folder.form, line.state
    if form.is_paused:
        return _("Paused")
    if state is None:
        return _("Not looked at yet")
    if not state.is_here:
        return _("On the computer {name}", name=form.machine)
    if state.is_gone:
        return _("Cannot be reached")
    return _("Watched")


def state_tone(line: FolderLine) -> str:
    """Return how good or bad the state of a folder is."""
    state = line.state
    if state is None or line.folder.form.is_paused or not state.is_here:
        return "muted"
    return "bad" if state.is_gone else "good"


def _looked_at(line: FolderLine) -> str:
    at = line.state.looked_at if line.state else None
    return formats().instant(at.astimezone()) if at else ""


FOLDERS: tuple[Column[FolderLine], ...] = (
    Column(mark("Folder"), lambda line: line.folder.form.path, width=260),
    Column(mark("Kind"), lambda line: _(KINDS[line.folder.form.kind]), width=90),
    Column(mark("State"), state_text, width=150, tone=state_tone),
    Column(mark("Last look"), _looked_at, width=150),
    Column(
        mark("Taken in"),
        lambda line: str(line.state.taken) if line.state and line.state.taken else "",
        right=True,
        width=90,
    ),
)
TROUBLES: tuple[Column[Trouble], ...] = (
    Column(mark("File"), lambda row: row.name, width=200),
    Column(
        mark("What happened"),
        lambda row: sentence_of(row.code, row.facts).what,
        width=280,
        tone=lambda row: "muted" if row.is_ignored else "",
    ),
    Column(mark("What to do"), lambda row: sentence_of(row.code, row.facts).todo, width=280),
    Column(mark("Seen"), lambda row: formats().instant(row.last_seen.astimezone()), width=150),
    Column(mark("State"), lambda row: _("Ignored") if row.is_ignored else "", width=90),
)


class FoldersPage(RecordPage):
    """Adds, changes, pauses and removes watched folders; tries again what failed, or ignores it."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, "intake-folders", record)
        self.folders: ShortTable[FolderLine] = ShortTable(_("Folders"), FOLDERS)
        self.troubles: ShortTable[Trouble] = ShortTable(_("Problems"), TROUBLES)
        self.sort = ChoiceEdit([(kind, _(text)) for kind, text in KINDS.items()])
        self.afterwards = ChoiceEdit([(way, _(text)) for way, text in AFTERWARDS.items()])
        self.type = ChoiceEdit([(NO_TYPE, _("None"))])
        self.told = plain_label(role="label")
        self._known: dict[int, FolderLine] = {}
        self._states: dict[IntakeFolderId, FolderState] = {}
        self._wrong: dict[int, Trouble] = {}
        self._none = EmptyState(
            "inbox",
            _("No folder is watched"),
            _("Files that a scanner or a program puts into a folder come into the inbox."),
        )
        self._lay_out()
        self._offer()
        shell.client.changed.connect(self._news)
        shell.looked.connect(self._looked)
        shell.client.ask(self._learn, kinds.sorting)
        self.refresh()

    def refresh(self) -> None:
        """Read folders and problems."""
        self.shell.client.ask(self._show_folders, receiving.folders)
        self.shell.client.ask(self._show_troubles, receiving.troubles)

    def watch(self, path: Path) -> None:
        """Watch a folder from now on."""
        self.shell.client.do(self._added, receiving.add_folder, FolderForm(str(path)))

    def _lay_out(self) -> None:
        px = theme().px
        names = ("folder.look", "folder.remove", "folder.pause", "folder.add")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PageBar(_("Folders and problems"), self.shell.book, names))
        column.addWidget(self._none)
        column.addWidget(self.folders, 2)
        column.addWidget(self._choices())
        column.addWidget(
            PageBar(_("Problems"), self.shell.book, ("trouble.ignore", "trouble.again"))
        )
        column.addWidget(self.troubles, 3)
        column.addWidget(self.told)
        self.folders.give_room("Folder")
        self.troubles.give_room("What to do")
        self.folders.chosen.connect(self._choose)
        self.troubles.chosen.connect(self._tell)
        for choice in (self.sort, self.afterwards, self.type):
            choice.activated.connect(self._change)
        lead_to(self, self.folders)

    def _choices(self) -> QWidget:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        named = (
            (_("Kind"), self.sort),
            (_("When it is taken in"), self.afterwards),
            (_("Type"), self.type),
        )
        for text, choice in named:
            choice.setAccessibleName(text)
            line.addWidget(plain_label(text, "label"))
            line.addWidget(choice)
        line.addStretch(1)
        whole = QWidget()
        whole.setLayout(line)
        theme().dress(whole, controls)
        return whole

    def _offer(self) -> None:
        self.shell.book.offer(
            self,
            {
                "folder.add": self._ask_folder,
                "folder.pause": self._pause,
                "folder.remove": self._remove,
                "folder.look": self.shell.look_wanted.emit,
                "trouble.again": self._again,
                "trouble.ignore": self._ignore,
            },
        )
        self._allow()

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, _("Choose the folder to watch"))
        if found:
            self.watch(Path(found))

    def _added(self, folder: IntakeFolder) -> None:
        self.shell.look_wanted.emit()

    def _learn(self, sorting: Sorting) -> None:
        named = [(one.id, one.name_in(language())) for one in sorting.types if not one.is_archived]
        self.type.offer([(NO_TYPE, _("None")), *named])
        self._choose(None)

    def _show_folders(self, folders: tuple[IntakeFolder, ...]) -> None:
        self.titled.emit(_("Folders and problems"))
        self._fill(folders)
        self._none.setVisible(not folders)
        self.folders.setVisible(bool(folders))
        self._choose(None)

    def _fill(self, folders: tuple[IntakeFolder, ...]) -> None:
        self._known = {one.id: FolderLine(one, self._states.get(one.id)) for one in folders}
        self.folders.show_rows(tuple(self._known.values()))

    def _show_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        self._wrong = {one.id: one for one in troubles}
        self.troubles.show_rows(troubles)
        self._tell(None)

    def _looked(self, looked: Looked) -> None:
        self._states = {one.folder.id: one for one in looked.states}
        self._fill(tuple(line.folder for line in self._known.values()))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"intake_folder", "intake_problem"}:
            self.refresh()

    def _folder(self) -> IntakeFolder | None:
        line = self._known.get(self.folders.chosen_id() or 0)
        return line.folder if line else None

    def _choose(self, _record: object) -> None:
        folder = self._folder()
        for choice in (self.sort, self.afterwards, self.type):
            choice.setEnabled(folder is not None)
        if folder is not None:
            self.sort.put(folder.form.kind)
            self.afterwards.put(folder.form.afterwards)
            self.type.put(folder.form.type_id or NO_TYPE)
        self._allow()

    def _allow(self, _record: object = None) -> None:
        folder, trouble = self._folder(), self._wrong.get(self.troubles.chosen_id() or 0)
        for name in ("folder.pause", "folder.remove"):
            self.shell.book.allow(self, name, allowed=folder is not None)
        self.shell.book.allow(self, "trouble.ignore", allowed=trouble is not None)
        self.shell.book.allow(self, "trouble.again", allowed=bool(trouble and trouble.path))

    def _tell(self, _record: object) -> None:
        trouble = self._wrong.get(self.troubles.chosen_id() or 0)
        found = sentence_of(trouble.code, trouble.facts) if trouble else None
        lines = (found.what, found.why, found.todo, trouble.path) if found and trouble else ()
        self.told.setText("\n".join(line for line in lines if line))
        self._allow()

    def _change(self, _index: int) -> None:
        folder = self._folder()
        if folder is not None:
            changed = replace(
                folder.form,
                kind=self.sort.value(),
                afterwards=self.afterwards.value(),
                type_id=self.type.value() or None,
            )
            self._save(folder, changed)

    def _pause(self) -> None:
        folder = self._folder()
        if folder is not None:
            self._save(folder, replace(folder.form, is_paused=not folder.form.is_paused))

    def _save(self, folder: IntakeFolder, form: FolderForm) -> None:
        client, known = self.shell.client, (folder.id, folder.version, form)
        client.do(self._added, receiving.change_folder, *known)

    def _remove(self) -> None:
        folder = self._folder()
        if folder is not None:
            self.shell.client.do(self._removed, receiving.remove_folder, folder.id)

    def _removed(self, _nothing: None) -> None:
        self.shell.say(_("The folder is no longer watched; its files and documents stay."))

    def _again(self) -> None:
        trouble = self._wrong.get(self.troubles.chosen_id() or 0)
        if trouble is None:
            return
        if trouble.folder_id is not None:
            self.shell.look_wanted.emit()
            return
        again = partial(Taking(self.shell.client.office).again, trouble.id)
        self.shell.client.lanes.long.run(again, Reply(self._tried, self._not_tried))

    def _tried(self, outcome: Outcome) -> None:
        count = len(outcome.received)
        if count:
            self.shell.say(many("{n} document came in", "{n} documents came in", count))
            self.shell.client.changed.emit(frozenset({"document", "intake_problem"}))
        self.refresh()

    def _not_tried(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self.shell.refuse(error)

    def _ignore(self) -> None:
        trouble = self._wrong.get(self.troubles.chosen_id() or 0)
        if trouble is not None:
            self.shell.client.do(self._ignored, receiving.ignore, TroubleId(trouble.id))

    def _ignored(self, _trouble: Trouble) -> None:
        self.refresh()
