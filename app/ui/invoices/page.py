"""One invoice in a tab: a draft that is written and issued, then the issued one to look at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.shared.ids import InvoiceId, new_id
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import drafts, invoice_forms, invoices
from app.services.invoice_forms import Desktop
from app.services.invoices import Review
from app.services.issuing import FORM
from app.ui.invoices.batch import ask_about, issued_text
from app.ui.invoices.conflicts import Choices, differences, settle_conflict
from app.ui.invoices.editor import InvoiceEditor
from app.ui.invoices.issued import IssuedView
from app.ui.invoices.keeping import Keeper, Saving
from app.ui.invoices.listing import TONES, state_text
from app.ui.invoices.page_verbs import PageVerbs
from app.ui.invoices.problem_count import ProblemCount
from app.ui.invoices.titles import KINDS
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_DRAFT_BUTTONS = ("invoice.details", "invoice.page", "invoice.issue")
_ISSUED_BUTTONS = ("invoice.credit", "invoice.copy", "invoice.save", "invoice.print")


class InvoicePage(RecordPage):
    """Opens an invoice, keeps what is typed, issues it, and shows it as issued."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "invoice", record)
        self.invoice_id = InvoiceId(record if record is not None else new_id())
        self.editor: InvoiceEditor | None = None
        self.issued: IssuedView | None = None
        self.is_over = False
        self.keeper = Keeper(shell.client, self.invoice_id, self)
        self.problems = ProblemCount()
        self._wants_issue = self._is_issuing = self._is_begun = False
        self._typed_in: QWidget | None = None
        self._state = Pill()
        self._stack = QStackedWidget()
        self._lay_out()
        self._verbs = PageVerbs(self)
        self._name(_("New invoice") if record is None else _("Invoice"))
        self.keeper.marked.connect(self.marked)
        self.keeper.settled.connect(self._settled)
        self.keeper.refused.connect(shell.refuse)
        shell.client.ask(self._opened, invoice_forms.opened, self.invoice_id)

    def flush(self) -> None:
        """Save the draft, or keep its texts where they cannot be saved as they are."""
        editor = self.editor
        if editor is None or self.is_over:
            return
        editor.lines.settle()
        if editor.is_blank and not self.keeper.version:
            self.keeper.drop()
        elif editor.unreadable():
            self.keeper.keep()
        elif not self.keeper.is_saved:
            self.keeper.save(editor.content())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.flush()

    def issue(self) -> None:
        """Issue the draft, if nothing stands in the way; else go to what does."""
        if self.editor is not None and not self._is_issuing:
            self._wants_issue = True
            self.editor.review_now()

    def _lay_out(self) -> None:
        px = theme().px
        self.bar = PageBar("", self.shell.book, _DRAFT_BUTTONS)
        self.bar.add(self._state)
        self.bar.add(self.problems)
        self._bars = QStackedWidget()
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

    def _name(self, title: str) -> None:
        self.setWindowTitle(title)
        self.bar.title.setText(title)
        self.titled.emit(title)

    def _opened(self, desktop: Desktop) -> None:
        invoice = desktop.invoice
        if invoice is not None and invoice.state is not State.DRAFT:
            self._show_issued(invoice)
        else:
            coming = InvoiceEditor(self.shell, desktop)
            QTimer.singleShot(0, self, partial(self._edit, desktop, coming))

    def _edit(self, desktop: Desktop, editor: InvoiceEditor) -> None:
        """Show the editor, in place of the one before if there was one."""
        invoice, kept = desktop.invoice, desktop.kept
        version = invoice.version if invoice else 0
        editor.settle_in()
        former, self.editor = self.editor, editor
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()
        self.keeper.begin(version, editor.body, is_typed_on=kept is not None)
        if version or kept is not None:
            self.record = self.invoice_id
        editor.edited.connect(self._edited)
        editor.reviewed.connect(self._reviewed)
        self._verbs.follow_editor(editor)
        self._show(editor, state_text(State.DRAFT), TONES[State.DRAFT])
        if kept is not None and invoice is not None and kept.base_version != version:
            self._ask_which(invoice)
        elif kept is not None:
            self.shell.say(_("What you had typed is back"))

    def _show_issued(self, invoice: Invoice) -> None:
        self.is_over, self.record = True, self.invoice_id
        former, self.editor = self.editor, None
        self.issued = IssuedView(self.shell, invoice)
        self._verbs.follow_issued(self.issued)
        self.bar = PageBar("", self.shell.book, _ISSUED_BUTTONS)
        self._state = Pill()
        self.bar.add(self._state)
        self._bars.addWidget(self.bar)
        self._bars.setCurrentWidget(self.bar)
        self._name(invoice.number or _("Discarded draft"))
        self._show(self.issued, state_text(invoice.state), TONES[invoice.state])
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()

    def _show(self, view: QWidget, state: str, tone: str) -> None:
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._state.tell(state, tone)
        self._is_begun = False
        self._begin()

    def _begin(self) -> None:
        """Put the keyboard into what is shown, once it is there and can be seen."""
        if self._is_begun or not self.isVisible():
            return
        if self.editor is not None:
            self.editor.begin()
        elif self.issued is not None:
            self.issued.setFocus()
        self._is_begun = self.editor is not None or self.issued is not None

    def _edited(self) -> None:
        self.keeper.touch()
        self.record = self.invoice_id

    def _reviewed(self, review: Review) -> None:
        editor = self.editor
        if editor is None:
            return
        buyer = review.invoice.buyer
        title = buyer.name if buyer else _("New invoice")
        if review.invoice.kind is not Kind.INVOICE:
            title = f"{_(KINDS[review.invoice.kind])} · {title}"
        if title != self.windowTitle():
            self._name(title)
            self.marked.emit(not self.keeper.is_kept)
        self.problems.count(editor.problems, is_told=editor.is_told)
        if self._wants_issue:
            self._wants_issue = False
            self._issue_if_right(editor)

    def _issue_if_right(self, editor: InvoiceEditor) -> None:
        found = editor.problems
        wrong = [one for one in found if not one.is_warning]
        if wrong:
            editor.tell_all()
            self.problems.count(found, is_told=True)
            editor.go_to(wrong[0])
        elif found:
            ask_about(self, found, self._save_and_issue)
        else:
            self._save_and_issue()

    def _save_and_issue(self) -> None:
        if self.editor is not None:
            self._is_issuing = True
            self._typed_in = QApplication.focusWidget()
            self.setEnabled(False)
            self.keeper.save(self.editor.content())

    def _settled(self, outcome: Saving) -> None:
        if outcome is Saving.SAVED and self._is_issuing:
            refused = self._not_issued
            self.shell.client.do(self._was_issued, invoices.issue, self.invoice_id, refused=refused)
            return
        self._go_on()
        if outcome is Saving.CONFLICT:
            refuse = self.shell.refuse
            self.shell.client.ask_or(self._ask_which, refuse, invoices.get, self.invoice_id)

    def _was_issued(self, invoice: Invoice) -> None:
        self._go_on()
        self.shell.say(issued_text(invoice))
        self._show_issued(invoice)

    def _not_issued(self, error: OfficeError) -> None:
        self._go_on()
        if isinstance(error, Invalid) and self.editor is not None:
            self.editor.tell_all()
        self.shell.refuse(error)

    def _go_on(self) -> None:
        """Let the clerk type on where the keyboard was."""
        self._is_issuing = False
        if not self.isEnabled():
            self.setEnabled(True)
            if self._typed_in is not None:
                self._typed_in.setFocus()
        self._typed_in = None

    def _ask_which(self, theirs: Invoice) -> None:
        editor = self.editor
        if editor is None:
            return
        mine = editor.content()
        if theirs.state is not State.DRAFT:
            self._verbs.rescue(mine)
            self._show_issued(theirs)
            return
        self.shell.client.ask_each(partial(self._compare, mine, theirs), invoices.written, mine)

    def _compare(self, mine: Draft, theirs: Invoice, completed: Invoice) -> None:
        """Show my version, complete with what it leaves open, beside theirs."""
        if self.editor is None:
            return
        choices = Choices(
            partial(self._keep_mine, theirs), self._take_theirs, partial(self._keep_both, mine)
        )
        settle_conflict(self, differences(completed, theirs, self.editor.reader), choices)

    def _keep_mine(self, theirs: Invoice) -> None:
        self.keeper.version = theirs.version
        self.flush()

    def _take_theirs(self) -> None:
        self.shell.client.do(self._reopen, drafts.drop, FORM, self.invoice_id)

    def _reopen(self, nothing: object) -> None:
        self.shell.client.ask(self._opened, invoice_forms.opened, self.invoice_id)

    def _keep_both(self, mine: Draft) -> None:
        self._verbs.rescue(mine)
        self._take_theirs()
