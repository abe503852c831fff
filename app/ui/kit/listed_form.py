"""A list of what the office keeps, and beside it the form of the chosen one.

A page says what is listed, which form one has, and how it is sent; Ctrl+Enter saves. If somebody
else changed the chosen one meanwhile, both versions are shown and the clerk chooses (conflict.py).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.shared.drafts import FormDraft, Place
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import drafts
from app.ui.kit.conflict import Seams, Standoff
from app.ui.kit.dialog_drafts import dashed
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.form_content import content_of, put_content
from app.ui.kit.hit_list import HitList
from app.ui.kit.merge_rows import Version
from app.ui.kit.page_bar import PageBar
from app.ui.kit.safekeeping import Safekeeping
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.unread import unread

_ONE = Qt.ItemDataRole.UserRole
_FOLDS_BELOW = 520
"""Below this width, at the usual text size, fewer fields stand on a line."""
_LIST, _FORM = 220, 680


class Listed(Protocol):
    """What is listed: something with an id."""

    @property
    def id(self) -> int:
        """What it is known by."""


One = TypeVar("One", bound=Listed)


class ListedForm(QWidget, Generic[One]):
    """Lists what is kept and edits the chosen one; Ctrl+Enter saves, and what is wrong is shown.

    ``recorded`` is what the log calls the records that are listed.
    """

    recorded = ""
    drafted = ""
    """What its drafts are kept under; by itself the name of the page."""

    def __init__(self, shell: Shell, strip: Strip, name: str) -> None:
        super().__init__()
        self.shell = shell
        self.chosen: One | None = None
        self.form: Form | None = None
        self._wanted = ""
        self.standoff = Standoff(shell, self, self._seams())
        self.keeping = Safekeeping(shell.client, self)
        self.keeping.taken.connect(self._typed_before)
        self._is_looked_up = False
        self.bar = PageBar("", shell.book)
        self.bar.lead(strip)
        self.list = HitList(name)
        self.list.nothing = _("Nothing here yet")
        self.list.currentItemChanged.connect(self._choose)
        self.list.picked.connect(self._enter_form)
        self.new_button = self._button(_("New"), self.begin_new)
        self.save_button = self._button(_("Save"), self.save)
        self.save_button.setProperty("primary", "true")
        self.buttons = QHBoxLayout()
        self.inside = QVBoxLayout()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._held = QVBoxLayout()
        self._lay_out()
        lead_to(self, self.list)

    @abstractmethod
    def lines(self) -> Sequence[tuple[One, str]]:
        """Return what is listed, each with its text."""

    @abstractmethod
    def make_form(self) -> Form:
        """Return the form of the chosen one, or of a new one."""

    @abstractmethod
    def send(self) -> None:
        """Run the command that saves what stands in the form."""

    @abstractmethod
    def ask(self) -> None:
        """Ask for what is kept, and ``fill`` the list with it."""

    def fill(self) -> None:
        """List what is kept, and choose what was chosen or saved last; what is typed stays."""
        if self.holds_typed:
            return
        wanted = self._wanted or (str(self.chosen.id) if self.chosen is not None else "")
        self._wanted = ""
        self.list.blockSignals(True)  # noqa: FBT003  Qt takes it so
        self.list.clear()
        place = 0
        for row, (one, text) in enumerate(self.lines()):
            item = QListWidgetItem(text)
            item.setData(_ONE, one)
            self.list.addItem(item)
            place = row if str(one.id) == wanted else place
        self.list.blockSignals(False)  # noqa: FBT003  Qt takes it so
        if self.standoff.is_rereading and wanted not in {
            str(one.id) for one, _text in self.lines()
        }:
            self.standoff.lost(NotFound())
            return
        self.list.setCurrentRow(place if self.list.count() else -1)
        self._choose(self.list.currentItem())
        self._look_up()

    @property
    def holds_typed(self) -> bool:
        """Say whether something is typed over which nothing else may be shown."""
        is_dirty = self.form is not None and self.form.is_dirty
        return is_dirty and not self.standoff.is_rereading

    def save(self) -> None:
        """Save what stands in the form; what cannot be read is told at its field."""
        if self.form is None:
            return
        if self.standoff.is_open:
            self.standoff.ask()
            return
        found = tuple(unread(self.form))
        self.form.show_problems(found, focus=bool(found))
        if not found:
            with self.keeping.sending():
                self.send()

    def saved(self, one: One) -> None:
        """Choose what was saved, once it is listed."""
        self._wanted = str(one.id)
        self._call_clean()
        self.ask()

    def refused(self, error: OfficeError) -> None:
        """Show what is wrong at its field, and what has no field in passing."""
        paths = self.form.paths if self.form is not None else ()
        if isinstance(error, Invalid) and self.form is not None:
            placed = [replace(one, field=self.at(one.field)) for one in error.problems]
            if all(one.field in paths for one in placed):
                self.form.show_problems(placed, focus=True)
                return
        if isinstance(error, Conflict | NotFound) and self.chosen is not None:
            self.standoff.meet()
        else:
            self.shell.refuse(error)

    def at(self, field: str) -> str:
        """Return the path of the form's field that a problem's field means."""
        return field

    def begin_new(self, _is_checked: object = None) -> None:
        """Begin a new one."""
        self.list.setCurrentRow(-1)
        self.chosen = None
        self.show_form()
        self._enter_form()

    def show_form(self) -> None:
        """Show the form of what is chosen."""
        before, self.form = self.form, self.make_form()
        self.form.folds_below = _FOLDS_BELOW
        if before is not None:
            if before.isAncestorOf(self.focusWidget()):
                self.list.setFocus()
            self._held.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.form.submitted.connect(self.save)
        self.form.chain()
        self.form.call_clean()
        self._held.addWidget(self.form)
        self.standoff.opened(self._version)
        if not self.standoff.is_rereading:
            self.keeping.watch(self.form, self._place_of(self.chosen), self._version)

    @property
    def _version(self) -> int:
        """The version of what is chosen, as far as it has one; 0 of a new one."""
        return 0 if self.chosen is None else int(getattr(self.chosen, "version", 1))

    def _place_of(self, one: One | None) -> Place:
        """Return where the drafts of one are kept: what goes by a name stands in the form's."""
        form = self.drafted or dashed(type(self).__name__)
        known: object = one.id if one is not None else 0
        return Place(form, known) if isinstance(known, int) else Place(f"{form}:{known}", 0)

    def _look_up(self) -> None:
        """Come back to what was typed and not saved, when the list is first shown."""
        if not self._is_looked_up and not self.shell.client.office.is_read_only:
            self._is_looked_up = True
            answer = partial(self._come_back, self.list.currentRow())
            self.shell.client.ask(answer, drafts.all_kept)

    def _come_back(self, row: int, kept: tuple[FormDraft, ...]) -> None:
        """Choose what was typed, unless somebody went on already."""
        if self.holds_typed or self.list.currentRow() != row:
            return
        places = [self._place_of(one) for one, _text in self.lines()]
        for draft in kept:
            place = Place(draft.form, draft.entity)
            if place in places:
                self.list.setCurrentRow(places.index(place))
                return
            if place == self._place_of(None):
                self.begin_new()
                return

    def _typed_before(self, draft: FormDraft) -> None:
        """Go on with what was typed before; over an older version both are shown."""
        if self.form is not None:
            self.form.touch()
        if draft.base_version != self._version:
            self.standoff.behind(draft.base_version)

    def _seams(self) -> Seams:
        return Seams(
            now=self._now,
            is_typed=self._is_typed,
            reread=self.ask,
            put=self._put_back,
            save=self.save,
            forget=self._give_up,
            records=self._records,
        )

    def _now(self) -> Version:
        assert self.form is not None
        return Version.of(self.form, content_of(self.form))

    def _is_typed(self) -> bool:
        return self.form is not None and self.form.is_dirty

    def _put_back(self, content: Any) -> None:
        if self.form is not None:
            put_content(self.form, content)
            self.form.touch()

    def _call_clean(self) -> None:
        self.keeping.settle()
        if self.form is not None:
            self.form.call_clean()

    def _give_up(self) -> None:
        self.keeping.forget()
        self._call_clean()

    def _records(self) -> tuple[str, ...]:
        known = self.chosen.id if self.chosen is not None else 0
        return (f"{self.recorded}:{known}",) if self.recorded and known else ()

    def _button(self, text: str, done: Callable[..., Any]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(done)
        return button

    def _lay_out(self) -> None:
        px = theme().px
        left, right = QWidget(), QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, px(8), px(12))
        side.addWidget(self.list, 1)
        side.addWidget(self.new_button)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(px(8), 0, px(8), px(12))
        inside.setSpacing(px(16))
        inside.addLayout(self._held)
        inside.addLayout(self.inside)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.save_button)
        inside.addLayout(self.buttons)
        inside.addStretch(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(Scrolled(right))
        self.splitter.setSizes([px(_LIST), px(_FORM)])
        self.splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), 0)
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.standoff.line)
        column.addWidget(self.keeping.strip)
        column.addWidget(self.splitter, 1)
        theme().dress(left, controls)
        theme().dress(right, controls)

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        self.chosen = item.data(_ONE) if item is not None else None
        self.show_form()

    def _enter_form(self, _item: object = None) -> None:
        if self.form is not None and self.form.paths:
            self.form.cell(self.form.paths[0]).editor.setFocus()
