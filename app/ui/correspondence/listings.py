"""The registers as lists: what came in, and what goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.correspondence.incoming import OPEN
from app.domain.correspondence.letter import IncomingState, OutgoingState
from app.domain.correspondence.row import (
    OVERDUE,
    IncomingRow,
    IncomingSort,
    OutgoingRow,
    OutgoingSort,
)
from app.lang.texts import mark
from app.services import letters_in, letters_out
from app.ui.correspondence.words import (
    INCOMING_TONES,
    OUTGOING_TONES,
    channel_text,
    day_text,
    moment_text,
)
from app.ui.kit.letter_lines import INCOMING_STATES, OUTGOING_STATES
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

INCOMING: Listing[IncomingRow] = Listing(
    name="letters-in",
    title=mark("Letters in"),
    columns=(
        Column(
            mark("Number"), lambda row: row.number or "–", sort=IncomingSort.NUMBER.value, width=116
        ),
        Column(
            mark("Received"),
            lambda row: day_text(row.received_on),
            sort=IncomingSort.RECEIVED_ON.value,
            width=84,
            is_whole=True,
        ),
        Column(mark("Sender"), lambda row: row.sender, sort=IncomingSort.SENDER.value, width=110),
        Column(mark("Subject"), lambda row: row.subject, width=110, is_roomy=True),
        Column(
            mark("Reply by"),
            lambda row: day_text(row.reply_by),
            sort=IncomingSort.REPLY_BY.value,
            width=84,
            is_whole=True,
        ),
        Column(mark("In the hands of"), lambda row: row.responsible, width=80, is_spare=True),
        Column(
            mark("Status"),
            lambda row: _(INCOMING_STATES[row.state]),
            tone=lambda row: INCOMING_TONES[row.state],
            is_pill=True,
            width=96,
        ),
        Column(mark("Came by"), lambda row: channel_text(row.via), width=90, is_hidden=True),
        Column(mark("Where the paper is"), lambda row: row.place, width=120, is_hidden=True),
    ),
    source=Source(letters_in.spine, letters_in.rows, letters_in.first),
    tables=frozenset({"letter_in"}),
    counted=lambda n: many("{n} letter", "{n} letters", n),
    empty=Empty(
        "inbox",
        mark("No letter has come in yet"),
        mark("Each gets a number, a day until which to reply, and somebody who sees to it."),
        ("letter.receive",),
    ),
    filters=(
        Filter(OVERDUE, mark("Reply overdue")),
        Filter(IncomingState.RECEIVED.value, mark("Not registered")),
        Filter(IncomingState.REGISTERED.value, mark("Registered")),
        Filter(IncomingState.ASSIGNED.value, mark("In hand")),
        Filter(IncomingState.ANSWERED.value, mark("Answered")),
    ),
    verbs=(
        "letter.open",
        "letter.answer",
        "",
        "letter.issue",
        "letter.assign",
        "letter.no-reply",
        "letter.file",
        "",
        "letter.document",
        "letter.contact",
        "letter.link",
        "",
        "letter.discard",
    ),
    sort=IncomingSort.RECEIVED_ON.value,
    is_descending=True,
)


def incoming_listing(today: Callable[[], date]) -> Listing[IncomingRow]:
    """Return the register of what came in; what is overdue is marked by its day and its sign."""

    def tone(row: IncomingRow) -> str:
        if row.state not in OPEN or row.reply_by is None or row.reply_by > today():
            return ""
        return "bad" if row.reply_by < today() else "warn"

    def sign(row: IncomingRow) -> str:
        return {"bad": "alert-triangle", "warn": "clock"}.get(tone(row), "")

    columns = tuple(
        replace(one, tone=tone, icon=sign, width=112)
        if one.sort == IncomingSort.REPLY_BY.value
        else one
        for one in INCOMING.columns
    )
    return replace(INCOMING, columns=columns)


def _postage(row: OutgoingRow) -> str:
    money = row.postage
    return formats().money(money.minor, money.currency) if money else ""


OUTGOING: Listing[OutgoingRow] = Listing(
    name="letters-out",
    title=mark("Letters out"),
    columns=(
        Column(
            mark("Number"), lambda row: row.number or "–", sort=OutgoingSort.NUMBER.value, width=124
        ),
        Column(
            mark("Date"),
            lambda row: day_text(row.dated_on),
            sort=OutgoingSort.DATED_ON.value,
            width=84,
            is_whole=True,
        ),
        Column(
            mark("Receiver"),
            lambda row: row.addressee,
            sort=OutgoingSort.ADDRESSEE.value,
            width=110,
        ),
        Column(mark("Subject"), lambda row: row.subject, width=110, is_roomy=True),
        Column(mark("Goes by"), lambda row: channel_text(row.channel), width=84, is_spare=True),
        Column(
            mark("Status"),
            lambda row: _(OUTGOING_STATES[row.state]),
            tone=lambda row: OUTGOING_TONES[row.state],
            is_pill=True,
            width=84,
        ),
        Column(mark("Sent"), lambda row: moment_text(row.sent_at), width=120, is_hidden=True),
        Column(mark("Tracking number"), lambda row: row.tracking, width=130, is_hidden=True),
        Column(mark("Postage"), _postage, right=True, width=80, is_hidden=True),
        Column(mark("Signed by"), lambda row: row.signatory, width=110, is_hidden=True),
        Column(mark("Responsible"), lambda row: row.responsible, width=110, is_hidden=True),
    ),
    source=Source(letters_out.spine, letters_out.rows, letters_out.first),
    tables=frozenset({"letter_out", "letter_dispatch"}),
    counted=lambda n: many("{n} letter", "{n} letters", n),
    empty=Empty(
        "send",
        mark("No letter is written yet"),
        mark("Choose a contact and write: it is numbered, frozen and filed when it is issued."),
        ("letter.write",),
    ),
    filters=(
        Filter(OutgoingState.DRAFT.value, mark("Drafts")),
        Filter(OutgoingState.APPROVED.value, mark("Approved")),
        Filter(OutgoingState.ISSUED.value, mark("Issued")),
        Filter(OutgoingState.SENT.value, mark("Sent")),
    ),
    verbs=(
        "letter.open",
        "letter.copy",
        "",
        "letter.approve",
        "letter.issue",
        "letter.send",
        "letter.file",
        "letter.void",
        "",
        "letter.print",
        "letter.proof",
        "letter.envelope",
        "letter.labels",
        "letter.document",
        "letter.contact",
        "letter.link",
        "",
        "letter.discard",
    ),
    sort=OutgoingSort.DATED_ON.value,
    is_descending=True,
)
