"""What is done with a letter of ours, wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.domain.admin.company import Company
from app.domain.correspondence.letter import OUTGOING, Dispatch, Outgoing, OutgoingState
from app.domain.correspondence.mail import Mail
from app.domain.correspondence.outgoing import form_of
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import admin, dispatching, letter_mails, letter_printing, letters_out
from app.services.letter_mails import ReadyMail
from app.services.letter_printing import WithEnclosures
from app.services.office import Desk
from app.ui.correspondence.letter_verbs import LetterVerbs, put_away_text
from app.ui.correspondence.mailing_out import MailingOutDialog
from app.ui.correspondence.remarking import REMARKS, remarking
from app.ui.correspondence.sending import Sending, SendingDialog
from app.ui.correspondence.sheet import SheetDialog
from app.ui.correspondence.words import channel_text
from app.ui.kit.dialogs import Question
from app.ui.kit.history import Deed
from app.ui.kit.printing import print_pdf
from app.ui.kit.texts import _

_UNNUMBERED = (OutgoingState.DRAFT, OutgoingState.APPROVED)
_OF_STATE = {
    OutgoingState.DRAFT: frozenset({"letter.approve"}),
    OutgoingState.ISSUED: frozenset({"letter.send", "post.send", "letter.void"}),
    OutgoingState.SENT: frozenset({"letter.send", "post.send", "letter.file", "letter.proof"}),
    OutgoingState.FILED: frozenset({"letter.proof"}),
}


def possible_out(state: OutgoingState) -> frozenset[str]:
    """Return the actions that a letter of ours in this state can be put through."""
    usual = {"letter.open", "letter.copy", "letter.contact", "letter.link", *REMARKS}
    usual |= {"letter.print", "letter.print-all"}
    if state in _UNNUMBERED:
        usual |= {"letter.issue", "letter.discard"}
    else:
        usual.add("letter.document")
    return frozenset(usual | _OF_STATE.get(state, frozenset()))


class OutgoingVerbs(LetterVerbs[Outgoing]):
    """Approves, issues, sends, voids and puts letters away."""

    def get(self) -> Callable[[Desk, LetterId], Outgoing]:
        return letters_out.get

    def gone(self, letter: Outgoing) -> Deed:
        return thrown_away(letter)

    def slots(self) -> dict[str, Callable[[LetterId], object]]:
        """Return what each action does with a letter."""
        return {
            **remarking(self._shell, self._page, OUTGOING),
            "letter.approve": self._approve,
            "letter.issue": self.issue,
            "letter.send": self._ask_way,
            "post.send": self.ask_mail,
            "letter.void": self._ask_reason,
            "letter.file": self._file,
            "letter.copy": self._copy,
            "letter.discard": self.discard,
            "letter.print": self._print,
            "letter.print-all": partial(self.look, self._ask_all_pages),
            "letter.proof": partial(self.look, self._ask_proof),
            "letter.document": partial(self.look, self.show_document),
            "letter.contact": partial(self.look, self._show_receiver),
        }

    def issue(self, letter_id: LetterId) -> None:
        """Number a letter and freeze its paper; one that lacks something is opened."""
        refused = partial(self._not_issued, letter_id)
        done = partial(self.tell, issued_text)
        self._shell.client.do(done, letters_out.issue, letter_id, refused=refused)

    def discard(self, letter_id: LetterId) -> None:
        """Throw a letter without a number away; what was in it can be taken back."""
        self._shell.client.do(self.was_discarded, letters_out.discard, letter_id)

    def _not_issued(self, letter_id: LetterId, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self._shell.open("letter-out", letter_id)
            self._shell.say(_("Not issued: the letter is open at what has to be mended"))
        else:
            self._shell.refuse(error)

    def _approve(self, letter_id: LetterId) -> None:
        done = partial(self.tell, _approved_text)
        self._shell.client.do(done, letters_out.approve, letter_id)

    def _ask_way(self, letter_id: LetterId) -> None:
        self._shell.client.ask(partial(self._ask_details, letter_id), admin.company)

    def _ask_details(self, letter_id: LetterId, company: Company) -> None:
        self.look(partial(self._open_sending, company.currency), letter_id)

    def _open_sending(self, currency: str, letter: Outgoing) -> None:
        answer, by_mail = partial(self._send, letter.id), partial(self.ask_mail, letter.id)
        SendingDialog(self._page, letter, currency, answer, by_mail).open()

    def ask_mail(self, letter_id: LetterId) -> None:
        """Ask how a letter goes out by e-mail, and put it into the outbox."""
        self._shell.client.ask(self._open_mail, letter_mails.ready, letter_id)

    def _open_mail(self, mail: ReadyMail) -> None:
        if mail.accounts:
            MailingOutDialog(self._page, self._shell, mail, self._posted).open()
        else:
            self._shell.open("mail-accounts")
            self._shell.say(_("Write your mail account first, then send the letter"))

    def _posted(self, mail: Mail) -> None:
        to = ", ".join(mail.recipients)
        self._shell.say(_("In the outbox, to {to}; it leaves by itself", to=to))

    def _send(self, letter_id: LetterId, sending: Sending) -> None:
        told = (sending.channel, sending.to, sending.tracking, sending.postage)
        self._shell.client.do(self._sent, dispatching.send, letter_id, *told)

    def _sent(self, dispatch: Dispatch) -> None:
        way = channel_text(dispatch.channel)
        self._shell.say(_("Sent: {way}. The proof is in the audit trail.", way=way))
        self.look(self.moved.emit, dispatch.letter_id)

    def _ask_reason(self, letter_id: LetterId) -> None:
        question = Question(
            _("Void this letter?"),
            _("Its number and its paper stay, marked as void. What it answered waits again."),
            _("Void"),
        )
        done = partial(self.do, _voided_text, letters_out.void, letter_id)
        self.ask(question, _("Reason"), done)

    def _file(self, letter_id: LetterId) -> None:
        done = partial(self.tell, put_away_text)
        self._shell.client.do(done, letters_out.file, letter_id)

    def _copy(self, letter_id: LetterId) -> None:
        self._shell.client.do(self._copied, letters_out.copy, letter_id)

    def _copied(self, letter: Outgoing) -> None:
        self._shell.open("letter-out", letter.id)
        self._shell.say(_("Copied as a new draft"))

    def _print(self, letter_id: LetterId) -> None:
        self.look(self._ask_page, letter_id)

    def _ask_page(self, letter: Outgoing) -> None:
        title = letter.number or letter.subject or _("Draft")
        self._shell.client.ask(partial(self._print_pdf, title), letters_out.page, letter.id)

    def _ask_all_pages(self, letter: Outgoing) -> None:
        title = letter.number or letter.subject or _("Draft")
        shown = partial(self._print_all, title)
        work = self._shell.client.watch(shown, letter_printing.printable, letter.id)
        self._shell.watch(work, _("The pages are put together…"))

    def _print_all(self, title: str, whole: WithEnclosures) -> None:
        if whole.left_out:
            titles = ", ".join(whole.left_out)
            self._shell.say(_("Without pages, and not printed: {titles}", titles=titles))
        self._print_pdf(title, whole.pdf)

    def _print_pdf(self, title: str, pdf: bytes) -> None:
        print_pdf(self._page, self._shell.client.lanes, pdf, title)

    def _ask_proof(self, letter: Outgoing) -> None:
        shown = partial(self._show_proof, letter.number)
        self._shell.client.ask(shown, dispatching.proof, letter.id)

    def _show_proof(self, number: str, pdf: bytes) -> None:
        text = _("The fingerprint of the exact paper, the way and the time are kept as a proof.")
        title = _("Proof of dispatch of {number}", number=number)
        dialog = SheetDialog(self._page, self._shell, title, text)
        dialog.show_sheet(pdf, f"{title}.pdf")
        dialog.open()

    def _show_receiver(self, letter: Outgoing) -> None:
        self.show_contact(letter.addressee_id, letter.addressee.name or _("The receiver"))


def _approved_text(_letter: Outgoing) -> str:
    return _("Approved; nobody changes it from now on")


def _voided_text(letter: Outgoing) -> str:
    return _("{number} is void", number=letter.number)


def issued_text(letter: Outgoing) -> str:
    """Return that a letter was issued."""
    return _("{number} issued to {name}", number=letter.number, name=letter.addressee.name)


def thrown_away(letter: Outgoing) -> Deed:
    """Return that a letter without a number was thrown away: it can be a draft again."""
    text = _("{subject} discarded", subject=letter.subject or _("The letter"))
    return Deed(text, letters_out.draft, (form_of(letter), letter.id), _brought_back)


def _brought_back(letter: Outgoing) -> Deed:
    return Deed(_("The letter is back"), letters_out.discard, (letter.id,), thrown_away)
