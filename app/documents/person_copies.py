"""The copy of one person's data on paper: what is kept, why, how long, and the person's rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Grid,
    Heading,
    Layout,
    Letterhead,
    Paragraph,
    Row,
    Tone,
)
from app.domain.admin.erasure_plan import Staying
from app.lang.erasure_words import WHAT
from app.lang.texts import Say, mark

ASKED = mark("You asked us which personal data of yours we keep. This is the answer.")
WHOLE = mark(
    "The files beside this paper hold the same and all further details, for people and machines."
)
RIGHTS = mark(
    "You may ask us to correct what is wrong, to erase what we need not keep, to restrict its use,"
    " and you may object to it. You may complain to the authority for data protection."
)

ABOUT = 2
"""The column of words stands always: it takes the room that the others leave."""


@dataclass(frozen=True, slots=True)
class Line:
    """One record of the person: its day, its number, what it says and its amount."""

    day: date | None
    number: str
    text: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The records of one kind; ``what`` is its code in the words of erasure."""

    what: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """That somebody did something with the data, or looked at them."""

    day: date
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class PersonPaper:
    """What the copy of one person's data says; ``facts`` are values by the words for them."""

    name: str
    number: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    stays: tuple[Staying, ...]
    deeds: tuple[Deed, ...] = ()


def describe(paper: PersonPaper, imprint: Imprint) -> Document:
    """Return the copy as it is printed."""
    say, company = imprint.say, imprint.company
    title = say("Copy of your personal data")
    facts = {
        say("Person"): paper.name,
        say("Number"): paper.number,
        say("Printed"): imprint.formats.day(imprint.printed_on),
    }
    return Document(
        language=say.language,
        title=title,
        name=f"{title} {paper.name}",
        letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=tuple(Fact(label, text) for label, text in facts.items() if text),
        blocks=tuple(_blocks(paper, imprint)),
        page_of=say("Page {page} of {pages}"),
    )


def answer(paper: PersonPaper, imprint: Imprint) -> str:
    """Return the letter that goes with the copy, as plain text."""
    say = imprint.say
    lines = (
        imprint.company.name,
        imprint.formats.day(imprint.printed_on),
        "",
        paper.name,
        "",
        say(ASKED),
        say(WHOLE),
        say(RIGHTS),
        "",
        imprint.company.name,
    )
    return "\n".join(lines) + "\n"


def _blocks(paper: PersonPaper, imprint: Imprint) -> Iterator[Block]:
    say = imprint.say
    for text in (ASKED, WHOLE, RIGHTS):
        yield Paragraph(say(text))
    if facts := tuple(Fact(label, text) for label, text in paper.facts if text):
        yield Heading(say("What we know of you"))
        yield Facts(facts)
    for section in paper.sections:
        yield from _section(section, imprint)
    yield from _kept(paper, imprint)
    if paper.deeds:
        yield Heading(say("Who did what with your data"))
        columns = (Column(say("Date")), Column(say("By"), weight=2), Column(say("What"), weight=4))
        rows = ((imprint.formats.day(one.day), one.who, one.text) for one in paper.deeds)
        yield Grid(columns, tuple(map(Row, dict.fromkeys(rows))))
    yield Paragraph(say("This paper holds personal data. It is for the person alone."), Tone.QUIET)


def _section(section: Section, imprint: Imprint) -> Iterator[Block]:
    say = imprint.say
    if not section.lines:
        return
    yield Heading(_what(section.what, say))
    columns = (
        Column(say("Date")),
        Column(say("Number")),
        Column(say("About"), weight=4),
        Column(say("Amount"), Align.RIGHT),
    )
    rows = [
        (imprint.formats.day(one.day) if one.day else "", one.number, one.text, one.amount)
        for one in section.lines
    ]
    shown = [at for at in range(len(columns)) if at == ABOUT or any(row[at] for row in rows)]
    yield Grid(
        tuple(columns[at] for at in shown),
        tuple(Row(tuple(row[at] for at in shown)) for row in rows),
    )


def _kept(paper: PersonPaper, imprint: Imprint) -> Iterator[Block]:
    """Yield what has to be kept, until when and by which law."""
    say = imprint.say
    if not paper.stays:
        return
    yield Heading(say("What we have to keep"))
    columns = (
        Column(say("What"), weight=3),
        Column(say("How many"), Align.RIGHT),
        Column(say("Kept until"), weight=2),
        Column(say("Law"), weight=4),
    )
    rows = (
        (
            _what(one.what, say),
            str(one.count),
            imprint.formats.day(one.until) if one.until else "",
            one.law,
        )
        for one in paper.stays
    )
    yield Grid(columns, tuple(map(Row, rows)))


def _what(code: str, say: Say) -> str:
    return say(WHAT[code])
