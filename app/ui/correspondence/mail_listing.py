"""The mails as a list: who, what about, when, and how each stands."""

from __future__ import annotations

from app.domain.correspondence.mail import MailState
from app.domain.correspondence.mail_row import MailRow, MailShelf, MailSort
from app.lang.texts import mark
from app.services import mails
from app.ui.correspondence.mail_words import moment_text, state_sign, state_text, state_tone
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.messages import sentence_of
from app.ui.kit.table import Column
from app.ui.kit.texts import many


def _is_unread(row: MailRow) -> bool:
    return row.is_unread


def _why(row: MailRow) -> str:
    return sentence_of(row.code, row.facts).what if row.code else ""


_SHELVES: dict[str, Empty] = {
    MailShelf.INBOX.value: Empty(
        "inbox",
        mark("Nothing waits in the inbox"),
        mark("Drop files of mails here, or take them in from a mailbox."),
        ("mail.take",),
    ),
    MailShelf.UNREAD.value: Empty(
        "mail-opened", mark("Everything is read"), mark("No mail waits for you.")
    ),
    MailShelf.HANDLED.value: Empty(
        "circle-check",
        mark("No mail is handled yet"),
        mark("What was dealt with stands here, so that the inbox can become empty."),
    ),
    MailShelf.OUTBOX.value: Empty(
        "send",
        mark("The outbox is empty"),
        mark("What you write waits here until the line is up, and leaves once."),
        ("mail.write",),
    ),
    MailState.SENT.value: Empty(
        "check", mark("Nothing was sent yet"), mark("Mails stand here once a server has them.")
    ),
    MailShelf.DRAFTS.value: Empty(
        "pencil",
        mark("No draft is left"),
        mark("What you write and do not send yet is kept here."),
        ("mail.write",),
    ),
    MailShelf.STUCK.value: Empty(
        "circle-check",
        mark("No mail is in trouble"),
        mark("What a server refuses, or what perhaps left, waits here for a person."),
    ),
}
"""What each shelf says when nothing stands on it."""

MAILS: Listing[MailRow] = Listing(
    name="mails",
    title=mark("Mails"),
    columns=(
        Column(
            mark("Who"),
            lambda row: row.who,
            width=120,
            icon=state_sign,
            tone=lambda row: state_tone(row) if row.is_unread else "",
            said=state_text,
            strong=_is_unread,
        ),
        Column(
            mark("Subject"),
            lambda row: row.subject,
            sort=MailSort.SUBJECT.value,
            width=130,
            is_roomy=True,
            strong=_is_unread,
        ),
        Column(
            mark("Files"),
            lambda row: str(row.attachments) if row.attachments else "",
            width=60,
            icon=lambda row: "paperclip" if row.attachments else "",
            is_spare=True,
        ),
        Column(
            mark("When"),
            lambda row: moment_text(row.at),
            sort=MailSort.AT.value,
            width=128,
            is_whole=True,
        ),
        Column(mark("Status"), state_text, tone=state_tone, is_pill=True, width=110),
        Column(mark("Why"), _why, width=200, is_hidden=True),
    ),
    source=Source(mails.spine, mails.rows, mails.first),
    tables=frozenset({"mail"}),
    counted=lambda n: many("{n} mail", "{n} mails", n),
    empty=Empty(
        "at",
        mark("No mail is here yet"),
        mark("Drop files of mails here, or whole mailboxes; what you write waits for the line."),
        ("mail.write", "mail.take", "post.accounts"),
    ),
    filters=(
        Filter(MailShelf.INBOX.value, mark("Inbox")),
        Filter(MailShelf.UNREAD.value, mark("Unread")),
        Filter(MailShelf.HANDLED.value, mark("Handled")),
        Filter(MailShelf.OUTBOX.value, mark("Outbox")),
        Filter(MailState.SENT.value, mark("Sent")),
        Filter(MailShelf.DRAFTS.value, mark("Drafts")),
        Filter(MailShelf.STUCK.value, mark("Not sent")),
    ),
    verbs=(
        "letter.open",
        "letter.answer",
        "mail.answer-all",
        "mail.forward",
        "letter.print",
        "",
        "letter.file",
        "mail.reopen",
        "mail.unread",
        "mail.register",
        "letter.link",
        "letter.contact",
        "letter.note",
        "letter.bring-up",
        "",
        "mail.again",
        "mail.withdraw",
        "mail.arrived",
        "",
        "letter.discard",
    ),
    sort=MailSort.AT.value,
    is_descending=True,
    shelves=_SHELVES,
)
