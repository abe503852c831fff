"""Steps back and forth: what undo and redo do in the window, and what the menu calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from app.ui.kit.actions import ActionBook
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.toast import Toast


class Steps(QObject):
    """Takes back what was done last, and does it again; ``follow`` says in which office."""

    def __init__(self, page: QObject, book: ActionBook, toast: Toast) -> None:
        super().__init__(page)
        self._page = page
        self._book = book
        self._toast = toast
        self._shell: Shell | None = None

    def slots(self) -> Mapping[str, Callable[[], None]]:
        """Return what the actions of the window call."""
        return {"edit.undo": self.undo, "edit.redo": self.redo}

    def follow(self, shell: Shell | None) -> None:
        """Go by the history of an office, or of none."""
        self._shell = shell
        if shell is not None:
            shell.history.changed.connect(self._name)
        self._name()

    def undo(self) -> None:
        """Take back what the toast tells of, else what was done last in the office."""
        history = self._shell.history if self._shell is not None else None
        if self._toast.can_undo:
            self._toast.undo()
        elif history is not None and history.to_undo:
            history.undo()
        else:
            self._toast.tell(_("There is nothing to undo here."))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._shell is not None:
            self._shell.history.redo()

    def _name(self) -> None:
        """Say in the menu what would be undone, and what done again."""
        history = self._shell.history if self._shell is not None else None
        undo, redo = (history.to_undo, history.to_redo) if history is not None else ("", "")
        undone = _("Undo: {what}", what=undo) if undo else ""
        done = _("Redo: {what}", what=redo) if redo else ""
        self._book.allow(self._page, "edit.redo", allowed=bool(redo))
        self._book.call(self._page, "edit.undo", undone.replace("&", "&&"))
        self._book.call(self._page, "edit.redo", done.replace("&", "&&"))
