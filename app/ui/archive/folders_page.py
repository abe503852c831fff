"""Folders: from where files come in by themselves, and what could not be taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.archive.pages import SplitAt
from app.domain.archive.receiving import Afterwards, FolderForm, FolderKind, IntakeFolder
from app.domain.shared.ids import DocumentTypeId, IntakeFolderId
from app.lang.texts import mark
from app.services import kinds, receiving
from app.services.kinds import Sorting
from app.services.rounds import FolderState, Looked
from app.ui.archive.problems_pane import ProblemsPane
from app.ui.kit.again import offering
from app.ui.kit.editor import CheckEdit
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.flow import Flow
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme

KINDS = {FolderKind.WATCHED: mark("Folder"), FolderKind.SCANNER: mark("Scanner")}
AFTERWARDS = {
    Afterwards.MOVE: mark("Move into “Taken”"),
    Afterwards.DELETE: mark("Delete"),
    Afterwards.LEAVE: mark("Leave where it is"),
}
SPLIT_AT = {
    SplitAt.SEPARATORS: mark("Separator sheets"),
    SplitAt.BLANKS: mark("Blank pages"),
    SplitAt.SERIALS: mark("Labels, which number documents"),
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
    Column(mark("Status"), state_text, width=150, tone=state_tone),
    Column(mark("Last look"), _looked_at, width=150),
    Column(
        mark("Taken in"),
        lambda line: str(line.state.taken) if line.state and line.state.taken else "",
        right=True,
        width=90,
    ),
)

_LOWEST = 120


class FoldersPage(RecordPage):
    """Adds, changes, pauses and removes watched folders; tries again what failed, or ignores it."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, "intake-folders", record)
        self.folders: ShortTable[FolderLine] = ShortTable(_("Folders"), FOLDERS)
        self.problems = ProblemsPane(shell)
        self.troubles = self.problems.table
        self.sort = ChoiceEdit([(kind, _(text)) for kind, text in KINDS.items()])
        self.afterwards = ChoiceEdit([(way, _(text)) for way, text in AFTERWARDS.items()])
        self.type = ChoiceEdit([(NO_TYPE, _("None"))])
        self.split = {where: CheckEdit(_(text)) for where, text in SPLIT_AT.items()}
        self._known: dict[int, FolderLine] = {}
        self._states: dict[IntakeFolderId, FolderState] = {}
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
        self.problems.refresh()

    def watch(self, path: Path) -> None:
        """Watch a folder from now on."""
        self.shell.client.do(self._added, receiving.add_folder, FolderForm(str(path)))

    def _lay_out(self) -> None:
        px = theme().px
        names = ("folder.look", "folder.add")
        inner = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inner))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PageBar(_("Folders and problems"), self.shell.book, names))
        column.addWidget(self._none)
        column.addWidget(self.folders, 2)
        column.addWidget(self._choices())
        column.addWidget(self._splits())
        column.addWidget(self.problems, 3)
        for table in (self.folders, self.problems.table):
            table.setMinimumHeight(px(_LOWEST))
        self.folders.give_room("Folder")
        self.folders.chosen.connect(self._choose)
        self.problems.chosen.connect(self._allow)
        for choice in (self.sort, self.afterwards, self.type):
            choice.activated.connect(self._change)
        for check in self.split.values():
            check.edited.connect(self._change)
        lead_to(self, self.folders)

    def _choices(self) -> QWidget:
        line = Flow(theme().px(12))
        named = (
            (_("Kind"), self.sort),
            (_("When it is taken in"), self.afterwards),
            (_("Type"), self.type),
        )
        for text, choice in named:
            choice.setAccessibleName(text)
            line.addWidget(_beside(text, choice))
        for name in ("folder.pause", "folder.remove"):
            line.addWidget(self.shell.book.button(name))
        whole = QWidget()
        whole.setLayout(line)
        theme().dress(whole, controls)
        return whole

    def _splits(self) -> QWidget:
        """Return by what the stacks of a scanner are divided, side by side while there is room."""
        whole = QWidget()
        flow = Flow(theme().px(12), whole)
        label = plain_label(_("Split stacks at"), "label")
        flow.addWidget(label)
        for check in self.split.values():
            flow.addWidget(check)
        theme().dress(whole, controls)
        for check in self.split.values():
            check.ensurePolished()
        label.setFixedHeight(max(one.sizeHint().height() for one in self.split.values()))
        return whole

    def _offer(self) -> None:
        self.shell.book.offer(
            self,
            {
                "folder.add": self._ask_folder,
                "folder.pause": self._pause,
                "folder.remove": self._remove,
                "folder.look": self.shell.look_wanted.emit,
                **self.problems.slots,
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

    def _looked(self, looked: Looked) -> None:
        self._states = {one.folder.id: one for one in looked.states}
        self._fill(tuple(line.folder for line in self._known.values()))

    def _news(self, tables: frozenset[str]) -> None:
        if "intake_folder" in tables:
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
        for where, check in self.split.items():
            form = folder.form if folder is not None else None
            check.setEnabled(form is not None and form.kind is FolderKind.SCANNER)
            check.put(form is not None and where in form.split_at)
        self._allow()

    def _allow(self, _record: object = None) -> None:
        folder = self._folder()
        for name in ("folder.pause", "folder.remove"):
            self.shell.book.allow(self, name, allowed=folder is not None)
        self.problems.allow(self.shell.book, self)

    def _change(self, _index: int = 0) -> None:
        folder = self._folder()
        if folder is not None:
            form = folder.form
            shown: dict[str, Any] = {
                "kind": self.sort.value(),
                "afterwards": self.afterwards.value(),
                "type_id": self.type.value() or None,
                "split_at": frozenset(where for where, one in self.split.items() if one.value()),
            }
            self._save(folder, {at: one for at, one in shown.items() if one != getattr(form, at)})

    def _pause(self) -> None:
        folder = self._folder()
        if folder is not None:
            self._save(folder, {"is_paused": not folder.form.is_paused})

    def _save(self, folder: IntakeFolder, changes: Mapping[str, Any]) -> None:
        """Change what is named of a folder; it is offered again where a colleague was first."""
        client, form = self.shell.client, replace(folder.form, **changes)
        answer = partial(self._save_again, folder.id, changes)
        again = offering(self.shell, partial(client.ask_each, answer, receiving.folders))
        known = (folder.id, folder.version, form)
        client.do(self._added, receiving.change_folder, *known, refused=again)

    def _save_again(
        self,
        folder_id: IntakeFolderId,
        changes: Mapping[str, Any],
        folders: tuple[IntakeFolder, ...],
    ) -> None:
        found = next((one for one in folders if one.id == folder_id), None)
        if found is not None:
            self._save(found, changes)

    def _remove(self) -> None:
        folder = self._folder()
        if folder is not None:
            self.shell.client.do(self._removed, receiving.remove_folder, folder.id)

    def _removed(self, _nothing: None) -> None:
        self.shell.say(_("The folder is no longer watched; its files and documents stay."))


def _beside(text: str, choice: QWidget) -> QWidget:
    """Return a box with its name before it, which stay together."""
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, theme().px(8), 0)
    label = plain_label(text, "label")
    label.setWordWrap(False)
    line.addWidget(label)
    line.addWidget(choice)
    return pair
