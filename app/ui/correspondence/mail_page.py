"""A mail in a tab: written and put into the outbox, or read with its exchange beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.correspondence.mail import MAIL, Mail, MailState
from app.domain.correspondence.mail_form import MailForm, check, tidied
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import ContactId, MailId
from app.domain.shared.problems import Problem
from app.services import mail_forms, mails, outbox
from app.services.mail_forms import OpenedMail
from app.ui.correspondence.mail_form import MailFields
from app.ui.correspondence.mail_reading import ReadMail
from app.ui.correspondence.mail_verbs import MailVerbs, possible_with, queued_text
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class MailPage(FormPage):
    """Writes one mail; Ctrl+S keeps it as a draft, Ctrl+Enter puts it into the outbox."""

    def __init__(
        self, shell: Shell, record: int | None, contact_id: ContactId | None = None
    ) -> None:
        super().__init__(shell, MAIL, record, "letter.issue")
        self._contact_id = contact_id
        self._opened: OpenedMail | None = None
        self._wants_queue = False
        self.fields: MailFields | None = None
        self.read: ReadMail | None = None
        self.verbs = MailVerbs(shell, self)
        self.verbs.moved.connect(self._moved)
        self.verbs.discarded.connect(self.finished)
        self.setWindowTitle(_("Mail"))
        self.hint.setText(_("Ctrl+S keeps the draft, Ctrl+Enter puts it into the outbox"))
        shell.book.call(self, "letter.issue", _("Put into the outbox"))
        shell.book.call(self, "letter.file", _("Mark as handled"))
        shell.book.offer(self, {"letter.save": self.keep_draft})
        shell.client.changed.connect(self._news)
        self.reread()

    def reread(self) -> None:
        mail_id = None if self.record is None else MailId(self.record)
        asked = (mail_id, self.shell.held(MAIL), self._contact_id)
        self.shell.client.ask_or(self._begin, self._gone, mail_forms.opened, *asked)

    def content(self) -> MailForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        return check(tidied(self.content())) if self._wants_queue else ()

    def save(self) -> None:
        """Put the mail into the outbox, or show what has to be mended first."""
        self._wants_queue = True
        super().save()

    def keep_draft(self) -> None:
        """Keep the mail as a draft and go on writing."""
        self._wants_queue = False
        super().save()

    def send(self) -> None:
        assert self._opened is not None
        before, client = self._opened.mail, self.shell.client
        if before is None:
            new = (self.content(), MailId(self.entity))
            client.do(self._kept, outbox.write, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._kept, outbox.save, *known, refused=self.refused)

    def _ground(self) -> QWidget:
        written = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(written)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        return written

    def _begin(self, opened: OpenedMail) -> None:
        self._opened = opened
        mail, form = opened.mail, opened.form
        if mail is not None and mail.state is not MailState.DRAFT:
            self._show_read(mail)
            return
        self.fields = MailFields(self.shell, opened)
        self.fields.put(form)
        self.begin(self.fields, mail.version if mail else 0)
        self._name(mail)
        self._offer(mail)
        typed = typed_in(MailForm, self._taken(opened.draft))
        if typed is not None and typed != form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        first = self.fields.begin()
        lead_to(self, first)
        first.setFocus()

    def _offer(self, mail: Mail | None) -> None:
        assert self.fields is not None
        offers: dict[str, Callable[[], object]] = {
            "letter.body": self.fields.words.setFocus,
            "mail.attach": self.fields.enclosures.intake.ask,
        }
        if mail is not None:
            slots = self.verbs.slots()
            offers |= {
                name: partial(slots[name], mail.id) for name in ("letter.discard", "letter.contact")
            }
        self.shell.book.offer(self, offers)

    def _name(self, mail: Mail | None) -> None:
        self.titled.emit((mail.subject if mail else "") or _("New mail"))

    def _kept(self, mail: Mail) -> None:
        if self._form is None or self._opened is None:
            return
        self._form.call_clean()
        self.record, self._version = mail.id, mail.version
        self._opened = replace(self._opened, mail=mail, form=self.content(), draft=None)
        self.standoff.opened(mail.version)
        self._name(mail)
        self._offer(mail)
        if self._wants_queue:
            client, refused = self.shell.client, self.refused
            client.do(self._queued, outbox.queue, mail.id, refused=refused)
        else:
            self.shell.say(_("Kept as a draft"))

    def _queued(self, mail: Mail) -> None:
        self.shell.say(queued_text(mail))
        if self._form is not None:
            self._form.call_clean()
        self.finished.emit()

    def _show_read(self, mail: Mail) -> None:
        self._form, self.record = None, mail.id
        self.read = ReadMail(self.shell, mail)
        self._stack.addWidget(self.read)
        self._stack.setCurrentWidget(self.read)
        self._name(mail)
        slots = self.verbs.slots()
        self.shell.book.offer(self, {name: partial(do, mail.id) for name, do in slots.items()})
        self.shell.book.offer(self, {"letter.link": self._link})
        may = possible_with(mail)
        for name in (*slots, "letter.save"):
            self.shell.book.allow(self, name, allowed=name in may)
        self.shell.book.call(self, "letter.answer", _("Reply"))
        lead_to(self, self.read)
        self.read.setFocus()
        if mail.is_unread and not self.shell.client.office.is_read_only:
            self.shell.client.do(self._was_read, mails.look_at, mail.id)

    def _link(self) -> None:
        if self.read is not None:
            self.read.exchange.link()

    def _was_read(self, mail: Mail) -> None:
        if self.read is not None:
            self.read.view.show_mail(mail)

    def _news(self, tables: frozenset[str]) -> None:
        """Show how a mail stands now that it may have left."""
        if self.read is not None and "mail" in tables and self.read.view.mail is not None:
            known = self.read.view.mail.id
            self.shell.client.ask_or(self._stands, self._gone, mails.get, known)

    def _stands(self, mail: Mail) -> None:
        shown = self.read.view.mail if self.read is not None else None
        if shown is None or self.read is None or shown == mail:
            return
        if shown.state is mail.state:
            self.read.view.show_mail(mail)
        else:
            self._moved(mail)

    def _moved(self, mail: Mail) -> None:
        """Show a mail as it stands now; one that is a draft again is written on."""
        if mail.state is MailState.DRAFT:
            self.shell.client.ask_or(self._write_on, self._gone, mail_forms.opened, mail.id)
        elif self._form is None and (self.read is None or self.read.view.mail != mail):
            self._show_read(mail)

    def _write_on(self, opened: OpenedMail) -> None:
        if self.fields is None:
            self.read = None
            self._stack.setCurrentIndex(0)
            self.shell.book.allow(self, "letter.issue", allowed=True)
            self.shell.book.allow(self, "letter.save", allowed=True)
            self.shell.book.offer(self, {"letter.issue": self.save})
            self._begin(opened)
