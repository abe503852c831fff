"""What is done with a mail, wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.correspondence.letter import INCOMING, Incoming
from app.domain.correspondence.mail import CAME_IN, MAIL, Mail, MailState
from app.domain.correspondence.mail_form import MailForm, form_of
from app.domain.correspondence.mail_row import MailRow
from app.domain.shared.ids import MailId
from app.services import (
    mail_forms,
    mail_handling,
    mail_printing,
    mail_registering,
    mails,
    outbox,
)
from app.services.mail_forms import Way
from app.ui.correspondence.remarking import REMARKS, remarking
from app.ui.correspondence.sheet import SheetDialog
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

_WENT = (MailState.SENT, *CAME_IN)
ANSWERS = {
    "letter.answer": Way.SENDER,
    "mail.answer-all": Way.EVERYBODY,
    "mail.forward": Way.FORWARD,
}


def possible_with(mail: Mail | MailRow) -> frozenset[str]:
    """Return the actions that a mail in this state can be put through."""
    names = {"letter.open", "letter.link", "letter.contact", "letter.print", *REMARKS}
    if mail.state in _WENT:
        names |= set(ANSWERS)
    if mail.state in CAME_IN:
        names.add("mail.register")
    if mail.state is MailState.RECEIVED:
        names |= {"letter.file", "mail.unread"}
    if mail.state is MailState.HANDLED:
        names.add("mail.reopen")
    if mail.state is MailState.DRAFT:
        names |= {"letter.discard", "letter.issue"}
    if mail.state in {MailState.QUEUED, MailState.FAILED}:
        names |= {"mail.withdraw", "mail.again"}
    if mail.state is MailState.UNKNOWN:
        names |= {"mail.again", "mail.arrived"}
    return frozenset(names)


class MailVerbs(QObject):
    """Answers, forwards, registers and moves mails; ``moved(mail)`` after each that moved one."""

    moved = Signal(object)
    discarded = Signal()

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def slots(self) -> dict[str, Callable[[MailId], object]]:
        """Return what each action does with a mail."""
        answers = {name: partial(self._answer, way) for name, way in ANSWERS.items()}
        return {
            **answers,
            **remarking(self._shell, self._page, MAIL, _("the mail")),
            "letter.issue": self._queue,
            "letter.discard": partial(self._look, self._discard),
            "letter.contact": partial(self._look, self._show_contact),
            "letter.print": partial(self._look, self._ask_page),
            "letter.file": self._handle,
            "mail.reopen": self._reopen,
            "mail.register": self._register,
            "mail.unread": self._leave_unread,
            "mail.withdraw": self._withdraw,
            "mail.again": partial(self._look, self._ask_again),
            "mail.arrived": partial(self._look, self._ask_arrived),
        }

    def _answer(self, way: Way, mail_id: MailId) -> None:
        self._shell.client.ask(self._write, mail_forms.answering, mail_id, way)

    def _write(self, form: MailForm) -> None:
        self._shell.client.do(self._written, outbox.write, form)

    def _written(self, mail: Mail) -> None:
        self._shell.open(MAIL, mail.id)

    def _register(self, mail_id: MailId) -> None:
        self._shell.client.do(self._registered, mail_registering.receive, mail_id)

    def _registered(self, letter: Incoming) -> None:
        self._shell.open(INCOMING, letter.id)
        if letter.number:
            self._shell.say(_("It is registered as {number}", number=letter.number))

    def handle(self, ids: tuple[MailId, ...]) -> None:
        """Note that mails were dealt with: they leave the inbox."""
        self._shell.client.do(partial(self._did, handled), mail_handling.handle, ids)

    def reopen(self, ids: tuple[MailId, ...]) -> None:
        """Put mails back into the inbox."""
        self._shell.client.do(partial(self._did, reopened), mail_handling.reopen, ids)

    def _handle(self, mail_id: MailId) -> None:
        self.handle((mail_id,))

    def _reopen(self, mail_id: MailId) -> None:
        self.reopen((mail_id,))

    def _did(self, deed: Callable[[tuple[MailId, ...]], Deed], moved: tuple[MailId, ...]) -> None:
        self._shell.did(deed(moved))

    def _ask_page(self, mail: Mail) -> None:
        """Show a mail as it will print."""
        shown = partial(self._show_page, subject_of(mail))
        self._shell.client.ask(shown, mail_printing.page, mail.id)

    def _show_page(self, subject: str, pdf: bytes) -> None:
        text = _("As it prints: its head, what it says, and which files came or went with it.")
        dialog = SheetDialog(self._page, self._shell, subject, text)
        dialog.show_sheet(pdf, f"{subject}.pdf")
        dialog.open()

    def _leave_unread(self, mail_id: MailId) -> None:
        self._shell.client.do(self.moved.emit, mails.leave_unread, mail_id)

    def _queue(self, mail_id: MailId) -> None:
        refused = partial(self._not_queued, mail_id)
        self._shell.client.do(self._queued, outbox.queue, mail_id, refused=refused)

    def _queued(self, mail: Mail) -> None:
        self._shell.say(queued_text(mail), undo=partial(self._withdraw, mail.id))
        self.moved.emit(mail)

    def _not_queued(self, mail_id: MailId, error: object) -> None:
        self._shell.open(MAIL, mail_id)
        self._shell.say(_("Not sent: the mail is open at what has to be mended"))

    def _withdraw(self, mail_id: MailId) -> None:
        self._shell.client.do(self._withdrawn, outbox.withdraw, mail_id)

    def _withdrawn(self, mail: Mail) -> None:
        self._shell.say(_("{subject} is a draft again", subject=subject_of(mail)))
        self.moved.emit(mail)

    def _ask_again(self, mail: Mail) -> None:
        """Try a mail again; one that perhaps left only when somebody takes that upon them."""
        again = partial(self._try_again, mail.id)
        if mail.state is not MailState.UNKNOWN:
            again()
            return
        text = _("The server may have taken it: then the receiver gets it twice.")
        ask(self._page, Question(_("Send this mail again?"), text, _("Send again")), again)

    def _try_again(self, mail_id: MailId) -> None:
        self._shell.client.do(self._tried, outbox.send_again, mail_id)

    def _tried(self, mail: Mail) -> None:
        self._shell.say(_("{subject} goes as soon as the line is up", subject=subject_of(mail)))
        self.moved.emit(mail)

    def _ask_arrived(self, mail: Mail) -> None:
        text = _("Say so only if the receiver has it: the mail then counts as sent.")
        question = Question(_("Has this mail arrived?"), text, _("It has arrived"))
        ask(self._page, question, partial(self._arrived, mail.id))

    def _arrived(self, mail_id: MailId) -> None:
        self._shell.client.do(self._known_sent, outbox.mark_sent, mail_id)

    def _known_sent(self, mail: Mail) -> None:
        self._shell.say(_("{subject} counts as sent", subject=subject_of(mail)))
        self.moved.emit(mail)

    def _discard(self, mail: Mail) -> None:
        self._shell.client.do(self._discarded, outbox.discard, mail.id, mail.version)

    def _discarded(self, mail: Mail) -> None:
        self._shell.did(thrown_away(mail))
        self.discarded.emit()

    def _show_contact(self, mail: Mail) -> None:
        if mail.contact_id is not None:
            self._shell.open("contact", mail.contact_id)
        else:
            who = mail.sender if mail.came_in else ", ".join(mail.to)
            self._shell.say(_("{name} is no contact yet", name=who or _("The receiver")))

    def _look(self, answer: Callable[[Mail], object], mail_id: MailId) -> None:
        self._shell.client.ask(answer, mails.get, mail_id)


def subject_of(mail: Mail) -> str:
    """Return what a mail is called in a line."""
    return mail.subject or _("The mail")


def queued_text(mail: Mail) -> str:
    """Return that a mail waits for the line."""
    return _("{subject} is in the outbox", subject=subject_of(mail))


def handled(ids: tuple[MailId, ...]) -> Deed:
    """Return that mails were dealt with: they can be put back into the inbox."""
    text = many("{n} mail is handled", "{n} mails are handled", len(ids))
    return Deed(text, mail_handling.reopen, (ids,), reopened)


def reopened(ids: tuple[MailId, ...]) -> Deed:
    """Return that mails are in the inbox again."""
    text = many("{n} mail is in the inbox again", "{n} mails are in the inbox again", len(ids))
    return Deed(text, mail_handling.handle, (ids,), handled)


def thrown_away(mail: Mail) -> Deed:
    """Return that a draft was thrown away: it can be written again."""
    text = _("{subject} discarded", subject=subject_of(mail))
    return Deed(text, outbox.write, (form_of(mail), mail.id), _brought_back)


def _brought_back(mail: Mail) -> Deed:
    return Deed(_("The mail is back"), outbox.discard, (mail.id, mail.version), thrown_away)
