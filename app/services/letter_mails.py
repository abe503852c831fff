"""Letters by e-mail: the frozen paper goes into the outbox with a few words, and only once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.correspondence.filling import fill
from app.domain.correspondence.letter import OUTGOING, Outgoing, OutgoingState
from app.domain.correspondence.mail import MAIL, Mail, MailAccount, MailAttachment, MailState
from app.domain.correspondence.mail_form import MailForm, tidied
from app.domain.correspondence.plain_text import plain_text
from app.domain.correspondence.template import text_in
from app.domain.shared.ids import DocumentId, LetterId, MailAccountId
from app.domain.shared.refusals import IllegalTransition, NotFound, Refusal
from app.lang.texts import say_in
from app.services import outbox, snippets
from app.services.letter_enclosures import LetterEnclosures
from app.services.letter_fields import LetterFields
from app.services.office import Desk
from app.services.permissions import Permission, command, query

USUAL = ""
"""The name of the covering text that every office has."""
UNDER_WAY = frozenset({MailState.QUEUED, MailState.SENDING, MailState.UNKNOWN})
_MAY_LEAVE = frozenset({OutgoingState.ISSUED, OutgoingState.SENT})


class AlreadyUnderWay(Refusal):
    """The letter is in the outbox already, to the same receiver."""

    code = "mail.letter-under-way"


@dataclass(frozen=True, slots=True)
class Cover:
    """A covering text for a letter: the shortcut of the snippet that it is, and its words."""

    shortcut: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadyMail:
    """What a clerk sees before a letter goes out by e-mail.

    ``accounts`` are those in use; ``covers`` the texts to choose from, the usual one first.
    """

    number: str
    form: MailForm
    accounts: tuple[MailAccount, ...]
    covers: tuple[Cover, ...]


@query(Permission.MAIL_READ)
def ready(desk: Desk, letter_id: LetterId) -> ReadyMail:
    """Return the mail by which an issued letter would go out, with what can be chosen of it.

    Raises NotFound, or IllegalTransition for a letter that may not leave the house.
    """
    letter = _require(desk.store.letters_out.get(letter_id))
    mails = LetterMails(desk)
    covers = mails.covers(letter)
    form = outbox.for_letter(desk, letter_id)
    form = replace(form, text=covers[0].text, documents=mails.papers(letter, form.documents))
    in_use = (one for one in desk.store.mail_accounts.all() if not one.is_archived)
    accounts = tuple(sorted(in_use, key=lambda one: one.name.casefold()))
    return ReadyMail(letter.number, form, accounts, covers)


@command(Permission.MAIL_SEND)
def send(desk: Desk, form: MailForm) -> Mail:
    """Put an issued letter into the outbox: its frozen paper is attached whatever the form says.

    That it left is noted, with its SHA-256, once the server has taken it. Raises Invalid, NotFound,
    AlreadyUnderWay, or IllegalTransition for a letter that may not leave the house.
    """
    if form.letter_id is None:
        raise NotFound(record=OUTGOING, id=0)
    letter = _require(desk.store.letters_out.get(form.letter_id))
    return LetterMails(desk).post(letter, form)


@query(Permission.MAIL_READ)
def of(desk: Desk, letter_id: LetterId) -> tuple[Mail, ...]:
    """Return the mails by which a letter goes out, or should, the newest first."""
    return desk.store.mails.get_all(desk.store.mails.ways.of_letter(letter_id))


class LetterMails:
    """Writes the mails by which the letters of one office go out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fields = LetterFields(desk)
        self._enclosures = LetterEnclosures(desk)
        self._company = desk.store.company.get()

    def covers(self, letter: Outgoing) -> tuple[Cover, ...]:
        """Return the covering texts for a letter in its language; the usual one first."""
        words = snippets.bodies(self._desk, letter.language)
        values = self._fields.values(letter)
        written = (
            Cover(shortcut, plain_text(fill(body, values).body)) for shortcut, body in words.items()
        )
        return (Cover(USUAL, self.usual(letter)), *written)

    def cover(self, letter: Outgoing, shortcut: str) -> str:
        """Return one covering text; the usual one where there is no such snippet any more."""
        home = self._company.language
        for one in self._desk.store.snippets.all():
            if shortcut and one.shortcut == shortcut and not one.is_archived:
                found = text_in(one.texts, letter.language, home)
                if found is not None:
                    return plain_text(fill(found.body, self._fields.values(letter)).body)
        return self.usual(letter)

    def usual(self, letter: Outgoing) -> str:
        """Return the few words that every office has, in the language of a letter."""
        say = say_in(letter.language)
        values = self._fields.values(letter)
        told = say(
            "Please find attached our letter {number}: {subject}.",
            number=letter.number,
            subject=letter.subject,
        )
        end = say("Kind regards")
        names = (values.get("signatory.name", ""), self._company.name)
        whole = (say("Good day,"), "", told, "", end, *(name for name in names if name))
        return "\n".join(whole) + "\n"

    def post(self, letter: Outgoing, form: MailForm) -> Mail:
        """Put a letter into the outbox, unless it is there for one of the same receivers."""
        papers = self.papers(letter, form.documents)
        whole = replace(form, letter_id=letter.id, documents=papers)
        self._require_once(letter, tidied(whole))
        draft = self._frozen(letter, outbox.write(self._desk, whole))
        return outbox.queue(self._desk, draft.id)

    def papers(
        self, letter: Outgoing, others: tuple[DocumentId, ...] = ()
    ) -> tuple[DocumentId, ...]:
        """Return what is attached: the frozen paper, what it encloses, and what else is wanted."""
        if letter.document_id is None:
            raise NotFound(record=OUTGOING, id=letter.id)
        enclosed = (one.document_id for one, _file in self._enclosures.files(letter))
        return tuple(dict.fromkeys((letter.document_id, *enclosed, *others)))

    def form(self, letter: Outgoing, account_id: MailAccountId, shortcut: str) -> MailForm:
        """Return the mail by which a letter goes out from an account with a covering text."""
        return MailForm(
            account_id=account_id,
            to=(letter.addressee.email,),
            subject=letter.subject,
            text=self.cover(letter, shortcut),
            contact_id=letter.addressee_id,
            letter_id=letter.id,
        )

    def _frozen(self, letter: Outgoing, draft: Mail) -> Mail:
        """Attach the enclosures as they were when the letter was issued."""
        files = {one.document_id: file for one, file in self._enclosures.files(letter)}
        told = tuple(
            MailAttachment(file.name, file.media_type, file.size, file.sha256, one.document_id)
            if one.document_id is not None and (file := files.get(one.document_id))
            else one
            for one in draft.attachments
        )
        if told == draft.attachments:
            return draft
        return self._desk.store.mails.save(draft, replace(draft, attachments=told))

    def _require_once(self, letter: Outgoing, form: MailForm) -> None:
        to = {one.casefold() for one in (*form.to, *form.cc, *form.bcc)}
        store = self._desk.store.mails
        for one in store.get_all(store.ways.of_letter(letter.id)):
            if one.state in UNDER_WAY and to & {each.casefold() for each in one.recipients}:
                raise AlreadyUnderWay(
                    record=MAIL, number=letter.number, to=", ".join(one.recipients)
                )


def _require(letter: Outgoing) -> Outgoing:
    if letter.state not in _MAY_LEAVE:
        number, state = letter.number or letter.subject, letter.state.value
        raise IllegalTransition(record=OUTGOING, number=number, state=state, wanted="sent")
    return letter
