"""Saved views of a list: chosen by a digit, saved under a name, deleted with undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.admin.views import LONGEST_NAME, SavedView
from app.domain.shared.refusals import OfficeError
from app.services import saved_views
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import LineEditor
from app.ui.kit.sheets import menus
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

DIGITS = 9
"""How many views a digit chooses; further ones are chosen with the arrows."""


class SavedViews(QObject):
    """A person's views of one list; ``chosen(SavedView)`` when one is to be shown."""

    chosen = Signal(object)

    def __init__(
        self, page: QWidget, shell: Shell, listing: str, now: Callable[[], SavedView]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._listing = listing
        self._now = now
        self._at = QPoint()
        self._known: tuple[SavedView, ...] = ()
        self.usual = now()

    def all(self) -> tuple[SavedView, ...]:
        """Return the views that are known here, in the order in which they were saved."""
        return self._known

    def open_at(self, place: QPoint) -> None:
        """Show the menu of views at a place of the screen, as they are in the office now."""
        self._at = place
        self._shell.client.ask(self._opened, saved_views.of, self._listing)

    def _opened(self, views: tuple[SavedView, ...]) -> None:
        self._known = views
        self.menu().popup(self._at)

    def menu(self) -> QMenu:
        """Return the menu of views; the one that is shown now is ticked."""
        menu, now, views = QMenu(_("Saved views"), self._page), self._now(), self.all()
        theme().dress(menu, menus)
        title = _("Usual view")
        usual = self._entry(menu, f"&0  {title}", replace(self.usual, name=now.name))
        usual.setChecked(now == replace(self.usual, name=now.name))
        for place, view in enumerate(views, start=1):
            name = view.name.replace("&", "&&")
            entry = self._entry(menu, f"&{place}  {name}" if place <= DIGITS else name, view)
            entry.setChecked(replace(view, name=now.name) == now)
        menu.addSeparator()
        menu.addAction(_("Save this view…")).triggered.connect(self.ask_name)
        if views:
            gone = menu.addMenu(_("Delete a view"))
            theme().dress(gone, menus)
            for view in views:
                entry = gone.addAction(view.name.replace("&", "&&"))
                entry.triggered.connect(partial(self.delete, view))
        return menu

    def ask_name(self) -> None:
        """Ask under which name the list is saved as it is shown now."""
        dialog = Dialog(
            self._page,
            _("Save this view"),
            _("What is looked for, the chips, the order and the columns are kept for you alone."),
            "star",
        )
        name = LineEditor()
        name.setMaxLength(LONGEST_NAME)
        name.setAccessibleName(_("Name of the view"))
        name.setPlaceholderText(_("Name of the view"))
        dialog.add_field(name)
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        save = dialog.add_button(_("Save"), dialog.accept, primary=True)
        save.setEnabled(False)
        name.textChanged.connect(partial(_allow, save))
        dialog.accepted.connect(partial(self._save_as, name))
        dialog.open()
        name.setFocus()

    def save(self, name: str) -> None:
        """Save the list as it is shown now; a view of that name is replaced."""
        if wanted := " ".join(name.split()):
            self._keep(replace(self._now(), name=wanted))

    def delete(self, view: SavedView, is_checked: object = None) -> None:
        """Forget a view; it can be taken back."""
        told = partial(self._dropped, view)
        self._shell.client.do(told, saved_views.drop, self._listing, view.name)

    def _dropped(self, view: SavedView, views: tuple[SavedView, ...]) -> None:
        self._known = views
        text = _("View “{name}” deleted", name=view.name)
        self._shell.say(text, undo=partial(self._keep, view))

    def _keep(self, view: SavedView) -> None:
        told = partial(self._saved, view)
        self._shell.client.do(told, saved_views.keep, self._listing, view)

    def _saved(self, view: SavedView, views: tuple[SavedView, ...]) -> None:
        self._known = views
        self._shell.say(_("View “{name}” saved", name=view.name))

    def _save_as(self, field: LineEditor) -> None:
        self.save(field.text())

    def _entry(self, menu: QMenu, text: str, view: SavedView) -> QAction:
        entry = menu.addAction(text)
        entry.setCheckable(True)
        entry.triggered.connect(partial(self._choose, view))
        return entry

    def _choose(self, view: SavedView, is_checked: object = None) -> None:
        self.chosen.emit(view)


class TakenOver(QObject):
    """Brings the views of an older version, which lay in a file, into the office: once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._settings = shell.settings
        if views := dict(self._settings.now.views):
            shell.client.do(self._clean, saved_views.take_over, views, refused=self._wait)

    def _clean(self, nothing: None) -> None:
        self._settings.change(views={})
        self._settings.keep()

    def _wait(self, refusal: OfficeError) -> None:
        """An office that takes nothing leaves them to the next that is opened."""


def _allow(button: QWidget, text: str) -> None:
    button.setEnabled(bool(text.strip()))
