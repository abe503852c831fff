"""Folders: what is sought is kept under a name, asked anew, renamed, moved and removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from app.domain.archive.question import Reader
from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentSort
from app.domain.archive.saved import LONGEST_NAME, SavedForm, SavedQuery, moved
from app.domain.shared.ids import SavedQueryId
from app.services import folders
from app.ui.archive.finding_page import FindingPage
from app.ui.archive.words import readers_text
from app.ui.kit.again import offering
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import LineEditor
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_OF_ONE = (
    "saved.rename",
    "saved.renew",
    "saved.readers",
    "saved.up",
    "saved.down",
    "saved.remove",
)


class SavedFolders(QObject):
    """Does with the folders of the archive what its page offers."""

    def __init__(self, shell: Shell, page: FindingPage) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._to_show: SavedQueryId | None = None
        self.folders: tuple[SavedQuery, ...] = ()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the page offers to do with folders."""
        return {
            "saved.add": self.ask_name,
            "saved.rename": self._ask_new_name,
            "saved.renew": self._ask_question,
            "saved.readers": self._ask_readers,
            "saved.up": partial(self._move, -1),
            "saved.down": partial(self._move, 1),
            "saved.remove": self._remove,
        }

    def allow(self) -> None:
        """Offer what can be done where the page is now."""
        book, page = self._shell.book, self._page
        book.allow(page, "saved.add", allowed=page.is_seeking)
        for name in _OF_ONE:
            book.allow(page, name, allowed=page.place.folder is not None)

    def go_on(self) -> None:
        """Go to the folder that was kept just now, once it stands among the places."""
        if self._to_show is not None and self._page.places.go(f"folder:{self._to_show}"):
            self._to_show = None
            self._page.leave_places()

    def form(self, name: str) -> SavedForm:
        """Return what is sought now as a folder of that name."""
        sort = self._page.view().sort
        known = {one.value: one for one in DocumentSort}
        is_sorted = sort in known
        return SavedForm(
            name=name,
            question=kept(self._page.question, self._shell.today()),
            wanted=self._page.wanted(),
            sort=known.get(sort, DocumentSort.RECEIVED),
            is_descending=self._page.view().is_descending if is_sorted else True,
        )

    def ask_name(self) -> None:
        """Ask under which name the search is kept."""
        text = _("A folder shows what answers its question; no document is moved or copied.")
        title = _("Save this search as a folder")
        self._ask((title, text, _("Name")), self._page.filters.words, self._add)

    def _add(self, name: str) -> None:
        self._shell.client.do(self._added, folders.add, self.form(name))

    def _added(self, folder: SavedQuery) -> None:
        self._to_show = folder.id
        self._shell.did(_added(folder))

    def _ask_new_name(self) -> None:
        folder = self._page.place.folder
        if folder is not None:
            title, text = _("Rename this folder"), _("Its documents stay as they are.")
            self._ask((title, text, _("Name")), folder.form.name, partial(self._rename, folder))

    def _rename(self, folder: SavedQuery, name: str) -> None:
        self._change(folder, {"name": name})

    def _ask_question(self) -> None:
        folder = self._page.place.folder
        if folder is not None:
            title = _("What {name} asks", name=folder.form.name)
            text = _("Every document that answers shows in the folder.")
            known = (title, text, _("Question"))
            self._ask(known, folder.form.question, partial(self._renew, folder))

    def _renew(self, folder: SavedQuery, question: str) -> None:
        self._change(folder, {"question": question})

    def _ask_readers(self) -> None:
        """Ask who knows that the folder is there; only circles of one's own can be chosen."""
        folder = self._page.place.folder
        if folder is None:
            return
        title = _("Who sees {name}", name=folder.form.name)
        text = _("To anybody else the folder is not there; its documents keep their own readers.")
        dialog = Dialog(self._page, title, text, "eye")
        circles = [one for one in Readers if one in self._page.naming.circles]
        field = ChoiceEdit([(one, readers_text(one)) for one in circles])
        field.setAccessibleName(_("Seen by"))
        field.put(folder.form.readers)
        dialog.add_field(field)
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        dialog.add_button(_("Save"), dialog.accept, primary=True)
        dialog.accepted.connect(partial(self._show_to, folder, field))
        dialog.open()
        field.setFocus()

    def _show_to(self, folder: SavedQuery, field: ChoiceEdit[Readers]) -> None:
        if field.value() is not folder.form.readers:
            self._change(folder, {"readers": field.value()})

    def _change(self, folder: SavedQuery, changes: Mapping[str, Any]) -> None:
        """Change what is named of a folder; it is offered again where a colleague was first."""
        client, form = self._shell.client, replace(folder.form, **changes)
        reread = partial(self._change_again, folder.id, changes)
        again = offering(self._shell, partial(client.ask_each, reread, folders.folders))
        known = (folder.id, folder.version, form)
        client.do(partial(self._changed, folder.form), folders.change, *known, refused=again)

    def _change_again(
        self, folder_id: SavedQueryId, changes: Mapping[str, Any], found: tuple[SavedQuery, ...]
    ) -> None:
        folder = next((one for one in found if one.id == folder_id), None)
        if folder is not None:
            self._change(folder, changes)

    def _changed(self, before: SavedForm, after: SavedQuery) -> None:
        self._shell.did(_changed((after, before)))

    def _move(self, by: int) -> None:
        folder = self._page.place.folder
        if folder is not None:
            order = moved(self.folders, folder.id, by)
            if order != tuple(one.id for one in self.folders):
                self._shell.client.do(self._arranged, folders.arrange, order)

    def _arranged(self, _order: tuple[SavedQuery, ...]) -> None:
        """Say nothing: the folder is seen to move."""

    def _remove(self) -> None:
        folder = self._page.place.folder
        if folder is not None:
            self._page.places.go("file")
            self._shell.client.do(self._removed, folders.remove, folder.id)

    def _removed(self, folder: SavedQuery) -> None:
        self._shell.did(_removed(folder))

    def _ask(
        self, said: tuple[str, str, str], value: str, answer: Callable[[str], object]
    ) -> Dialog:
        """Ask for one line of text that is not empty."""
        title, text, label = said
        dialog = Dialog(self._page, title, text, "folder")
        field = LineEditor()
        field.setMaxLength(LONGEST_NAME if label == _("Name") else 1000)
        field.setAccessibleName(label)
        field.setText(value)
        dialog.add_field(field)
        if label == _("Name"):
            hint = _("A / puts it under another: {example}", example=_("Cars / Leases"))
            dialog.add_field(plain_label(hint, "muted"))
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        save = dialog.add_button(_("Save"), dialog.accept, primary=True)
        field.textChanged.connect(partial(_allow, save))
        dialog.accepted.connect(partial(_tell, field, answer))
        dialog.open()
        field.setFocus()
        field.selectAll()
        return dialog


