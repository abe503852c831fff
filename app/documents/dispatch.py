"""Proof of dispatch: which exact file left, how, when, to whom, and how the letter begins.

A letter that left in several ways has them all on its sheet: they carried the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import chain

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.letter_body import runs_of
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
from app.domain.correspondence.body import Body, inlines_of
from app.domain.correspondence.letter import Channel, Dispatch, Outgoing
from app.domain.correspondence.outgoing import enclosures_of
from app.lang.formats import Formats
from app.lang.texts import Say, mark

CHANNELS = {
    Channel.POST: mark("By post"),
    Channel.REGISTERED: mark("Registered mail"),
    Channel.COURIER: mark("By courier"),
    Channel.EMAIL: mark("By e-mail"),
    Channel.HAND: mark("By hand"),
    Channel.PORTAL: mark("Through a portal"),
    Channel.FAX: mark("By fax"),
}
FIRST_CHARACTERS = 400
GROUP = 8
PER_LINE = 4


@dataclass(frozen=True, slots=True)
class DispatchPaper:
    """A letter, its body, every way in which it left, and its pages; in the firm's words.

    ``proofs`` are number and hash of the row of the audit chain that tells of each dispatch.
    """

    letter: Outgoing
    body: Body
    dispatches: tuple[Dispatch, ...]
    company: Company
    say: Say
    formats: Formats
    pages: int = 0
    proofs: tuple[tuple[int, str], ...] = ()


def describe(paper: DispatchPaper) -> Document:
    """Return the sheet that proves one dispatch."""
    company, say, number = paper.company, paper.say, paper.letter.number
    title, first = say("Proof of dispatch"), _moment(paper, paper.dispatches[0])
    return Document(
        language=say.language,
        title=title,
        name=" ".join(text for text in (title, number) if text),
        letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=(
            Fact(say("Letter"), number, Tone.STRONG),
            Fact(say("Sent"), first),
        ),
        blocks=_blocks(paper),
        page_of=say("Page {page} of {pages}"),
    )


def grouped(sha256: str) -> str:
    """Write a SHA-256 in groups of eight, as it is compared by eye."""
    groups = [sha256[at : at + GROUP] for at in range(0, len(sha256), GROUP)]
    rows = [groups[at : at + PER_LINE] for at in range(0, len(groups), PER_LINE)]
    return "\n".join(" ".join(row) for row in rows)


def first_lines(body: Body) -> str:
    """Return how a letter begins: whole paragraphs up to some hundred characters."""
    said = ""
    for block in body.simple():
        text = "".join(run.text for run in runs_of(tuple(inlines_of(block)))).strip()
        if text and said and len(said) + len(text) > FIRST_CHARACTERS:
            return f"{said} …"
        said = "\n".join(part for part in (said, text) if part)
        if len(said) > FIRST_CHARACTERS:
            return f"{said[:FIRST_CHARACTERS].rsplit(' ', 1)[0]} …"
    return said


def _moment(paper: DispatchPaper, dispatch: Dispatch) -> str:
    return f"{paper.formats.instant(dispatch.at, UTC)} UTC"


def _blocks(paper: DispatchPaper) -> tuple[Block, ...]:
    say, begins = paper.say, first_lines(paper.body)
    explained = say(
        "The letter named here left the firm as described. Its exact file is the one whose SHA-256 "
        "stands below: it is kept in the archive, and this dispatch is part of the audit chain."
    )
    begun = (Heading(say("How the letter begins")), Paragraph(begins)) if begins else ()
    return (
        Paragraph(explained),
        *(
            _facts(say("Dispatch"), chain(_of_dispatch(paper, one), _of_audit(paper, place)))
            for place, one in enumerate(paper.dispatches)
        ),
        _facts(say("The letter"), _of_letter(paper)),
        _facts(say("The file"), _of_file(paper)),
        *_enclosed(paper),
        *begun,
    )


def _facts(title: str, rows: Iterator[tuple[str, str]]) -> Facts:
    return Facts(tuple(Fact(label, value) for label, value in rows if value), title)


def _of_dispatch(paper: DispatchPaper, one: Dispatch) -> Iterator[tuple[str, str]]:
    say = paper.say
    yield say("Channel"), say(CHANNELS[one.channel])
    yield say("Sent"), _moment(paper, one)
    yield say("Sent to"), one.to
    yield say("Tracking number"), one.tracking
    if one.postage:
        yield say("Postage"), paper.formats.money(one.postage.minor, one.postage.currency)
    yield say("Sent by"), one.who


def _of_audit(paper: DispatchPaper, place: int) -> Iterator[tuple[str, str]]:
    """Yield which row of the audit chain tells of a dispatch."""
    for seq, proof in paper.proofs[place : place + 1]:
        yield paper.say("Audit row"), str(seq)
        yield paper.say("Its hash"), grouped(proof)


def _of_letter(paper: DispatchPaper) -> Iterator[tuple[str, str]]:
    say, letter, to = paper.say, paper.letter, paper.letter.addressee
    lines = (to.name, to.person, *address_lines(to.address, paper.company.country))
    yield say("Number"), letter.number
    yield say("Date"), paper.formats.day(letter.dated_on) if letter.dated_on else ""
    yield say("Subject"), letter.subject
    yield say("Receiver"), "\n".join(line for line in lines if line.strip())
    yield say("Enclosures"), "\n".join(enclosures_of(letter))
    yield say("Copies"), "\n".join(letter.copies_to)


def _enclosed(paper: DispatchPaper) -> tuple[Facts, ...]:
    """Return which files were enclosed, each with its SHA-256."""
    rows = tuple((one.title, grouped(one.sha256)) for one in paper.letter.attachments)
    return (_facts(paper.say("The enclosed files, by SHA-256"), iter(rows)),) if rows else ()


def _of_file(paper: DispatchPaper) -> Iterator[tuple[str, str]]:
    yield "SHA-256", grouped(paper.dispatches[0].sha256)
    yield paper.say("Pages"), str(paper.pages) if paper.pages else ""
