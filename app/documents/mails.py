"""A mail on paper: its head, what it says letter by letter, and which files came with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from app.documents import letterhead
from app.documents.dispatch import grouped
from app.documents.model import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Layout,
    Letterhead,
    Paragraph,
    Tone,
)
from app.domain.admin.company import Company
from app.domain.correspondence.mail import Mail
from app.lang.formats import Formats
from app.lang.texts import Say


@dataclass(frozen=True, slots=True)
class MailPaper:
    """A mail of a firm, in the firm's words; moments are told in ``zone``, or in the office's."""

    mail: Mail
    company: Company
    say: Say
    formats: Formats
    zone: tzinfo | None = None


def describe(paper: MailPaper) -> Document:
    """Return a mail as a document."""
    mail, company, say = paper.mail, paper.company, paper.say
    title = say("Mail")
    return Document(
        language=say.language,
        title=title,
        name=" ".join(text for text in (title, mail.subject) if text),
        letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=(Fact(say("When"), _moment(paper, mail.at), Tone.STRONG),),
        blocks=tuple(_blocks(paper)),
        page_of=say("Page {page} of {pages}"),
    )


def _blocks(paper: MailPaper) -> Iterator[Block]:
    mail, say = paper.mail, paper.say
    yield Heading(mail.subject or say("Without a subject"))
    yield Facts(tuple(Fact(label, value) for label, value in _head(paper) if value))
    for part in mail.text.split("\n\n"):
        if part.strip():
            yield Paragraph(part.strip("\n"))
    if not mail.text.strip():
        yield Paragraph(say("This mail says nothing."), Tone.QUIET)
    if mail.attachments:
        names = tuple(Fact(one.name, grouped(one.sha256)) for one in mail.attachments)
        yield Facts(names, say("Attached files, by SHA-256"))


def _head(paper: MailPaper) -> Iterator[tuple[str, str]]:
    mail, say = paper.mail, paper.say
    yield say("Sender"), mail.sender
    yield say("Receivers"), ", ".join(mail.to)
    yield say("Copy to"), ", ".join(mail.cc)
    yield say("Blind copy to"), ", ".join(mail.bcc)
    if mail.handled_at is not None:
        told = {"who": mail.handled_by, "when": _moment(paper, mail.handled_at)}
        yield say("Handled"), say("{who}, {when}", **told)
    yield say("The message, by SHA-256"), grouped(mail.sha256) if mail.sha256 else ""


def _moment(paper: MailPaper, at: datetime) -> str:
    return paper.formats.instant(at.astimezone(paper.zone))
