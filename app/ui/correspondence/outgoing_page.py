"""A letter of ours in a tab: written with its page beside it, then issued, then only looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.contacts.contact import Contact
from app.domain.contacts.row import ContactRow
from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import OUTGOING, Outgoing, OutgoingState
from app.domain.correspondence.outgoing import OutgoingForm, addressee_of
from app.domain.correspondence.template import Template
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import LetterId, TemplateId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import contacts, letter_forms, letters_out, snippets, templates
from app.services.letter_forms import LetterReview, OpenedOutgoing
from app.ui.correspondence.answering import ask_template
from app.ui.correspondence.issued_view import IssuedLetter
from app.ui.correspondence.kept_page import ROOM_FOR_PAGE, Pictures
from app.ui.correspondence.outgoing_form import OutgoingFields
from app.ui.correspondence.outgoing_verbs import OutgoingVerbs, issued_text, possible_out
from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.beside import Yielding, fill
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.preview import Preview
from app.ui.kit.remarks import Remarks
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_REST = 40


class OutgoingPage(FormPage):
    """Writes one letter; Ctrl+S keeps it as a draft, Ctrl+Enter issues it."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, OUTGOING, record, "letter.issue")
        self._opened: OpenedOutgoing | None = None
        self._found: tuple[Problem, ...] = ()
        self._pictures = Pictures(shell, self)
        self._serves: dict[str, Callable[[], object]] = {}
        self._wants_issue = False
        self.fields: OutgoingFields | None = None
        self.issued: IssuedLetter | None = None
        self.verbs = OutgoingVerbs(shell, self)
        self.verbs.moved.connect(self._moved)
        self.verbs.discarded.connect(self.finished)
        self.exchange = ThreadPane(shell)
        self.remarks = Remarks(shell)
        self.remarks.hide()
        self._rest_of_keys = QTimer(self)
        self._rest_of_keys.setSingleShot(True)
        self._rest_of_keys.setInterval(_REST)
        self._rest_of_keys.timeout.connect(self._ask_page)
        self.setWindowTitle(_("Letter"))
        self.hint.setText(_("Ctrl+S keeps the draft, Ctrl+Enter issues the letter"))
        shell.book.offer(self, {"letter.save": self.keep_draft})
        self.reread()

    def reread(self) -> None:
        letter_id = None if self.record is None else LetterId(self.record)
        asked = (letter_id, self.shell.held(OUTGOING))
        self.shell.client.ask_or(self._begin, self._gone, letter_forms.goes_out, *asked)

    def content(self) -> OutgoingForm:
        assert self.fields is not None
        return self.fields.value()

    def _put_typed(self, content: OutgoingForm) -> None:
        if self.fields is not None:
            self.fields.put(content)
            self._speak()
            self._pictures.fetch()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        found = (*self.fields.unreadable(), *self._found)
        if self._is_strict:
            self.fields.show_more((*found, *self._refused))
        return found if self._wants_issue else tuple(self.fields.unreadable())

    def save(self) -> None:
        """Issue the letter, once all of it was looked at."""
        self._wants_issue = True
        if self.fields is not None:
            form = self.content()
            self.shell.client.ask(self._issue_if_right, letter_forms.review, form)

    def keep_draft(self) -> None:
        """Save the letter as a draft and go on writing."""
        self._wants_issue = False
        super().save()

    def send(self) -> None:
        assert self._opened is not None
        before, client = self._opened.letter, self.shell.client
        if before is None:
            new = (self.content(), LetterId(self.entity))
            client.do(self._kept_draft, letters_out.draft, *new, refused=self._not_kept)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._kept_draft, letters_out.save, *known, refused=self._not_kept)

    def _ground(self) -> QWidget:
        left = QWidget()
        self.page = Preview(self.shell.client.lanes)
        self.page.go_without_tools()
        self._stack = QStackedWidget()
        both = Yielding(left, self.page, (600, 460), ROOM_FOR_PAGE)
        both.give_way_under(self.column)
        self._stack.addWidget(both)
        fill(self, self._stack)
        return left

    def _begin(self, opened: OpenedOutgoing) -> None:
        self._opened = opened
        letter, form = opened.letter, opened.form
        if letter is not None and letter.state is not OutgoingState.DRAFT:
            self._show_issued(letter)
            return
        self.fields = OutgoingFields(self.shell, opened, self._pictures.load)
        self.fields.put(form)
        self.begin(self.fields, letter.version if letter else 0)
        self.put_above_foot(self.exchange)
        self.put_above_foot(self.remarks)
        self.fields.to.picked.connect(self._take_contact)
        self.fields.language.edited.connect(self._speak)
        self._serves = self._pictures.serve(self.fields.writer)
        self._name(letter)
        self._offer(letter)
        typed = typed_in(OutgoingForm, self._taken(opened.draft))
        if typed is not None and typed != form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        is_answer = letter is not None and bool(form.addressee.name)
        lead_to(self, self.fields.writer if is_answer else self.fields.to)
        (self.fields.writer if is_answer else self.fields.to).setFocus()
        self._ask_page()

    def _offer(self, letter: Outgoing | None) -> None:
        assert self.fields is not None
        offers = dict(self.fields.box.deeds.offers())
        offers["letter.body"] = self.fields.writer.setFocus
        offers["letter.enclose"] = partial(self.reach, self.fields.attached.picker)
        offers |= self._serves
        offers["letter.template"] = self._ask_template
        if letter is not None:
            self.exchange.ask(OUTGOING, letter.id)
            self.remarks.show()
            self.remarks.ask(f"{OUTGOING}:{letter.id}", letter.subject or _("New letter"))
            offers["letter.link"] = self.exchange.link
            slots = self.verbs.slots()
            own = (
                *("letter.approve", "letter.copy", "letter.discard", "letter.contact"),
                *("letter.print", "letter.print-all"),
            )
            offers |= {name: partial(slots[name], letter.id) for name in own}
        self.shell.book.offer(self, offers)

    def _ask_template(self) -> None:
        """Ask from which template the letter goes on; what was there can be had back."""
        self.shell.client.ask(self._offer_templates, templates.templates)

    def _offer_templates(self, kept: tuple[Template, ...]) -> None:
        if kept:
            ask_template(self, kept, self._take_template)
        else:
            self.shell.say(_("There is no template yet"))

    def _take_template(self, template_id: TemplateId | None) -> None:
        now = self.content()
        if template_id is None:
            self._write_over(now, replace(now, template_id=None, body=Body()))
        else:
            answer = partial(self._write_over, now)
            self.shell.client.ask(answer, letters_out.by_template, now, template_id)

    def _write_over(self, before: OutgoingForm, form: OutgoingForm) -> None:
        if self.fields is not None:
            self._put(form)
            self.fields.writer.setFocus()
            self.shell.say(_taken(before.language, form.language), partial(self._put, before))

    def _put(self, form: OutgoingForm) -> None:
        """Write something in the place of what is written, in its language."""
        if self.fields is not None:
            self.fields.take(form)
            self._speak()
            self._pictures.fetch()

    def _speak(self) -> None:
        """Let snippets write, and words be judged, in the language of the letter."""
        if self.fields is not None:
            self.fields.speak()
            language = self.fields.language.value()
            self.shell.client.ask(self.fields.writer.set_snippets, snippets.bodies, language)

    def _name(self, letter: Outgoing | None) -> None:
        title = (letter.number or letter.subject) if letter else ""
        self.titled.emit(title or _("New letter"))

    def _take_contact(self, row: ContactRow | None) -> None:
        if row is not None:
            self.shell.client.ask(self._know, contacts.get, row.id)

    def _know(self, contact: Contact) -> None:
        if self.fields is not None:
            self.fields.know(addressee_of(contact))
            if contact.terms.language:
                self.fields.language.put(contact.terms.language)
                self._speak()

    def _edited(self) -> None:
        super()._edited()
        self._rest_of_keys.start()

    def _ask_page(self) -> None:
        if self.fields is not None:
            form = self.content()
            client = self.shell.client
            client.ask_or(self._show_page, self._no_page, letter_forms.review, form)

    def _show_page(self, review: LetterReview) -> None:
        if self._form is None:
            # The letter was issued before the answer of its last draft came.
            return
        self._found = review.problems
        self.page.show_pdf(review.pdf)
        if self._is_strict:
            self._show_problems()

    def _no_page(self, error: OfficeError) -> None:
        self.page.hold(_("The page shows again once the letter can be printed."))

    def _issue_if_right(self, review: LetterReview) -> None:
        if self._form is not None:
            self._found = review.problems
            super().save()

    def _kept_draft(self, letter: Outgoing) -> None:
        if self._form is None or self._opened is None:
            return
        self._form.call_clean()
        self.record, self._version = letter.id, letter.version
        self._opened = replace(self._opened, letter=letter, form=self.content(), draft=None)
        self.standoff.opened(letter.version)
        self._name(letter)
        self._offer(letter)
        if self._wants_issue:
            client, refused = self.shell.client, self.refused
            client.do(self._was_issued, letters_out.issue, letter.id, refused=refused)
        else:
            self.shell.say(_("Kept as a draft"))

    def _not_kept(self, error: OfficeError) -> None:
        self.refused(error)

    def _was_issued(self, letter: Outgoing) -> None:
        self.shell.say(issued_text(letter))
        self._show_issued(letter)

    def _show_issued(self, letter: Outgoing) -> None:
        self._form, self.record = None, letter.id
        before, self.issued = self.issued, IssuedLetter(self.shell, letter)
        self.issued.posts.moved.connect(self._moved)
        self._stack.addWidget(self.issued)
        self._stack.setCurrentWidget(self.issued)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._name(letter)
        slots = self.verbs.slots()
        self.shell.book.offer(self, {name: partial(do, letter.id) for name, do in slots.items()})
        may = possible_out(letter.state)
        for name in (*slots, "letter.save"):
            self.shell.book.allow(self, name, allowed=name in may)
        lead_to(self, self.issued)
        if before is None or before.isAncestorOf(self.focusWidget() or self):
            self.issued.setFocus()

    def _moved(self, letter: Outgoing) -> None:
        if letter.state is not OutgoingState.DRAFT:
            self._show_issued(letter)


def _taken(wanted: str, language: str) -> str:
    """Return that a template was taken, and in which language where it has none in the letter's."""
    if wanted == language:
        return _("Written from the template")
    return _(
        "The template says nothing in {wanted}: the letter is in {language} now",
        wanted=_(LANGUAGES.get(wanted, wanted)),
        language=_(LANGUAGES.get(language, language)),
    )
