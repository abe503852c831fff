"""A letter as paper: what stands on it and where, by the custom that it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.dress import sheeting
from app.documents.letter_body import Ended, ended, letter_blocks, salutation_of
from app.documents.letter_layouts import layout_of
from app.documents.model import (
    Address,
    Block,
    Document,
    Fact,
    Layout,
    Letterhead,
    Manner,
    Notes,
    Picture,
    Signed,
    Stamp,
    Subject,
    Tone,
)
from app.domain.admin.company import Company
from app.domain.admin.stationery import PLAIN, Stationery
from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import Channel, Outgoing, OutgoingState, Signatory
from app.domain.correspondence.outgoing import enclosures_of
from app.lang.formats import Formats
from app.lang.texts import Say, mark

CARRIED = {
    Channel.REGISTERED: mark("Registered mail"),
    Channel.COURIER: mark("By courier"),
    Channel.HAND: mark("By hand"),
}
"""What is said to those who carry a letter."""


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """Everything that the pages of a letter are written from.

    ``body`` is filled: chips have become words. ``pictures`` holds, by SHA-256, every content that
    the body or the stationery names; ``answers`` is how the letter that is answered is known, and
    ``called`` what the paper is where it is no letter.
    """

    letter: Outgoing
    body: Body
    company: Company
    say: Say
    formats: Formats
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    logo: bytes = b""
    signatory: Signatory | None = None
    signature: bytes = b""
    stationery: Stationery = PLAIN
    answers: str = ""
    called: str = ""

    @property
    def layout(self) -> Layout:
        """The custom that the letter follows."""
        return layout_of(self.letter.layout or self.stationery.layout, self.company.country)

    @property
    def day(self) -> str:
        """The day of the letter, as its reader writes days."""
        dated = self.letter.dated_on
        if dated is None:
            return ""
        is_long = self.layout in {Layout.TH, Layout.US}
        return self.formats.long_day(dated) if is_long else self.formats.day(dated)


def describe(paper: LetterPaper) -> Document:
    """Return the document of a letter; one that is not issued is marked as a draft."""
    letter, company, say = paper.letter, paper.company, paper.say
    is_draft = letter.state in {OutgoingState.DRAFT, OutgoingState.APPROVED}
    called = paper.called or say("Letter")
    return Document(
        language=letter.language,
        title=called,
        name=" ".join(text for text in (called, letter.number) if text),
        letterhead=_letterhead(paper),
        layout=paper.layout,
        paper=letterhead.paper_of(company.country),
        address=_address(paper),
        facts=tuple(Fact(label, value) for label, value in _facts(paper) if value),
        blocks=_blocks(paper),
        footer=() if paper.stationery.has_head else letterhead.footer(company, say),
        page_of=_page_of(paper),
        mark=say("DRAFT") if is_draft else "",
        manner=Manner.LETTER,
        stamp=_stamp(paper),
        sheeting=sheeting(paper.stationery, paper.pictures, company),
        subject=letter.subject,
        running=(letter.addressee.name or letter.addressee.person, letter.number, paper.day),
    )


def _letterhead(paper: LetterPaper) -> Letterhead:
    """Return the sender, unless the stationery shows it."""
    if paper.stationery.has_head:
        return Letterhead("")
    company = paper.company
    lines = address_lines(company.address, company.country)
    logo = Picture(paper.logo, company.name) if paper.logo else None
    return Letterhead(company.name, lines, logo)


def _page_of(paper: LetterPaper) -> str:
    if paper.layout is Layout.TH:
        return "- {page} -"
    if paper.layout is Layout.SFS2487:
        return "{page} ({pages})"
    say = paper.say
    return say("Page {page} of {pages}")


def _address(paper: LetterPaper) -> Address | None:
    """Return the receiver; an outside letter of Thailand shows none, its envelope does."""
    if paper.layout is Layout.TH:
        return None
    to, company = paper.letter.addressee, paper.company
    lines = (to.name, to.person, *address_lines(to.address, company.country))
    sender = ""
    if paper.layout in {Layout.DIN5008, Layout.DIN5008_A}:
        own = address_lines(company.address, company.country)
        sender = " · ".join((company.name, *own))
    carried = CARRIED.get(paper.letter.channel, "")
    notes = (paper.say(carried),) if carried else ()
    return Address(tuple(line for line in lines if line.strip()), sender, notes)


def _stamp(paper: LetterPaper) -> Stamp:
    """Return what stands above the letter apart from the facts."""
    say, number = paper.say, paper.letter.number
    match paper.layout:
        case Layout.SFS2487:
            return Stamp(paper.called or say("Letter"), number, paper.day)
        case Layout.TH:
            return Stamp("", say("Letter no. {number}", number=number) if number else "", paper.day)
        case Layout.US:
            return Stamp(day=paper.day)
        case _:
            return Stamp()


def _facts(paper: LetterPaper) -> Iterator[tuple[str, str]]:
    """Yield what stands beside the window, in the order of the custom."""
    letter, say, layout = paper.letter, paper.say, paper.layout
    if layout is Layout.TH:
        return
    yield say("Your reference"), letter.your_reference
    yield say("Your letter"), paper.answers
    yield say("Our reference"), letter.our_reference
    if layout is not Layout.SFS2487:
        yield say("Number"), letter.number
    if layout in {Layout.DIN5008, Layout.DIN5008_A}:
        yield say("Contact person"), letter.responsible
        yield say("Phone"), paper.company.phone
        yield say("E-mail"), paper.company.email
        yield say("Date"), paper.day
    else:
        yield say("Handled by"), letter.responsible


def _blocks(paper: LetterPaper) -> tuple[Block, ...]:
    """Return what the letter says, in the order of its custom."""
    if paper.layout is Layout.TH:
        return _thai(paper)
    letter, say, parts = paper.letter, paper.say, ended(paper.body)
    template = say("Re: {subject}") if paper.layout is Layout.US else "{subject}"
    subject = template.replace("{subject}", letter.subject)
    rows = (
        Fact(say("Enclosures"), "\n".join(enclosures_of(letter))),
        Fact(say("Copies"), "\n".join(letter.copies_to)),
    )
    return (
        *((Subject(subject),) if letter.subject else ()),
        *letter_blocks(parts.blocks, paper.pictures),
        *_signed(paper, parts),
        *_notes(rows),
    )


def _thai(paper: LetterPaper) -> tuple[Block, ...]:
    """Return an outside letter: subject, receiver, references, enclosures, text, end, copies."""
    letter, say = paper.letter, paper.say
    parts = ended(paper.body)
    salutation, blocks = salutation_of(parts.blocks, letter.language)
    to = letter.addressee
    references = "\n".join(one for one in (letter.your_reference, paper.answers) if one)
    enclosed = enclosures_of(letter)
    enclosures = "\n".join(
        f"{at}. {text}" if len(enclosed) > 1 else text for at, text in enumerate(enclosed, 1)
    )
    head = (
        Fact(say("Subject"), letter.subject, Tone.STRONG),
        Fact(say("Attention"), salutation or to.person or to.name),
        Fact(say("Refers to"), references),
        Fact(say("Enclosures"), enclosures),
    )
    return (
        *_notes(head),
        *letter_blocks(blocks, paper.pictures, is_indented=letter.language == "th"),
        *_signed(paper, parts),
        *_notes((Fact(say("Copies"), "\n".join(letter.copies_to)),)),
    )


def _notes(rows: tuple[Fact, ...]) -> tuple[Notes, ...]:
    filled = tuple(row for row in rows if row.value)
    return (Notes(filled),) if filled else ()


def _signed(paper: LetterPaper, parts: Ended) -> tuple[Signed, ...]:
    """Return the end: wishes, firm, signature, name and title as the custom has them."""
    signatory, firm = paper.signatory, paper.company.name
    picture = Picture(paper.signature, signatory.name) if paper.signature and signatory else None
    names = (signatory.name, signatory.title) if signatory else ()
    if paper.layout is Layout.TH and signatory:
        names = (f"({signatory.name})", signatory.title)
    if paper.layout is Layout.US and signatory:
        names = (*names, firm)
    is_firm_above = paper.layout not in {Layout.TH, Layout.US}
    made = Signed(
        parts.wishes,
        firm if is_firm_above and signatory else "",
        picture,
        tuple(name for name in names if name),
    )
    return (made,) if made != Signed() else ()
