"""Mails as they are written: all that a form begins with, in one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.archive.document import DocumentState
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.correspondence.mail import MAIL, Mail, MailAccount
from app.domain.correspondence.mail_form import MailForm, form_of
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, DocumentId, MailId
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services import contacts, documents, drafts, outbox
from app.services.office import Desk
from app.services.permissions import Permission, query

MOST_FOUND = 20
_IN_HAND = (DocumentState.FILED, DocumentState.INBOX)


class Way(Enum):
    """How a mail is answered: to who wrote it, to all who have it, or by handing it on."""

    SENDER = "sender"
    EVERYBODY = "everybody"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Receiver:
    """A contact that a mail can go to; ``id`` is the contact's."""

    id: ContactId
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A document that goes with a mail, and how large it is."""

    id: DocumentId
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """A mail as it is written; ``draft`` is what was typed and not saved."""

    mail: Mail | None
    form: MailForm
    accounts: tuple[MailAccount, ...]
    draft: FormDraft | None


@query(Permission.MAIL_READ)
def opened(
    desk: Desk,
    mail_id: MailId | None = None,
    held: frozenset[int] = frozenset(),
    contact_id: ContactId | None = None,
) -> OpenedMail:
    """Return a mail, or what a new one begins with; raises NotFound.

    Without an id it is a new one to a contact, or one that was typed and left, but for those that
    are held.
    """
    if contact_id is not None:
        draft = None
    elif mail_id is None:
        draft = drafts.waiting(desk, MAIL, held)
    else:
        draft = desk.store.drafts.kept(MAIL, mail_id, desk.who.name)
    is_new = mail_id is None or (draft is not None and draft.is_new)
    mail = None if is_new or mail_id is None else desk.store.mails.get(mail_id)
    accounts = tuple(one for one in desk.store.mail_accounts.all() if not one.is_archived)
    usual = accounts[0].id if accounts else None
    form = form_of(mail) if mail else _begun(desk, MailForm(usual, contact_id=contact_id))
    return OpenedMail(mail, form, accounts, draft)


@query(Permission.MAIL_READ)
def answering(desk: Desk, mail_id: MailId, way: Way = Way.SENDER) -> MailForm:
    """Return the answer to a mail as it begins, with what it answers quoted under it.

    Handed on, it takes the attachments along and goes to nobody yet. Raises NotFound.
    """
    old = desk.store.mails.get(mail_id)
    begun = outbox.answering(desk, mail_id)
    own = {one.address.casefold() for one in desk.store.mail_accounts.all()}
    text = f"\n\n{_quoted(desk, old)}"
    if way is Way.FORWARD:
        known = (one.document_id for one in old.attachments)
        return MailForm(
            begun.account_id,
            subject=handed_on(old.subject),
            text=text,
            documents=tuple(one for one in known if one is not None),
        )
    to = begun.to if way is Way.SENDER else _others((*begun.to, *old.to), own)
    cc = () if way is Way.SENDER else _others(old.cc, {*own, *map(str.casefold, to)})
    return MailForm(
        begun.account_id,
        to or begun.to,
        cc,
        subject=begun.subject,
        text=text,
        contact_id=begun.contact_id,
        answers=mail_id,
    )


@query(Permission.CONTACTS_READ)
def receivers(desk: Desk, words: str) -> tuple[Receiver, ...]:
    """Return the contacts with an e-mail address that answer words."""
    found = (one for one in contacts.find(desk, words, MOST_FOUND) if one.email)
    return tuple(Receiver(one.id, one.name, one.email) for one in found)


@query(Permission.ARCHIVE_READ)
def enclosed(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Enclosed, ...]:
    """Return documents that go with a mail, as files; what is gone is left out."""
    return tuple(map(_file, documents.rows(desk, ids)))


@query(Permission.ARCHIVE_READ)
def enclosable(desk: Desk, words: str) -> tuple[Enclosed, ...]:
    """Return the documents of the archive that answer words, as files."""
    newest = View(words=words, is_descending=True)
    return tuple(map(_file, documents.first(desk, newest, MOST_FOUND, Wanted(_IN_HAND))))


def _begun(desk: Desk, form: MailForm) -> MailForm:
    """Return a new mail to the address of its contact; raises NotFound."""
    if form.contact_id is None:
        return form
    rows = contacts.rows(desk, (form.contact_id,))
    if not rows:
        raise NotFound(record="contact", id=form.contact_id)
    return replace(form, to=(rows[0].email,) if rows[0].email else ())


def handed_on(subject: str) -> str:
    """Return the subject of a mail that is handed on."""
    is_marked = subject[:4].casefold() == "fwd:" or subject[:3].casefold() == "fw:"
    return subject if is_marked else f"Fwd: {subject}"


def _others(addresses: Sequence[str], own: set[str]) -> tuple[str, ...]:
    """Return addresses that are not ours, each once."""
    found = {one.casefold(): one for one in reversed(addresses) if one.casefold() not in own}
    return tuple(reversed(found.values()))


def _quoted(desk: Desk, old: Mail) -> str:
    """Return what a mail says, each line marked, under who wrote it when."""
    company = desk.store.company.get()
    say, formats = say_in(company.language), formats_in(company.language, company.country)
    who = old.sender if old.came_in or old.sender else ", ".join(old.to)
    head = say("On {day} {who} wrote:", day=formats.instant(old.at.astimezone()), who=who)
    lines = [head, *(f"> {line}".rstrip() for line in old.text.splitlines())]
    return "\n".join(lines)


def _file(row: DocumentRow) -> Enclosed:
    return Enclosed(row.id, row.file_name, row.size)
