"""The outbox: mails are written, wait for the line, and leave once; what became of each is told."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace

from app.domain.correspondence import mail as moves
from app.domain.correspondence.findable import findable_mail
from app.domain.correspondence.letter import OUTGOING
from app.domain.correspondence.mail import (
    MAIL,
    Mail,
    MailAttachment,
    MailState,
)
from app.domain.correspondence.mail_form import MailForm, check, form_of, tidied
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import DocumentId, LetterId, MailAccountId, MailId, ThreadId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, IllegalTransition, NotFound
from app.formats.composing import composed, on_the_wire
from app.services.issuing import require_right
from app.services.mail_queues import Waiting
from app.services.mail_rounds import Fate, MailRound, Sent
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.services.registering import Register


@query(Permission.MAIL_READ)
def waiting(desk: Desk) -> Mapping[str, int]:
    """Return how many mails stand where."""
    found = desk.store.mails.counts()
    return {state.value: found.get(state, 0) for state in MailState}


@query(Permission.MAIL_READ)
def content(desk: Desk, mail_id: MailId) -> MailForm:
    """Return what a clerk may change of a draft; raises NotFound."""
    return form_of(desk.store.mails.get(mail_id))


@query(Permission.MAIL_READ)
def problems(desk: Desk, form: MailForm) -> tuple[Problem, ...]:
    """Return what stands in the way of sending what is written, each at its field."""
    kept = tidied(form)
    _onto(desk, kept, Mail(MailId(0), 1, MailState.DRAFT, desk.now, ThreadId(0)))
    return check(kept)


@query(Permission.MAIL_READ)
def for_letter(desk: Desk, letter_id: LetterId) -> MailForm:
    """Return the mail that an issued letter would go out with: its frozen PDF attached.

    Raises NotFound, or IllegalTransition for a letter that has no number yet.
    """
    letter = desk.store.letters_out.get(letter_id)
    if letter.document_id is None:
        state = letter.state.value
        raise IllegalTransition(record=OUTGOING, number=letter.subject, state=state, wanted="sent")
    return MailForm(
        account_id=_usual_account(desk),
        to=(letter.addressee.email,) if letter.addressee.email else (),
        subject=letter.subject,
        documents=(letter.document_id,),
        contact_id=letter.addressee_id,
        letter_id=letter_id,
    )


@query(Permission.MAIL_READ)
def answering(desk: Desk, mail_id: MailId) -> MailForm:
    """Return the answer to a mail as it begins: to whom it goes, and what it is about."""
    old = desk.store.mails.get(mail_id)
    subject = old.subject if old.subject[:3].casefold() == "re:" else f"Re: {old.subject}"
    to = (old.sender,) if old.came_in else old.to
    account = old.account_id or _usual_account(desk)
    return MailForm(account, to, subject=subject, contact_id=old.contact_id, answers=mail_id)


@command(Permission.MAIL_SEND)
def write(desk: Desk, form: MailForm, mail_id: MailId | None = None) -> Mail:
    """Keep a draft, under the id that a form has given it.

    Raises NotFound for an account, document, letter or mail that is not there, Conflict for an id
    that is taken.
    """
    if mail_id is not None and desk.store.mails.rows((mail_id,)):
        raise Conflict(record=MAIL, id=mail_id)
    kept = tidied(form)
    answered = desk.store.mails.get(kept.answers) if kept.answers is not None else None
    blank = Mail(mail_id or MailId(new_id()), 1, MailState.DRAFT, desk.now, ThreadId(0))
    if answered is not None and answered.message_id:
        trail = (*answered.references, answered.message_id)
        blank = replace(blank, in_reply_to=answered.message_id, references=trail)
    whole = _onto(desk, kept, blank)
    new = replace(whole, thread_id=_thread(desk, kept, answered))
    desk.store.mails.add(new)
    desk.store.drafts.drop(MAIL, new.id, desk.who.name)
    desk.store.search.put(findable_mail(new))
    return new


@command(Permission.MAIL_SEND)
def save(desk: Desk, mail_id: MailId, version: int, form: MailForm) -> Mail:
    """Replace what is written of a draft; raises IllegalTransition, Conflict, NotFound."""
    before = _draft(desk, mail_id, version)
    desk.store.drafts.drop(MAIL, mail_id, desk.who.name)
    after = _onto(desk, tidied(form), replace(before, at=desk.now))
    return _saved(desk, before, after)


@command(Permission.MAIL_SEND)
def discard(desk: Desk, mail_id: MailId, version: int) -> Mail:
    """Forget a draft; raises IllegalTransition, Conflict."""
    old = _draft(desk, mail_id, version)
    desk.store.mails.remove(old)
    desk.store.drafts.drop_all(MAIL, mail_id)
    desk.store.search.remove(MAIL, mail_id)
    desk.store.threads.drop_empty(old.thread_id)
    return old


@command(Permission.MAIL_SEND)
def queue(desk: Desk, mail_id: MailId) -> Mail:
    """Let a draft wait for the line, as the message that it will be; raises Invalid.

    Its Message-ID is made here, once, and stays through every attempt.
    """
    before = desk.store.mails.get(mail_id)
    _require(before, MailState.DRAFT, wanted=MailState.QUEUED)
    require_right(check(before))
    account_id = before.account_id
    if account_id is None:
        raise NotFound(record="mail_account", id=0)
    account = desk.store.mail_accounts.get(account_id)
    domain = on_the_wire(account.address).rpartition("@")[2]
    message_id = before.message_id or f"<{secrets.token_hex(16)}@{domain}>"
    ready = replace(before, message_id=message_id, sender=account.address, at=desk.now)
    parts = [_content(desk, one) for one in ready.attachments]
    stored = desk.store.contents.put((composed(ready, account, desk.now, parts),))
    return _saved(desk, before, moves.queued(replace(ready, sha256=stored.sha256), desk.now))


@command(Permission.MAIL_SEND)
def withdraw(desk: Desk, mail_id: MailId) -> Mail:
    """Take a mail that waits, or failed, back as a draft; raises IllegalTransition."""
    before = desk.store.mails.get(mail_id)
    return _saved(desk, before, moves.withdrawn(before))


@command(Permission.MAIL_SEND)
def send_again(desk: Desk, mail_id: MailId) -> Mail:
    """Let a mail that failed, waits or is unknown be tried at once, as the same message.

    For an unknown one a person decides so: the receiver may get it twice. Raises
    IllegalTransition.
    """
    before = desk.store.mails.get(mail_id)
    if before.state is MailState.QUEUED:
        if before.account_id is not None:
            Waiting(desk).hurry(before.account_id)
        waiting = desk.store.mails.get(mail_id)
        return _saved(desk, waiting, replace(waiting, not_before=desk.now, attempts=0))
    _require(before, MailState.FAILED, MailState.UNKNOWN, wanted=MailState.QUEUED)
    return _saved(desk, before, moves.queued(before, desk.now))


@command(Permission.MAIL_SEND)
def mark_sent(desk: Desk, mail_id: MailId) -> Mail:
    """Say that a mail of which nobody knew has arrived; raises IllegalTransition."""
    before = desk.store.mails.get(mail_id)
    _require(before, MailState.UNKNOWN, wanted=MailState.SENT)
    return Fate(desk).arrived(before)


@errand(Permission.MAIL_SEND)
def send_some(work: Errand) -> Sent:
    """Hand every mail whose turn it is to its server, each once, and note what became of it."""
    return MailRound(work).go()


def _usual_account(desk: Desk) -> MailAccountId | None:
    in_use = (one.id for one in desk.store.mail_accounts.all() if not one.is_archived)
    return next(in_use, None)


def _onto(desk: Desk, form: MailForm, blank: Mail) -> Mail:
    """Return a mail with what is written; raises NotFound for what is not there."""
    store = desk.store
    account = store.mail_accounts.get(form.account_id) if form.account_id is not None else None
    if form.contact_id is not None:
        store.contacts.get(form.contact_id)
    if form.letter_id is not None:
        store.letters_out.get(form.letter_id)
    return replace(
        blank,
        account_id=form.account_id,
        sender=account.address if account else "",
        to=form.to,
        cc=form.cc,
        bcc=form.bcc,
        subject=form.subject,
        text=form.text,
        contact_id=form.contact_id,
        letter_id=form.letter_id,
        attachments=tuple(_attachment(desk, one) for one in form.documents),
    )


def _content(desk: Desk, one: MailAttachment) -> bytes:
    """Return the bytes of an attachment; what lies behind the wall is opened by who may."""
    if one.document_id is not None:
        file = desk.store.archive.get(Register(desk).get(one.document_id).file_id)
        if file.sha256 == one.sha256:
            return b"".join(desk.store.archive.read(file.id))
    return b"".join(desk.store.contents.get(one.sha256))


def _attachment(desk: Desk, document_id: DocumentId) -> MailAttachment:
    document = Register(desk).get(document_id)
    file = desk.store.archive.get(document.file_id)
    return MailAttachment(file.name, file.media_type, file.size, file.sha256, document_id)


def _thread(desk: Desk, form: MailForm, answered: Mail | None) -> ThreadId:
    """Return the thread of what is answered or sent, else a new one."""
    if answered is not None:
        return answered.thread_id
    if form.letter_id is not None:
        return desk.store.letters_out.get(form.letter_id).thread_id
    new = Thread(ThreadId(new_id()), 1, form.subject, form.contact_id)
    desk.store.threads.add(new)
    return new.id


def _draft(desk: Desk, mail_id: MailId, version: int) -> Mail:
    found = desk.store.mails.get(mail_id)
    _require(found, MailState.DRAFT, wanted=MailState.DRAFT)
    if found.version != version:
        raise Conflict(record=MAIL, id=mail_id)
    return found


def _require(mail: Mail, *states: MailState, wanted: MailState) -> None:
    if mail.state not in states:
        state = mail.state.value
        raise IllegalTransition(record=MAIL, number=mail.subject, state=state, wanted=wanted.value)


def _saved(desk: Desk, before: Mail, after: Mail) -> Mail:
    saved = desk.store.mails.save(before, after)
    desk.store.search.put(findable_mail(saved))
    return saved
