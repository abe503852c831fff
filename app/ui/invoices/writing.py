"""A page on which something is written: kept as it is typed, finished, then shown for good."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.invoices.invoice import Invoice
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import drafts
from app.services.invoices import Review
from app.ui.invoices.conflicts import Choices, Difference, differences, settle_conflict
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.keeping import Keeper, Saving
from app.ui.invoices.making import Deeds, Opened
from app.ui.invoices.out_of_sight import OutOfSight
from app.ui.invoices.problem_count import ProblemCount
from app.ui.kit.dialogs import Dialog
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import fact_label
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
        self.problems = ProblemCount()
        self._wants_finish = self._is_finishing = self._is_begun = False
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
    def differing(self, mine: Any, theirs: Any, completed: Invoice) -> tuple[Difference, ...]:
        """Return what differs between what is written here, complete, and the record."""

    def apart(self, completed: Invoice, theirs: Invoice) -> tuple[Difference, ...]:
        """Return what differs between two papers, as this editor writes it."""
        assert self.editor is not None
        return differences(completed, theirs, self.editor.reader)

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
        elif editor.unreadable() or not self.saves_by_itself:
            self.keeper.keep()
        elif not self.keeper.is_saved:
            self.keeper.save(editor.written())

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
        if self.editor is not None and not self._is_finishing:
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

    def write(self, coming: DraftEditor, opened: Opened, theirs: Any) -> None:
        """Let the clerk write in an editor; ``theirs`` is the record as it stands, or None."""
        QTimer.singleShot(0, self, partial(self._edit, coming, opened, theirs))

    def show_finished(
        self, view: QWidget, buttons: tuple[str, ...], state: tuple[str, str]
    ) -> None:
        """Show what is not written any more, with actions of its own."""
        self.is_over, self.record = True, self.record_id
        self.editor = None
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
        column.addWidget(self._stack, 1)
        self._stack.addWidget(QWidget())

    def _edit(self, editor: DraftEditor, opened: Opened, theirs: Any) -> None:
        """Show the editor, in place of the one before if there was one."""
        version, kept = opened.version, opened.kept
        editor.settle_in()
        former, self.editor = self.editor, editor
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()
        self.keeper.begin(version, editor.body, is_typed_on=kept is not None)
        if version or kept is not None:
            self.record = self.record_id
        editor.edited.connect(self._edited)
        editor.reviewed.connect(self._reviewed)
        self._unseen = OutOfSight(editor.area, editor.totals.gross)
        self._unseen.told.connect(self._tell_sum)
        self.verbs.follow_editor(editor)
        self._show(editor, self.draft_state())
        if kept is not None and theirs is not None and kept.base_version != version:
            self._ask_which(theirs)
        elif kept is not None:
            self.shell.say(_("What you had typed is back"))

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
            self.keeper.save(self.editor.written())

    def _settled(self, outcome: Saving) -> None:
        if outcome is Saving.SAVED and self._is_finishing:
            self._finish_saved()
            return
        self._go_on()
        if outcome is Saving.CONFLICT:
            refuse = self.shell.refuse
            self.shell.client.ask_or(self._ask_which, refuse, self.deeds.get, self.record_id)

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
        self.shell.refuse(error)

    def _go_on(self) -> None:
        """Let the clerk type on where the keyboard was."""
        self._is_finishing = False
        if not self.isEnabled():
            self.setEnabled(True)
            if self._typed_in is not None:
                self._typed_in.setFocus()
        self._typed_in = None

    def _ask_which(self, theirs: Any) -> None:
        editor = self.editor
        if editor is None:
            return
        mine = editor.written()
        if self.shown_if_over(theirs):
            self.verbs.rescue(mine)
            return
        answer = partial(self._compare, mine, theirs)
        self.shell.client.ask_each(answer, self.deeds.completed, mine)

    def _compare(self, mine: Any, theirs: Any, completed: Invoice) -> None:
        """Show my version, complete with what it leaves open, beside theirs."""
        if self.editor is None:
            return
        choices = Choices(
            partial(self._keep_mine, theirs), self._take_theirs, partial(self._keep_both, mine)
        )
        settle_conflict(self, self.differing(mine, theirs, completed), choices)

    def _keep_mine(self, theirs: Any) -> None:
        self.keeper.version = theirs.version
        self.flush()

    def _take_theirs(self) -> None:
        self.shell.client.do(self._reopen, drafts.drop, self.deeds.form, self.record_id)

    def _reopen(self, nothing: object) -> None:
        self.open_record()

    def _keep_both(self, mine: Any) -> None:
        self.verbs.rescue(mine)
        self._take_theirs()
