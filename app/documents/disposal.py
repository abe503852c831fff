"""The certificate of a disposal: what was destroyed, on which ground, by whom and when.

It names every document with the hash of each of its files, so that whoever finds a copy can tell
that it is one of them; nothing of their content stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.model import (
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
from app.domain.archive.disposal import Disposal, DisposalKind, Fate, Item, Stay
from app.domain.archive.retention import Clock, Ground
from app.lang.keeping import Kept, kept_because
from app.lang.texts import Say, mark

STAYS = {
    Stay.HELD.value: mark("A legal hold asks for it."),
    Stay.NOT_DUE.value: mark("Its years were not over any more."),
    Stay.LOCKED.value: mark("Somebody had taken it out to work on it."),
    Stay.MOVED.value: mark("It was not where it had been."),
}


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """A disposal with its types by code, in the reader's words, and the bytes that others need."""

    disposal: Disposal
    types: Mapping[str, str]
    kept_bytes: frozenset[str]
    imprint: Imprint


def describe(paper: CertificatePaper) -> Document:
    """Return the certificate of a disposal."""
    imprint = paper.imprint
    company, say = imprint.company, imprint.say
    title = say("Certificate of destruction")
    day = imprint.formats.day(imprint.printed_on)
    return Document(
        language=say.language,
        title=title,
        name=f"{title} {day}",
        letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=_facts(paper),
        blocks=(*_blocks(paper), _signatures(paper)),
        page_of=say("Page {page} of {pages}"),
    )


def ground_text(ground: Ground | None, imprint: Imprint) -> str:
    """Return why a document was kept until now, in one sentence."""
    say, country = imprint.say, imprint.company.country
    if ground is None:
        return say("No law asks for it.")
    kept = Kept(
        name=ground.name_in(say.language),
        country=country,
        years=ground.years,
        is_for_good=ground.clock is Clock.FOREVER,
        begun_on=ground.begun_on,
        until=ground.until,
        law=ground.law,
    )
    return kept_because(kept, say, imprint.formats)


def _facts(paper: CertificatePaper) -> tuple[Fact, ...]:
    one, imprint = paper.disposal, paper.imprint
    say, formats = imprint.say, imprint.formats
    gone = one.of(Fate.DESTROYED)
    kinds = {
        DisposalKind.DUE: say("Documents whose years are over"),
        DisposalKind.TRASH: say("The trash after its days"),
    }
    return (
        Fact(say("Destroyed on"), formats.day(imprint.printed_on)),
        Fact(say("What"), kinds[one.kind]),
        Fact(say("Documents"), str(len(gone))),
        Fact(say("Disposal number"), str(one.id)),
    )


def _blocks(paper: CertificatePaper) -> tuple[Block, ...]:
    say, one = paper.imprint.say, paper.disposal
    said = say(
        "The documents below were destroyed: their bytes were overwritten in the archive, and "
        "their text was taken out of the search. Their names and hashes stay here as proof."
    )
    found: list[Block] = [Paragraph(said), _destroyed(paper, one.of(Fate.DESTROYED))]
    if paper.kept_bytes:
        found.append(
            Paragraph(
                say("* The same bytes belong to another document, which is still kept."),
                Tone.QUIET,
            )
        )
    stayed = (*one.of(Fate.STRUCK), *one.of(Fate.KEPT))
    if stayed:
        found.extend((Heading(say("What stayed")), _stayed(paper, stayed)))
    return tuple(found)


def _destroyed(paper: CertificatePaper, items: Sequence[Item]) -> Grid:
    say = paper.imprint.say
    columns = (
        Column(say("Day")),
        Column(say("Document"), weight=3),
        Column(say("Ground"), weight=4),
    )
    return Grid(columns, tuple(_row(paper, item) for item in items))


def _row(paper: CertificatePaper, item: Item) -> Row:
    imprint = paper.imprint
    files = (
        f"{file.name}\n{file.sha256}{'*' if file.sha256 in paper.kept_bytes else ''}".lstrip()
        for file in item.files
    )
    named = "\n".join((_named(paper, item), *files))
    return Row((imprint.formats.day(item.day), named, ground_text(item.ground, imprint)))


def _stayed(paper: CertificatePaper, items: Sequence[Item]) -> Grid:
    say = paper.imprint.say
    columns = (
        Column(say("Day")),
        Column(say("Document"), weight=3),
        Column(say("Why it stayed"), weight=4),
    )
    rows = (
        Row(
            (
                paper.imprint.formats.day(item.day),
                _named(paper, item),
                _why(item, say),
            )
        )
        for item in items
    )
    return Grid(columns, tuple(rows))


def _why(item: Item, say: Say) -> str:
    if item.fate is Fate.KEPT:
        return say(STAYS.get(item.why, item.why))
    return f"{item.why} ({item.by})" if item.by else item.why


def _named(paper: CertificatePaper, item: Item) -> str:
    """Return title and type of a document; a personnel file has only its type."""
    kind = paper.types.get(item.type_code, "")
    return " · ".join(part for part in (item.title, kind) if part) or str(item.document_id)


def _signatures(paper: CertificatePaper) -> Facts:
    one, imprint = paper.disposal, paper.imprint
    say, formats = imprint.say, imprint.formats
    rows = [Fact(say("Proposed by"), f"{one.proposed_by}, {formats.instant(one.proposed_at)}")]
    if one.signed_at is not None:
        rows.append(Fact(say("Signed by"), f"{one.signed_by}, {formats.instant(one.signed_at)}"))
    if one.begun_at is not None:
        rows.append(Fact(say("Carried out"), formats.instant(one.begun_at)))
    return Facts(tuple(rows), say("Who and when"))
