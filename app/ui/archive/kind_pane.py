"""A list of how documents are sorted, and the form of the chosen one: types, tags, or fields."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.archive.kinds import CustomField, DocumentType, Tag
from app.domain.archive.retention import RetentionPlan
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import kinds
from app.services.kinds import Sorting
from app.ui.archive.naming import Naming
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.hit_list import HitList
from app.ui.kit.page_bar import PageBar
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_KIND = Qt.ItemDataRole.UserRole
_TABLES = frozenset({"document_type", "tag", "custom_field"})

Kind = DocumentType | Tag | CustomField


@dataclass(frozen=True, slots=True)
class Sorted:
    """Everything that a pane needs: what there is, what it is called, and what the law asks."""

    sorting: Sorting
    naming: Naming
    plan: RetentionPlan


_FOLDS_BELOW = 520
"""Below this width, at the usual text size, fewer fields stand on a line."""


class KindPane(QWidget):
    """Lists one kind and edits the chosen one; Ctrl+Enter saves, and what is wrong is shown."""

    def __init__(self, shell: Shell, strip: Strip, name: str) -> None:
        super().__init__()
        self.shell = shell
        self.known: Sorted | None = None
        self.chosen: Kind | None = None
        self.form: Form | None = None
        self._wanted = ""
        self._sorting: Sorting | None = None
        bar = PageBar("", shell.book)
        bar.lead(strip)
        self.list = HitList(name)
        self.list.currentItemChanged.connect(self._choose)
        self.list.picked.connect(self._enter_form)
        self.new_button = self._button(_("New"), self._begin_new)
        self.save_button = self._button(_("Save"), self.save)
        self.save_button.setProperty("primary", "true")
        self.buttons = QHBoxLayout()
        self._held = QVBoxLayout()
        self._lay_out(bar)
        lead_to(self, self.list)
        shell.client.changed.connect(self._news)
        self._ask()

    @abstractmethod
    def lines(self, known: Sorted) -> Sequence[tuple[Kind, str]]:
        """Return what is listed, each with its text."""

    @abstractmethod
    def make_form(self, known: Sorted, chosen: Kind | None) -> Form:
        """Return the form of one, or of a new one."""

    @abstractmethod
    def send(self) -> None:
        """Run the command that saves what stands in the form."""

    def save(self) -> None:
        """Save what stands in the form."""
        if self.form is not None:
            self.form.show_problems(())
            self.send()

    def saved(self, kind: Kind, text: str) -> None:
        """Tell that one was saved, and choose it once it is listed."""
        self._wanted = str(kind.id)
        if self.form is not None:
            self.form.call_clean()
        self.shell.say(text)
        self._ask()

    def refused(self, error: OfficeError) -> None:
        """Show what is wrong at its field, and what has no field in passing."""
        paths = self.form.paths if self.form is not None else ()
        if isinstance(error, Invalid) and self.form is not None:
            placed = [Problem(self.at(one.field), one.code, one.facts) for one in error.problems]
            if all(one.field in paths for one in placed):
                self.form.show_problems(placed, focus=True)
                return
        self.shell.refuse(error)

    def at(self, field: str) -> str:
        """Return the path of the form's field that a problem's field means."""
        return "names.en" if field == "names" else field

    def _button(self, text: str, done: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(done)
        return button

    def _lay_out(self, bar: PageBar) -> None:
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
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.save_button)
        inside.addLayout(self.buttons)
        inside.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(Scrolled(right))
        splitter.setSizes([px(220), px(680)])
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), 0)
        column.setSpacing(px(12))
        column.addWidget(bar)
        column.addWidget(splitter, 1)
        theme().dress(left, controls)
        theme().dress(right, controls)

    def _ask(self) -> None:
        self.shell.client.ask(self._learn, kinds.sorting)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._ask()

    def _learn(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self.shell.client.ask(self._know, kinds.retention)

    def _know(self, plan: RetentionPlan) -> None:
        if self._sorting is None or (self.form is not None and self.form.is_dirty):
            return
        naming = Naming()
        naming.learn(self._sorting)
        self.known = Sorted(self._sorting, naming, plan)
        wanted = self._wanted or (str(self.chosen.id) if self.chosen is not None else "")
        self._wanted = ""
        self._fill(self.known, wanted)

    def _fill(self, known: Sorted, wanted: str) -> None:
        self.list.blockSignals(True)  # noqa: FBT003  Qt takes it so
        self.list.clear()
        place = 0
        for row, (kind, text) in enumerate(self.lines(known)):
            item = QListWidgetItem(text)
            item.setData(_KIND, kind)
            self.list.addItem(item)
            place = row if str(kind.id) == wanted else place
        self.list.blockSignals(False)  # noqa: FBT003  Qt takes it so
        self.list.setCurrentRow(place if self.list.count() else -1)
        self._choose(self.list.currentItem())

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        kind = item.data(_KIND) if item is not None else None
        self.chosen = kind if isinstance(kind, DocumentType | Tag | CustomField) else None
        self._show_form()

    def _show_form(self) -> None:
        if self.known is None:
            return
        before, self.form = self.form, self.make_form(self.known, self.chosen)
        self.form.folds_below = _FOLDS_BELOW
        if before is not None:
            self._held.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.form.submitted.connect(self.save)
        self.form.chain()
        self.form.call_clean()
        self._held.addWidget(self.form)

    def _begin_new(self, _is_checked: object = None) -> None:
        self.list.setCurrentRow(-1)
        self.chosen = None
        self._show_form()
        self._enter_form()

    def _enter_form(self, _item: object = None) -> None:
        if self.form is not None and self.form.paths:
            self.form.cell(self.form.paths[0]).editor.setFocus()
