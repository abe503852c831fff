"""The tables of letters, and how a letter is a row of them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Row, Table, Text, TypedColumns

from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import (
    Addressee,
    Channel,
    Enclosed,
    Incoming,
    IncomingState,
    Outgoing,
    OutgoingState,
)
from app.domain.shared.codec import parsed, plain
from app.storage.sorting import SortKey, dictionary_key
from app.storage.types import Day, EnumText, Flag, Id, Json, Whole, metadata


class _Type(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    reply_days: Named[int | None] = Column(Whole)
    is_four_eyes: Named[bool] = Column(Flag, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Signatory(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    title: Named[str] = Column(Text, nullable=False)
    picture: Named[str] = Column(Text, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Thread(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    subject: Named[str] = Column(Text, nullable=False)
    contact_id: Named[int | None] = Column(Id, ForeignKey("contact.id"), index=True)


class _ThreadLink(TypedColumns):
    thread_id: Named[int] = Column(Id, ForeignKey("letter_thread.id"), primary_key=True)
    kind: Named[str] = Column(Text, primary_key=True)
    record_id: Named[int] = Column(Id, primary_key=True)


class _Incoming(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[IncomingState] = Column(EnumText(IncomingState), nullable=False)
    received_on: Named[date] = Column(Day, nullable=False)
    thread_id: Named[int] = Column(Id, ForeignKey("letter_thread.id"), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    written_on: Named[date | None] = Column(Day)
    sender_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    sender: Named[str] = Column(Text, nullable=False)
    sender_key: Named[str] = Column(SortKey, nullable=False)
    subject: Named[str] = Column(Text, nullable=False)
    type_id: Named[int | None] = Column(Id, ForeignKey("letter_type.id"))
    via: Named[Channel] = Column(EnumText(Channel), nullable=False)
    their_reference: Named[str] = Column(Text, nullable=False)
    responsible: Named[str] = Column(Text, nullable=False)
    reply_days: Named[int | None] = Column(Whole)
    reply_by: Named[date | None] = Column(Day)
    place: Named[str] = Column(Text, nullable=False)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    answers: Named[int | None] = Column(Id)
    note: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)


class _Outgoing(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[OutgoingState] = Column(EnumText(OutgoingState), nullable=False)
    language: Named[str] = Column(Text, nullable=False)
    thread_id: Named[int] = Column(Id, ForeignKey("letter_thread.id"), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    dated_on: Named[date | None] = Column(Day)
    addressee_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    addressee_name: Named[str] = Column(Text, nullable=False)
    addressee_key: Named[str] = Column(SortKey, nullable=False)
    subject: Named[str] = Column(Text, nullable=False)
    type_id: Named[int | None] = Column(Id, ForeignKey("letter_type.id"))
    channel: Named[Channel] = Column(EnumText(Channel), nullable=False)
    signatory_id: Named[int | None] = Column(Id, ForeignKey("signatory.id"))
    layout: Named[str] = Column(Text, nullable=False)
    our_reference: Named[str] = Column(Text, nullable=False)
    your_reference: Named[str] = Column(Text, nullable=False)
    responsible: Named[str] = Column(Text, nullable=False)
    template_id: Named[int | None] = Column(Id)
    run_id: Named[int | None] = Column(Id)
    answers: Named[int | None] = Column(Id)
    document_id: Named[int | None] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED")
    )
    written_by: Named[str] = Column(Text, nullable=False)
    approved_by: Named[str] = Column(Text, nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    enclosures: Named[Any] = Column(Json, nullable=False)
    attachments: Named[Any] = Column(Json, nullable=False)
    copies_to: Named[Any] = Column(Json, nullable=False)
    addressee: Named[Any] = Column(Json, nullable=False)
    body: Named[Any] = Column(Json, nullable=False)


letter_type = Table("letter_type", metadata, _Type)
signatory = Table("signatory", metadata, _Signatory)
letter_thread = Table("letter_thread", metadata, _Thread)
letter_thread_link = Table("letter_thread_link", metadata, _ThreadLink, sqlite_with_rowid=False)
letter_in = Table("letter_in", metadata, _Incoming)
letter_out = Table("letter_out", metadata, _Outgoing)

Index(
    "ix_letter_thread_link_back",
    letter_thread_link.c.kind,
    letter_thread_link.c.record_id,
    letter_thread_link.c.thread_id,
)
Index("ix_letter_in_list", letter_in.c.received_on, letter_in.c.id)
Index("ix_letter_in_state", letter_in.c.state, letter_in.c.received_on, letter_in.c.id)
Index("ix_letter_in_due", letter_in.c.reply_by, letter_in.c.id)
Index("ix_letter_in_sender_key", letter_in.c.sender_key, letter_in.c.id)
Index("ix_letter_in_sender", letter_in.c.sender_id, letter_in.c.received_on, letter_in.c.id)
Index("ix_letter_in_thread", letter_in.c.thread_id)
Index("ix_letter_in_document", letter_in.c.document_id)
Index("ix_letter_out_list", letter_out.c.dated_on, letter_out.c.id)
Index("ix_letter_out_state", letter_out.c.state, letter_out.c.dated_on, letter_out.c.id)
Index("ix_letter_out_addressee_key", letter_out.c.addressee_key, letter_out.c.id)
Index("ix_letter_out_addressee", letter_out.c.addressee_id, letter_out.c.dated_on, letter_out.c.id)
Index("ix_letter_out_thread", letter_out.c.thread_id)
Index("ix_letter_out_answers", letter_out.c.answers)
Index("ix_letter_out_run", letter_out.c.run_id)
Index("ix_letter_out_document", letter_out.c.document_id)


def incoming_row(one: Incoming, country: str) -> dict[str, Any]:
    """Return a letter that came in as its row."""
    row = {field.name: getattr(one, field.name) for field in fields(Incoming)}
    key = dictionary_key(one.sender, country)
    return row | {"number": one.number or None, "sender_key": key}


def incoming_of(row: Row[Any]) -> Incoming:
    """Return the letter that came in of a row."""
    found = {field.name: getattr(row, field.name) for field in fields(Incoming)}
    return Incoming(**found | {"number": row.number or ""})


def outgoing_row(one: Outgoing, country: str) -> dict[str, Any]:
    """Return a letter of ours as its row, with its body as plain data."""
    row = {field.name: getattr(one, field.name) for field in fields(Outgoing)}
    return row | {
        "number": one.number or None,
        "addressee_name": one.addressee.name,
        "addressee_key": dictionary_key(one.addressee.name, country),
        "addressee": plain(one.addressee),
        "body": plain(one.body),
        "enclosures": list(one.enclosures),
        "attachments": [plain(enclosed) for enclosed in one.attachments],
        "copies_to": list(one.copies_to),
    }


def outgoing_of(row: Row[Any]) -> Outgoing:
    """Return the letter of ours of a row."""
    found = {field.name: getattr(row, field.name) for field in fields(Outgoing)}
    return Outgoing(
        **found
        | {
            "number": row.number or "",
            "addressee": parsed(Addressee, row.addressee),
            "body": parsed(Body, row.body),
            "enclosures": tuple(row.enclosures),
            "attachments": parsed(tuple[Enclosed, ...], row.attachments),
            "copies_to": tuple(row.copies_to),
        }
    )