def kept(question: str, today: date) -> str:
    """Return a question as it is kept: a last word that may be unfinished stays so."""
    read = Reader(today, {}).read(question)
    last = read[-1] if read else None
    is_begun = last is not None and last.is_open and last.days is None and last.amount is None
    return f"{question}*" if is_begun and not question.endswith("*") else question


def _allow(button: QPushButton, text: str) -> None:
    button.setEnabled(bool(text.strip()))


def _tell(field: LineEditor, answer: Callable[[str], object]) -> None:
    if text := field.text().strip():
        answer(text)


def _added(folder: SavedQuery) -> Deed:
    """Return that a folder was kept: it can be removed."""
    text = _("Folder {name} saved", name=folder.form.name)
    return Deed(text, folders.remove, (folder.id,), _removed)


def _removed(folder: SavedQuery) -> Deed:
    """Return that a folder was removed: it can be kept again, where it was."""
    text = _("Folder {name} removed", name=folder.form.name)
    return Deed(text, folders.put_back, (folder,), _added)


def _changed(done: tuple[SavedQuery, SavedForm]) -> Deed:
    """Return that a folder was changed: it can be as it was."""
    after, before = done
    text = _("Folder {name} saved", name=after.form.name)
    return Deed(text, folders.change_back, (after.id, after.form, before), _changed)
