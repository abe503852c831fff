"""Mails as letters: a mail that came in gets a place in the register, in its own thread."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.receiving import Incoming as File
from app.domain.archive.receiving import Origin
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import Channel, Incoming, IncomingState
from app.domain.correspondence.mail import MAIL, Mail, MailState
from app.domain.shared.ids import DocumentId, MailId
from app.domain.shared.refusals import IllegalTransition
from app.formats.outlook import MEDIA_TYPE as OUTLOOK
from app.formats.outlook import is_outlook
from app.services import letters_in
from app.services.mail_handling import MailHandling
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.services.receiving import Reception

PLAIN = "message/rfc822"


@command(Permission.LETTERS_REGISTER)
def receive(desk: Desk, mail_id: MailId) -> Incoming:
    """Write a mail that came in down as a letter, in the same thread; the message is its paper.

    The mail counts as handled: from now on the register reminds of it. What was written down before
    is that letter. Raises NotFound, IllegalTransition for a mail of
    ours.
    """
    mail = desk.store.mails.get(mail_id)
    if not mail.came_in:
        wanted = IncomingState.RECEIVED.value
        raise IllegalTransition(
            record=MAIL, number=mail.subject, state=mail.state.value, wanted=wanted
        )
    document_id = _document(desk, mail)
    known = desk.store.letters_in.ways.letter_of(document_id)
    if known is not None:
        return desk.store.letters_in.get(known)
    letter = letters_in.receive(desk, _form(desk, mail, document_id))
    saved = desk.store.letters_in.save(letter, replace(letter, thread_id=mail.thread_id))
    desk.store.threads.drop_empty(letter.thread_id)
    if mail.state is MailState.RECEIVED:
        MailHandling(desk).done_with((mail,))
    return saved


def _form(desk: Desk, mail: Mail, document_id: DocumentId) -> IncomingForm:
    contact = desk.store.contacts.get(mail.contact_id) if mail.contact_id is not None else None
    day = min(mail.at.date(), desk.today)
    return IncomingForm(
        received_on=day,
        written_on=day,
        sender_id=mail.contact_id,
        sender=contact.name if contact else mail.sender,
        subject=mail.subject,
        via=Channel.EMAIL,
        document_id=document_id,
    )


def _document(desk: Desk, mail: Mail) -> DocumentId:
    """Return the document that is the whole message; it is put into the inbox if it is new."""
    message = b"".join(desk.store.contents.get(mail.sha256))
    kind, suffix = (OUTLOOK, "msg") if is_outlook(message) else (PLAIN, "eml")
    file = File(
        f"{mail.subject or mail.sender or MAIL}.{suffix}",
        kind,
        mail.sha256,
        len(message),
        Origin.MAIL,
        source=f"{MAIL}:{mail.id}",
        title=mail.subject,
        day=mail.at.date(),
    )
    (received,) = Reception(desk).receive((file,))
    return received.document_id
