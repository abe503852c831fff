"""A letter that came in, in a tab: written down beside its scan, registered with Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.archive.row import DocumentRow
from app.domain.correspondence.incoming import IncomingForm, check, form_of, tidied
from app.domain.correspondence.letter import INCOMING, Incoming, IncomingState
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import DocumentId, LetterId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.domain.shared.working_days import Due
from app.services import documents, letter_forms, letters_in
from app.services.letter_forms import OpenedIncoming
from app.ui.correspondence.incoming_form import IncomingFields
from app.ui.correspondence.incoming_verbs import (
    IncomingVerbs,
    possible_in,
    registered_text,
    thrown_away,
)
from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.beside import beside, fill
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.history import Deed
from app.ui.kit.preview import Preview
from app.ui.kit.remarks import Remarks
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

_PDF = b"%PDF"


class IncomingPage(FormPage):
    """Writes down one letter; a new one gets its number with Ctrl+Enter, a known one is saved."""

    def __init__(
        self, shell: Shell, record: int | None, document_id: DocumentId | None = None
    ) -> None:
        super().__init__(shell, INCOMING, record, "letter.issue")
        self._document_id = document_id
        self._opened: OpenedIncoming | None = None
        self.fields: IncomingFields | None = None
        self.verbs = IncomingVerbs(shell, self)
        self.verbs.moved.connect(self._moved)
        self.verbs.discarded.connect(self.finished)
        self.setWindowTitle(_("A letter that came in"))
        self.exchange = ThreadPane(shell, tells_about=False)
        self.hint.setText("")
        shell.book.call(self, "letter.issue", _("Register"))
        self.reread()

    def reread(self) -> None:
        letter_id = None if self.record is None else LetterId(self.record)
        asked = (letter_id, self._document_id, self.shell.held(INCOMING))
        self.shell.client.ask_or(self._begin, self._gone, letter_forms.came_in, *asked)

    def content(self) -> IncomingForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        found = check(tidied(self.content()), self.shell.today())
        return (*self.fields.unreadable(), *found)

    def send(self) -> None:
        assert self._opened is not None
        before, client = self._opened.letter, self.shell.client
        if before is None:
            new = (self.content(), LetterId(self.entity))
            client.do(self._registered, letters_in.enter, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._saved, letters_in.save, *known, refused=self.refused)

    def _ground(self) -> QWidget:
        left = QWidget()
        self.paper = Preview(self.shell.client.lanes)
        self.paper.told.connect(self.shell.say)
        self.paper.hide()
        fill(self, beside(left, self.paper, (560, 480)))
        return left

    def _begin(self, opened: OpenedIncoming) -> None:
        self._opened = opened
        letter, form = opened.letter, opened.form
        self.fields = IncomingFields(self.shell, opened.types)
        self.fields.put(form)
        self.begin(self.fields, letter.version if letter else 0)
        self.fields.counted.connect(self._count)
        self.fields.scan.picked.connect(self._look_at_scan)
        self.put_above_foot(self.exchange)
        self._name(letter)
        self._offer(letter)
        self._show_remarks(letter)
        self._show_scan(form.document_id)
        typed = typed_in(IncomingForm, self._taken(opened.draft))
        if typed is not None and typed != form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        lead_to(self, self.fields.received_on)
        self.fields.received_on.setFocus()

    def _show_remarks(self, letter: Incoming | None) -> None:
        """Show what is noted about a letter that is known, under its form."""
        if letter is not None:
            remarks = Remarks(self.shell)
            self.put_above_foot(remarks)
            remarks.ask(f"{INCOMING}:{letter.id}", letter.number or letter.subject)

    def _name(self, letter: Incoming | None) -> None:
        title = (letter.number or letter.subject) if letter else ""
        self.titled.emit(title or _("A letter that came in"))

    def _offer(self, letter: Incoming | None) -> None:
        """Offer what can be done with the letter besides writing it down."""
        book = self.shell.book
        is_numbered = letter is not None and letter.state is not IncomingState.RECEIVED
        book.call(self, "letter.issue", _("Save") if is_numbered else _("Register"))
        if letter is None:
            return
        self.exchange.ask(INCOMING, letter.id)
        if self.fields is not None:
            self.fields.relate(letter.thread_id)
            book.offer(self, {"letter.link": partial(self.reach, self.fields.about.picker)})
        slots = self.verbs.slots()
        del slots["letter.issue"]
        book.offer(self, {name: partial(verb, letter.id) for name, verb in slots.items()})
        may = possible_in(letter.state, has_document=letter.document_id is not None)
        for name in slots:
            book.allow(self, name, allowed=name in may)

    def _look_at_scan(self, row: DocumentRow | None) -> None:
        """Show the document that was chosen, beside the fields."""
        self.paper.setVisible(False)
        self._show_scan(row.id if row is not None else None)

    def _show_scan(self, document_id: DocumentId | None) -> None:
        if document_id is not None:
            client = self.shell.client
            client.ask_or(self._show_paper, self._no_paper, documents.content, document_id)

    def _show_paper(self, content: bytes) -> None:
        if content.startswith(_PDF):
            self.paper.show()
            self.paper.show_pdf(content)

    def _no_paper(self, error: OfficeError) -> None:
        self.paper.hide()

    def _count(self) -> None:
        """Count until when to reply, by the calendar of the country."""
        assert self.fields is not None
        form = self.content()
        if form.reply_days is not None:
            asked = (form.received_on, form.reply_days)
            client = self.shell.client
            client.ask_or(self._show_due, self._not_counted, letters_in.due, *asked)

    def _show_due(self, due: Due) -> None:
        assert self.fields is not None
        self.fields.reply_by.put(due.on)
        words = _("Ctrl+Enter saves")
        if due.is_moved:
            counted = formats().day(due.counted)
            words = _("{day} is no working day: {law}", day=counted, law=due.law)
        self.hint.setText(words)

    def _not_counted(self, error: OfficeError) -> None:
        self.hint.setText("")

    def _registered(self, letter: Incoming) -> None:
        if self._form is not None:
            self._form.call_clean()
        self.record = letter.id
        self.shell.say(registered_text(letter))
        self.finished.emit()

    def _saved(self, letter: Incoming) -> None:
        before = self._opened.letter if self._opened else None
        if letter.state is IncomingState.RECEIVED:
            registered, refused = self._registered, self.refused
            self.shell.client.do(registered, letters_in.register, letter.id, refused=refused)
        else:
            self.done(letter.id, changed(before, letter))

    def _moved(self, letter: Incoming) -> None:
        """Show the letter as it stands now; what is being typed stays."""
        if self._opened is not None:
            self._opened = OpenedIncoming(letter, form_of(letter), self._opened.types, None)
            self._version = letter.version
            self._offer(letter)


def changed(before: Incoming | None, after: Incoming) -> Deed:
    """Return that a letter was corrected, which can be taken back."""
    text = _("{number} saved", number=after.number or after.subject)
    if before is None:
        return thrown_away(after)
    return Deed(text, letters_in.save, (after.id, after.version, form_of(before)))
