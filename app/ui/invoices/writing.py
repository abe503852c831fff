"""A page on which something is written: kept as it is typed, finished, then shown for good."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, OfficeError
from app.services.invoices import Review
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.keeping import Keeper, Saving
from app.ui.invoices.making import Deeds, Opened
from app.ui.invoices.out_of_sight import OutOfSight
from app.ui.invoices.problem_count import ProblemCount
from app.ui.invoices.versions import taken_down
from app.ui.kit.conflict import Seams, Standoff
from app.ui.kit.dialogs import Dialog
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import fact_label
from app.ui.kit.merge_rows import Version
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class WritingVerbs(Protocol):
    """The actions of a page on which something is written."""

    def follow_editor(self, editor: DraftEditor) -> None:
        """Answer to the keys of what is being written."""

    def rescue(self, content: Any) -> None:
        """Keep what was written as a record of its own."""


class WritingPage(RecordPage):
    """Opens what is written, keeps what is typed, finishes it, and shows it as finished."""

    verbs: WritingVerbs
    saves_by_itself = True
    """Whether what is written is the record as soon as it is left; else it is kept as typed."""

    def __init__(self, shell: Shell, kind: str, record: int, deeds: Deeds) -> None:
        super().__init__(shell, kind)
        self.deeds = deeds
        self.record_id = record
        self.editor: DraftEditor | None = None
        self.is_over = False
        self.keeper = Keeper(shell.client, deeds, record, self)
        self.standoff = Standoff(shell, self, self._seams())
        self._sent: Callable[[], Version] | None = None
        self.problems = ProblemCount()
        self._is_read = self._wants_finish = self._is_finishing = self._is_begun = False
        self._typed_in: QWidget | None = None
        self._state = Pill()
        self.sum = fact_label("", "total")
        self._stack = QStackedWidget()
        self._bars = QStackedWidget()
        self.bar = PageBar("", shell.book, self.buttons())
        self._lay_out()
        self.keeper.marked.connect(self.marked)
        self.keeper.settled.connect(self._settled)
        self.keeper.refused.connect(shell.refuse)

    @abstractmethod
    def buttons(self) -> tuple[str, ...]:
        """Return the actions over what is written, the main one last."""

    @abstractmethod
    def draft_state(self) -> tuple[str, str]:
        """Return the word and the tone of what is still written."""

    @abstractmethod
    def opened(self, desktop: Any) -> None:
        """Show what was opened: with ``write``, or as it was finished."""

    @abstractmethod
    def named(self, review: Review) -> str:
        """Return the title of what is written."""

    @abstractmethod
    def shown_if_over(self, record: Any) -> bool:
        """Show a record that nobody writes any more; say whether it is one."""

    @abstractmethod
    def finished_as(self, record: Any) -> None:
        """Tell and show what became of what was written."""

    @abstractmethod
    def ask_about(self, doubts: Sequence[Problem], go_on: Callable[[], object]) -> Dialog:
        """Ask whether to finish although something looks unusual."""

    def open_record(self) -> None:
        """Ask the office for what is to be written or shown."""
        self.shell.client.ask(self.opened, self.deeds.opened, self.record_id)

    def flush(self) -> None:
        """Save the draft, or keep its texts where they cannot be saved as they are."""
        editor = self.editor
        if editor is None or self.is_over:
            return
        editor.lines.settle()
        if editor.is_blank and not self.keeper.version:
            self.keeper.drop()
        elif editor.unreadable or not self.saves_by_itself or self.standoff.is_open:
            self.keeper.keep()
        elif not self.keeper.is_saved:
            self._save(editor)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.flush()

    def let_go(self) -> bool:
        """Write no more, and say whether there is a draft to be discarded; close a blank one."""
        editor = self.editor
        if editor is None:
            return False
        if editor.is_blank and not self.keeper.version:
            self.finished.emit()
            return False
        self.flush()
        self.is_over = True
        return True

    def finish(self) -> None:
        """Finish what is written, if nothing stands in the way; else go to what does."""
        if self.standoff.is_open:
            self.standoff.ask()
        elif self.editor is not None and not self._is_finishing:
            self._wants_finish = True
            self.editor.review_now()

    def name(self, title: str) -> None:
        """Give the page another title."""
        self.setWindowTitle(title)
        self.bar.title.setText(title)
        self.titled.emit(title)

    @property
    def standing(self) -> str:
        """What the page says of the state of its record."""
        return self._state.text()

    def say_state(self, text: str, tone: str) -> None:
        """Say the state of the record by another word."""
        self._state.tell(text, tone)

    def write(self, coming: DraftEditor, opened: Opened) -> None:
        """Let the clerk write in an editor."""
        QTimer.singleShot(0, self, partial(self._edit, coming, opened))

    def show_finished(
        self, view: QWidget, buttons: tuple[str, ...], state: tuple[str, str]
    ) -> None:
        """Show what is not written any more, with actions of its own."""
        self.is_over, self.record = True, self.record_id
        self.editor = None
        self.standoff.over()
        former = (self._stack, self._stack.currentWidget()), (self._bars, self.bar)
        self.bar = PageBar(self.windowTitle(), self.shell.book, buttons)
        self._state = Pill()
        self.bar.add(self._state)
        self._bars.addWidget(self.bar)
        self._bars.setCurrentWidget(self.bar)
        self._show(view, state)
        for stack, shown in former:
            if shown is not None:
                stack.removeWidget(shown)
                shown.deleteLater()

    def _lay_out(self) -> None:
        px = theme().px
        for told in (self.sum, self._state, self.problems):
            self.bar.add(told)
        self.sum.hide()
        self._bars.addWidget(self.bar)
        self._bars.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(12), px(24), px(8))
        head.addWidget(self._bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.standoff.line)
        column.addWidget(self.keeper.writers)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(QWidget())

    def _edit(self, editor: DraftEditor, opened: Opened) -> None:
        """Show the editor, in place of the one before if there was one."""
        version, kept = opened.version, None if self.standoff.is_rereading else opened.kept
        editor.settle_in()
        former, self.editor = self.editor, editor
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()
        is_over_older = kept is not None and kept.base_version not in {0, version}
        self._is_read = is_over_older or self.standoff.is_rereading
        self.standoff.opened(version)
        self._is_read = False
        self.keeper.begin(version, editor.body, is_typed_on=kept is not None)
        if kept is not None:
            editor.take_up(kept)
        if version or kept is not None:
            self.record = self.record_id
        editor.edited.connect(self._edited)
        editor.reviewed.connect(self._reviewed)
        self._unseen = OutOfSight(editor.area, editor.totals.gross)
        self._unseen.told.connect(self._tell_sum)
        self.verbs.follow_editor(editor)
        self._show(editor, self.draft_state())
        if is_over_older and kept is not None:
            self.standoff.behind(kept.base_version)
        elif kept is not None:
            self.shell.say(_("What you had typed is back"))
        if self.standoff.is_open:
            self.keeper.version = self.standoff.typed_over

    def _show(self, view: QWidget, state: tuple[str, str]) -> None:
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        lead_to(self, view if self.editor is None else self.editor.lines)
        self._state.tell(*state)
        self._is_begun = False
        self._begin()

    def _begin(self) -> None:
        """Put the keyboard into what is shown, once it is there and can be seen."""
        if self._is_begun or not self.isVisible():
            return
        if self.editor is not None:
            self.editor.begin()
        elif (view := self._stack.currentWidget()) is not None and self.is_over:
            view.setFocus()
        self._is_begun = self.editor is not None or self.is_over

    def _edited(self) -> None:
        self.keeper.touch()
        self.record = self.record_id

    def _reviewed(self, review: Review) -> None:
        editor = self.editor
        if editor is None:
            return
        title = self.named(review)
        if title != self.windowTitle():
            self.name(title)
            self.marked.emit(not self.keeper.is_kept)
        self.problems.count(editor.problems, is_told=editor.is_told)
        self._unseen.start()
        if self._wants_finish:
            self._wants_finish = False
            self._finish_if_right(editor)

    def _tell_sum(self, text: str) -> None:
        """Say the sum above what is written, while the figures below it are out of sight."""
        if not self.is_over:
            self.sum.setText(text)
            self.sum.setVisible(bool(text))

    def _finish_if_right(self, editor: DraftEditor) -> None:
        found = editor.problems
        wrong = [one for one in found if not one.is_warning]
        if wrong:
            editor.tell_all()
            self.problems.count(found, is_told=True)
            editor.go_to(wrong[0])
        elif found:
            self.ask_about(found, self._save_and_finish)
        else:
            self._save_and_finish()

    def _save_and_finish(self) -> None:
        if self.editor is not None:
            self._is_finishing = True
            self._typed_in = QApplication.focusWidget()
            self.setEnabled(False)
            self._save(self.editor)

    def _save(self, editor: DraftEditor) -> None:
        self._sent = taken_down(editor)
        self.keeper.save(editor.written())

    def _settled(self, outcome: Saving) -> None:
        if outcome is Saving.SAVED and self._sent is not None:
            self.standoff.kept(self.keeper.version, self._sent)
        if outcome is Saving.SAVED and self._is_finishing:
            self._finish_saved()
        else:
            self._go_on()
        if outcome is Saving.CONFLICT and self.editor is not None:
            self.standoff.meet()

    def _finish_saved(self) -> None:
        client, refused = self.shell.client, self._not_finished
        if self.deeds.finish is None:
            client.ask_or(self._was_finished, refused, self.deeds.get, self.record_id)
        else:
            client.do(self._was_finished, self.deeds.finish, self.record_id, refused=refused)

    def _was_finished(self, record: Any) -> None:
        self._go_on()
        self.finished_as(record)

    def _not_finished(self, error: OfficeError) -> None:
        self._go_on()
        if isinstance(error, Invalid) and self.editor is not None:
            self.editor.tell_all()
        if isinstance(error, Conflict) and self.editor is not None:
            self.standoff.meet()
        else:
            self.shell.refuse(error)

    def _go_on(self) -> None:
        """Let the clerk type on where the keyboard was."""
        self._is_finishing = False
        if not self.isEnabled():
            self.setEnabled(True)
            if self._typed_in is not None:
                self._typed_in.setFocus()
        self._typed_in = None

    def _seams(self) -> Seams:
        return Seams(
            now=self._now,
            is_typed=self._is_typed,
            reread=self._reread,
            put=self._put,
            save=self._save_result,
            forget=self._forget,
            records=self.recorded,
            rescue=self._rescue,
            is_busy=lambda: self.keeper.is_saving,
            begun=self._taken_down,
        )

    def recorded(self) -> tuple[str, ...]:
        """Return the names of the record in the log."""
        return (f"{self.kind}:{self.record_id}",)

    def asked(self) -> tuple[Any, ...]:
        """Return what the office is asked for when the record is opened."""
        return (self.record_id,)

    def _now(self) -> Version:
        return self._taken_down()()

    def _taken_down(self) -> Callable[[], Version]:
        assert self.editor is not None
        return taken_down(self.editor, is_read=self._is_read)

    def _is_typed(self) -> bool:
        return self.editor is not None and not self.keeper.is_saved

    def _reread(self) -> None:
        lost = self.standoff.lost
        self.shell.client.ask_or(self._read_again, lost, self.deeds.opened, *self.asked())

    def _read_again(self, desktop: Any) -> None:
        """Show the record as it is now; where nobody writes it any more keep what was written."""
        mine = self.editor.written() if self.editor is not None and self._is_typed() else None
        self.opened(desktop)
        if self.is_over and mine is not None:
            self.verbs.rescue(mine)

    def _put(self, content: Any) -> None:
        if self.editor is not None:
            self.editor.take_up(content)

    def _save_result(self) -> None:
        """Save what both versions became, over the one that stands in the office."""
        self.keeper.version = self.standoff.typed_over
        if self.saves_by_itself:
            self.flush()
        else:
            self.finish()

    def _forget(self) -> None:
        self.keeper.version = self.standoff.typed_over
        self.keeper.drop()

    def _rescue(self) -> None:
        if self.editor is not None:
            self.verbs.rescue(self.editor.written())
