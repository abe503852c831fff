"""Keeping mails that came in: each once, in its thread, filed to its contact, never lost."""

from __future__ import annotations

from app.domain.archive.document import Link
from app.domain.archive.receiving import Incoming, Origin
from app.domain.contacts.duplicates import Reason
from app.domain.correspondence.arriving import UNDATED, Arrived, bare
from app.domain.correspondence.findable import findable_mail
from app.domain.correspondence.mail import MAIL, Mail, MailAttachment, MailState
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import ContactId, MailAccountId, MailId, ThreadId, new_id
from app.domain.shared.lines import one_line
from app.services import receiving
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.storage.contents import Missing


@command(Permission.MAIL_SEND)
def keep(
    desk: Desk, arrived: tuple[Arrived, ...], account_id: MailAccountId | None = None
) -> tuple[MailId, ...]:
    """Keep messages that came in, each once; their attachments go to the archive's inbox.

    Raises Missing where this program did not put the bytes in, NotFound for the account.
    """
    if account_id is not None:
        desk.store.mail_accounts.get(account_id)
    there = desk.store.contents.sizes({one.sha256 for one in arrived})
    for one in arrived:
        if one.sha256 not in there or not desk.store.contents.was_put_here(one.sha256):
            raise Missing(sha256=one.sha256)
    return tuple(_kept(desk, one, account_id) for one in arrived)


def _kept(desk: Desk, one: Arrived, account_id: MailAccountId | None) -> MailId:
    known = desk.store.mails.ways.of_message(one.sha256)
    if known is not None:
        return known
    contact_id = _contact(desk, one.sender)
    answered = _answered(desk, one)
    thread_id = answered.thread_id if answered else _thread(desk, one, contact_id)
    mail_id = MailId(new_id())
    new = Mail(
        id=mail_id,
        version=1,
        state=MailState.RECEIVED,
        at=one.at if one.at > UNDATED else desk.now,
        thread_id=thread_id,
        account_id=account_id,
        message_id=one.message_id,
        in_reply_to=one.in_reply_to,
        references=one.references,
        subject=one_line(one.subject) or one_line(one.name),
        sender=one_line(one.sender),
        to=one.to,
        cc=one.cc,
        text=one.text.replace("\0", ""),
        contact_id=contact_id or (answered.contact_id if answered else None),
        letter_id=answered.letter_id if answered else None,
        attachments=_attachments(desk, mail_id, one, contact_id),
        sha256=one.sha256,
        code=next(iter(one.odd), ""),
    )
    desk.store.mails.add(new)
    desk.store.search.put(findable_mail(new))
    return mail_id


def _contact(desk: Desk, address: str) -> ContactId | None:
    """Return the one contact that has an address; where several have it, none is guessed."""
    key = address.strip().casefold()
    found = desk.store.contact_lists.holders((key,), Reason.EMAIL).get(key, []) if key else []
    return found[0] if len(found) == 1 else None


def _answered(desk: Desk, one: Arrived) -> Mail | None:
    """Return the newest mail that a message says it answers, or none that is here."""
    marks = (one.in_reply_to, *reversed(one.references))
    found = desk.store.mails.ways.marked(mark for mark in marks if mark)
    mail_id = next((found[mark] for mark in marks if mark in found), None)
    return None if mail_id is None else desk.store.mails.get(mail_id)


def _thread(desk: Desk, one: Arrived, contact_id: ContactId | None) -> ThreadId:
    """Return the thread of the same subject with the same sender, else a new one."""
    subject = bare(one.subject)
    if subject and subject != one_line(one.subject):
        known = desk.store.mails.ways.about(subject, one.sender, contact_id)
        if known is not None:
            return known
    new = Thread(ThreadId(new_id()), 1, subject, contact_id)
    desk.store.threads.add(new)
    return new.id


def _attachments(
    desk: Desk, mail_id: MailId, one: Arrived, contact_id: ContactId | None
) -> tuple[MailAttachment, ...]:
    """File what came with a mail in the archive's inbox, linked to the mail and its contact."""
    files = tuple(
        Incoming(
            part.name,
            part.media_type,
            part.sha256,
            part.size,
            Origin.MAIL,
            place=one_line(one.subject),
            source=f"{MAIL}:{mail_id}",
        )
        for part in one.parts
    )
    received = receiving.keep(desk, files) if files else ()
    if contact_id is not None:
        for each in received:
            desk.store.document_links.add(each.document_id, Link("contact", contact_id))
    return tuple(
        MailAttachment(one_line(part.name), part.media_type, part.size, part.sha256, document)
        for part, document in zip(one.parts, (each.document_id for each in received), strict=True)
    )
