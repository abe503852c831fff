"""The tables of mails and their accounts, and how a mail is a row of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Row, Table, Text, TypedColumns

from app.domain.correspondence.mail import Mail, MailAccount, MailAttachment, MailState, Server
from app.domain.shared.codec import parsed, plain
from app.storage.catalogues import Shape
from app.storage.types import EnumText, Flag, Id, Instant, Json, Minor, Whole, metadata


class _Account(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    address: Named[str] = Column(Text, nullable=False)
    sender: Named[str] = Column(Text, nullable=False)
    smtp: Named[Any] = Column(Json, nullable=False)
    imap: Named[Any] = Column(Json, nullable=True)
    folder: Named[str] = Column(Text, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Mail(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[MailState] = Column(EnumText(MailState), nullable=False)
    at: Named[datetime] = Column(Instant, nullable=False)
    thread_id: Named[int] = Column(Id, ForeignKey("letter_thread.id"), nullable=False)
    account_id: Named[int | None] = Column(Id, ForeignKey("mail_account.id"))
    message_id: Named[str] = Column(Text, nullable=False)
    in_reply_to: Named[str] = Column(Text, nullable=False)
    references: Named[Any] = Column(Json, nullable=False)
    subject: Named[str] = Column(Text, nullable=False)
    sender: Named[str] = Column(Text, nullable=False)
    to: Named[Any] = Column(Json, nullable=False)
    cc: Named[Any] = Column(Json, nullable=False)
    bcc: Named[Any] = Column(Json, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    contact_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    letter_id: Named[int | None] = Column(Id)
    sha256: Named[str] = Column(Text, nullable=False)
    attempts: Named[int] = Column(Whole, nullable=False)
    not_before: Named[datetime | None] = Column(Instant)
    code: Named[str] = Column(Text, nullable=False)
    facts: Named[Mapping[str, str]] = Column(Json, nullable=False)
    handled_by: Named[str] = Column(Text, nullable=False)
    handled_at: Named[datetime | None] = Column(Instant)


class _Attachment(TypedColumns):
    mail_id: Named[int] = Column(Id, ForeignKey("mail.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    name: Named[str] = Column(Text, nullable=False)
    media_type: Named[str] = Column(Text, nullable=False)
    size: Named[int] = Column(Minor, nullable=False)
    sha256: Named[str] = Column(Text, nullable=False)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))


class _Mailbox(TypedColumns):
    account_id: Named[int] = Column(Id, ForeignKey("mail_account.id"), primary_key=True)
    folder: Named[str] = Column(Text, primary_key=True)
    validity: Named[int] = Column(Id, nullable=False)
    last: Named[int] = Column(Id, nullable=False)


mail_account = Table("mail_account", metadata, _Account)
mail = Table("mail", metadata, _Mail)
mail_attachment = Table("mail_attachment", metadata, _Attachment, sqlite_with_rowid=False)
mailbox = Table("mailbox", metadata, _Mailbox, sqlite_with_rowid=False)

Index("ix_mail_list", mail.c.at, mail.c.id)
Index("ix_mail_state", mail.c.state, mail.c.at, mail.c.id)
Index("ix_mail_contact", mail.c.contact_id, mail.c.at, mail.c.id)
Index("ix_mail_sender", mail.c.sender, mail.c.id)
Index("ix_mail_thread", mail.c.thread_id)
Index("ix_mail_letter", mail.c.letter_id)
Index("ix_mail_message", mail.c.message_id)
Index("ix_mail_sha256", mail.c.sha256)
Index("ix_mail_attachment_document", mail_attachment.c.document_id)
Index("ix_mail_attachment_sha256", mail_attachment.c.sha256)

_LISTS = ("references", "to", "cc", "bcc")
_OWN = tuple(one.name for one in fields(Mail) if one.name != "attachments")


def mail_row(one: Mail) -> dict[str, Any]:
    """Return a mail as its row; its attachments are rows of their own."""
    row = {name: getattr(one, name) for name in _OWN}
    return row | {name: list(getattr(one, name)) for name in _LISTS} | {"facts": dict(one.facts)}


def mail_of(row: Row[Any], attachments: Sequence[MailAttachment]) -> Mail:
    """Return the mail of a row and its attachments."""
    found = {name: getattr(row, name) for name in _OWN}
    lists = {name: tuple(found[name]) for name in _LISTS}
    return Mail(**found | lists | {"attachments": tuple(attachments)})


def attachment_rows(one: Mail) -> list[dict[str, Any]]:
    """Return the attachments of a mail as rows, in their order."""
    names = [field.name for field in fields(MailAttachment)]
    return [
        {"mail_id": one.id, "position": at} | {name: getattr(part, name) for name in names}
        for at, part in enumerate(one.attachments)
    ]


def attachment_of(row: Row[Any]) -> MailAttachment:
    """Return the attachment of a row."""
    return MailAttachment(row.name, row.media_type, row.size, row.sha256, row.document_id)


def _account_row(one: MailAccount) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(MailAccount)}
    return row | {"smtp": plain(one.smtp), "imap": plain(one.imap)}


def _account_of(row: Row[Any]) -> MailAccount:
    found = {field.name: getattr(row, field.name) for field in fields(MailAccount)}
    imap = parsed(Server, row.imap) if row.imap else None
    return MailAccount(**found | {"smtp": parsed(Server, row.smtp), "imap": imap})


MAIL_ACCOUNTS = Shape("mail_account", mail_account, _account_row, _account_of)
