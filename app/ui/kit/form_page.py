"""A record written in a form: problems at their fields, a draft kept as typed, saved by Ctrl+Enter.

A page of a feature says what its form holds:

    class ProductEditor(FormPage):
        def problems(self) -> tuple[Problem, ...]: …      # of what stands in the fields, placed
        def content(self) -> ProductForm: …               # kept as a draft while typing
        def send(self) -> None: …                         # the command that saves

and calls ``begin(form, version)`` once its record is here. ``reread`` asks for the record again: if
somebody else changed it meanwhile, both versions are shown and the clerk chooses (conflict.py).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import drafts
from app.ui.kit.conflict import Seams, Standoff
from app.ui.kit.draft_strip import DraftStrip, moment_text
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.merge_rows import Version
from app.ui.kit.sheets import controls, scroll_bar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_WIDEST, _ROOM, _MARGIN = 880, 560, 40


class FormPage(RecordPage):
    """Nothing typed is lost, and nothing is saved before the clerk says so.

    ``recorded`` is what the log calls its records, where it is not the kind of the page.
    """

    recorded = ""

    def __init__(self, shell: Shell, kind: str, record: int | None, save: str) -> None:
        super().__init__(shell, kind, record)
        self.entity = record if record is not None else new_id()
        shell.hold(self, kind, self.entity)
        self._form: Form | None = None
        self._version = 0
        self._left: set[str] = set()
        self._is_strict = False
        self._refused: tuple[Problem, ...] = ()
        self._warnings: tuple[Problem, ...] = ()
        self._typed_over = 0
        self._typed_at: datetime | None = None
        self.writers = DraftStrip()
        self.standoff = Standoff(shell, self, self._seams())
        self.column = QVBoxLayout()
        self.hint = plain_label(_("Ctrl+Enter saves"), "muted")
        self.save_button = shell.book.button(save, primary=True)
        self._lay_out()
        shell.book.offer(self, {save: self.save})
        theme().dress(self, controls)

    @abstractmethod
    def problems(self) -> Sequence[Problem]:
        """Return what is wrong in the fields, each at the path of its field."""

    @abstractmethod
    def content(self) -> object:
        """Return what stands in the fields, as it is kept while it is typed."""

    @abstractmethod
    def send(self) -> None:
        """Run the command that saves."""

    def reread(self) -> None:
        """Ask the office for the record, to begin with it, or to begin with it again."""

    def _put_typed(self, content: Any) -> None:
        """Write into the fields what ``content`` returned before."""
        fields: Any = self._form
        fields.put(content)

    def _ground(self) -> QWidget:
        """Return where the form stands: the whole page, unless something stands beside it."""
        return self

    def begin(self, form: Form, version: int) -> None:
        """Show the form of a record as it was read in a version; 0 for a new one."""
        before, self._form, self._version = self._form, form, version
        place = self.column.count() - 1
        if before is not None:
            place = self.column.indexOf(before)
            self.column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.column.insertWidget(place, form)
        form.folds_below = _ROOM
        form.edited.connect(self._edited)
        form.left.connect(self._leave)
        form.resting.connect(self._rest)
        form.submitted.connect(self.save)
        form.dirtied.connect(self.marked)
        self.standoff.opened(version)
        self.shell.client.ask(self.writers.tell_others, drafts.others, self.kind, self.entity)

    def _taken(self, draft: FormDraft | None) -> FormDraft | None:
        """Go on with what was typed before, unless another tab has taken it meanwhile."""
        if draft is None or self.standoff.is_rereading or self.standoff.is_open:
            return None
        self._typed_over, self._typed_at = draft.base_version, draft.at
        if draft.entity == self.entity:
            return draft
        if draft.entity in self.shell.held(self.kind):
            return None
        self.record = self.entity = draft.entity
        self.shell.hold(self, self.kind, self.entity)
        return draft

    def offer_typed(self, forget: Callable[[], object]) -> None:
        """Tell that the form shows what was typed before and not saved; ``forget`` undoes it."""
        assert self._form is not None
        self._form.touch()
        if self._version and self._typed_over not in {0, self._version}:
            self.standoff.behind(self._typed_over)
            return
        undo = partial(self._drop_typed, forget)
        at = moment_text(self._typed_at) if self._typed_at is not None else ""
        self.shell.say(
            _("This is what you typed and had not saved yet ({moment})", moment=at), undo
        )

    def save(self) -> None:
        """Save, or show what has to be mended first."""
        if self.standoff.is_open:
            self.standoff.ask()
        elif self._form is not None:
            self._is_strict, self._refused = True, ()
            if not self._show_problems(focus=True):
                self.send()

    def done(self, record: int, deed: Deed) -> None:
        """Tell that the record was saved, which can be taken back, and close."""
        if self._form is not None:
            self._form.call_clean()
        self.record = record
        self.shell.did(deed)
        self.finished.emit()

    def _close_with(self, record: int, text: str) -> None:
        """Tell that a record is there for good, and close."""
        if self._form is not None:
            self._form.call_clean()
        self.record = record
        self.shell.say(text)
        self.finished.emit()

    def _warn(self, found: Sequence[Problem]) -> None:
        """Show at their fields the warnings of the office about what is typed."""
        if self._form is not None:
            self._warnings = tuple(self.placed([one for one in found if one.is_warning]))
            self._left.update(one.field for one in self._warnings)
            self._show_problems()

    def refused(self, error: OfficeError) -> None:
        """Show what the office refused: at its fields if it names them."""
        if isinstance(error, Invalid) and self._form is not None:
            self._refused = tuple(self.placed(error.problems))
            self._show_problems(focus=True)
        elif isinstance(error, Conflict | NotFound) and self._version:
            self._keep()
            self.standoff.meet()
        else:
            self.shell.refuse(error)
            if error.wrote:
                self._wait_for_another()

    def _wait_for_another(self) -> None:
        """Close: what was typed is kept as a request, and no longer as a draft."""
        self.shell.client.do(self._noted, drafts.drop, self.kind, self.entity)
        if self._form is not None:
            self._form.call_clean()
        if not self._version:
            self.record = None
        self.finished.emit()

    def _gone(self, error: OfficeError) -> None:
        """Close: the record cannot be read; what was typed meanwhile stays."""
        if self._form is not None:
            self.standoff.lost(error)
            return
        self.shell.refuse(error)
        self.finished.emit()

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Return problems of the record at the paths of its fields."""
        return problems

    def flush(self) -> None:
        """Keep what was typed as a draft: the page or the window is about to close."""
        if self._form is not None and self._form.is_dirty:
            self._keep()

    def _drop_typed(self, forget: Callable[[], object]) -> None:
        forget()
        self.shell.client.do(self._noted, drafts.drop, self.kind, self.entity)
        if self._form is not None:
            self._form.call_clean()
        if not self._version:
            self.record = None

    def _seams(self) -> Seams:
        return Seams(
            now=self._now,
            is_typed=self._is_typed,
            reread=self.reread,
            put=self._put_back,
            save=partial(FormPage.save, self),
            forget=partial(self._drop_typed, _nothing),
            records=self._records,
        )

    def _now(self) -> Version:
        assert self._form is not None
        return Version.of(self._form, self.content())

    def _is_typed(self) -> bool:
        return self._form is not None and self._form.is_dirty

    def _records(self) -> tuple[str, ...]:
        return (f"{self.recorded or self.kind}:{self.entity}",)

    def _put_back(self, content: object) -> None:
        """Write into the fields what was typed, as typed."""
        self._put_typed(content)
        if self._form is not None:
            self._form.touch()

    def _edited(self) -> None:
        self._refused = ()
        self._show_problems()

    def _leave(self, path: object) -> None:
        self._left.add(str(path))
        self._show_problems()

    def _rest(self) -> None:
        self._keep()
        self._think()

    def _think(self) -> None:
        """Look at what was typed, when typing rests."""

    def _keep(self) -> None:
        self.record, content = self.entity, self.content()
        known = (self.kind, self.entity, self.standoff.typed_over or self._version)
        self.shell.client.do(self._noted, drafts.keep, *known, content)

    def _noted(self, nothing: object) -> None:
        """Leave the mark: the draft is safe, the record itself is not saved."""

    def _show_problems(self, *, focus: bool = False) -> bool:
        """Show problems of fields that were left, after a first try to save all of them."""
        assert self._form is not None
        found = (*self.problems(), *self._refused)
        shown = [one for one in found if self._is_strict or one.field in self._left]
        self._form.show_problems(shown, focus=focus)
        if focus and (found_field := self._form.focusWidget()) is not None:
            self._area.ensureWidgetVisible(found_field, 0, theme().px(_MARGIN))
        return any(not one.is_warning for one in found)

    def put_above_foot(self, widget: QWidget) -> None:
        """Put something that is no field under the form."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def reach(self, widget: QWidget) -> None:
        """Give a field the keyboard, and bring it into sight."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(widget, 0, theme().px(_MARGIN))

    def _lay_out(self) -> None:
        px = theme().px
        held = QWidget()
        held.setMaximumWidth(px(_WIDEST))
        held.setLayout(self.column)
        self.column.setContentsMargins(px(24), px(16), px(24), px(24))
        self.column.setSpacing(px(12))
        self.column.addStretch(1)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(held)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().dress(area.verticalScrollBar(), scroll_bar)
        line = QWidget()
        line.setMaximumWidth(px(_WIDEST))
        foot = QHBoxLayout(line)
        foot.setContentsMargins(px(24), px(8), px(24), px(8))
        self.hint.setWordWrap(False)
        foot.addWidget(self.hint)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self._ground())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.standoff.line)
        column.addWidget(self.writers)
        column.addWidget(area, 1)
        column.addWidget(line)


def _nothing() -> None:
    """Do nothing."""
