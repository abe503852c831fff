"""A quote as paper: what is offered firmly, what can be had beside it, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.documents import letterhead
from app.documents.dress import dressed, said
from app.documents.invoice_lines import LineWords, lines_grid
from app.documents.invoice_totals import amounts, tax_words, vat_notes
from app.documents.invoices import InvoicePaper, buyer_texts, field_values, receiver, references
from app.documents.model import (
    Beside,
    Block,
    Document,
    Fact,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Tone,
)
from app.documents.paying import terms_text
from app.domain.invoices.layout import LineColumn, PaperKind
from app.domain.quotes.choosing import line_figures, open_choices, rivals
from app.domain.quotes.quote import Choice, Quote, State

LINE = "_" * 28


@dataclass(frozen=True, slots=True)
class QuotePaper:
    """Everything that the page of a quote is written from.

    ``counted`` is the paper of what counts, as an invoice of it would be written.
    """

    quote: Quote
    counted: InvoicePaper


def describe(paper: QuotePaper) -> Document:
    """Return the document of a quote; a draft is marked as one."""
    quote, counted = paper.quote, paper.counted
    company, say = counted.company, counted.say
    title = say("Quote")
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {quote.number}".rstrip(),
        letterhead=letterhead.letterhead(company, counted.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=receiver(counted),
        facts=_facts(paper),
        blocks=_blocks(paper),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
        mark=say("DRAFT") if quote.state is State.DRAFT else "",
    )
    return dressed(made, counted.dress, company)


def _facts(paper: QuotePaper) -> tuple[Fact, ...]:
    """Return the facts beside the window; what is not known is left out."""
    quote, counted = paper.quote, paper.counted
    say, day = counted.say, counted.formats.day
    issued_on, days = quote.offer.issued_on, quote.offer.terms_days
    number, until = say("Quote number"), say("Valid until")
    texts = {
        number: quote.number,
        say("Date"): day(issued_on) if issued_on else "",
        until: day(quote.valid_until) if quote.valid_until else "",
        say("Terms of payment"): terms_text(days, say),
        **references(counted),
        **buyer_texts(quote.offer.buyer, counted),
    }
    strong = {number, until}
    return tuple(
        Fact(label, value, Tone.STRONG if label in strong else Tone.NORMAL)
        for label, value in texts.items()
        if value
    )


def _blocks(paper: QuotePaper) -> tuple[Block, ...]:
    """Return the body: what counts and its sums, what can be had beside it, how to accept."""
    counted = paper.counted
    say = counted.say
    tax = tax_words(counted.company.country, say)
    spelled = f"({counted.amount_in_words})" if counted.amount_in_words else ""
    texts = (
        Paragraph(spelled, Tone.STRONG),
        *(Paragraph(note, Tone.QUIET) for note in vat_notes(counted.totals, say)),
    )
    firm = (
        lines_grid(counted.invoice, counted.totals, _words(paper)),
        amounts(counted.invoice, counted.totals, tax, say, counted.formats),
    )
    language = counted.invoice.language
    own = said(counted.dress, PaperKind.QUOTE, language, field_values(counted))
    return (
        *own.before,
        *(firm if counted.invoice.lines else ()),
        *(text for text in texts if text.text),
        *_choices(paper, Choice.OPTIONAL),
        *_choices(paper, Choice.ALTERNATIVE),
        *((Paragraph(paper.quote.offer.note),) if paper.quote.offer.note else ()),
        *own.after,
        *_validity(paper),
        *_acceptance(paper),
    )


def _words(paper: QuotePaper) -> LineWords:
    counted = paper.counted
    layout, dress = counted.dress.layout, counted.dress
    tax = tax_words(counted.company.country, counted.say).tax
    speaking = (tax, counted.say, counted.formats)
    return LineWords(*speaking, layout.columns, dress.codes, counted.invoice.language)


def _choices(paper: QuotePaper, choice: Choice) -> tuple[Block, ...]:
    """Return the positions that are offered in one way and are not in the total, apart."""
    quote, say = paper.quote, paper.counted.say
    places = [place for place in open_choices(quote) if quote.positions[place].choice is choice]
    if not places:
        return ()
    if choice is Choice.OPTIONAL:
        title, told = say("Optional"), say("If you wish; not in the total.")
    else:
        title = say("Alternatives")
        told = say("Each in the place of the position that it names; not in the total.")
    return (Heading(title), Paragraph(told, Tone.QUIET), _grid(paper, places))


def _grid(paper: QuotePaper, places: Iterable[int]) -> Grid:
    """Return some positions with their prices; nothing is summed up."""
    quote, counted = paper.quote, paper.counted
    figures = line_figures(quote.offer)
    lines = tuple(
        replace(quote.offer.lines[place], description=_described(paper, place)) for place in places
    )
    offered = replace(quote.offer, lines=lines)
    totals = replace(counted.totals, lines=tuple(figures[place] for place in places))
    words = _words(paper)
    columns = tuple(one for one in words.columns if one.column is not LineColumn.POSITION)
    grid = lines_grid(offered, totals, replace(words, columns=columns))
    rows = tuple(replace(row, carried=()) for row in grid.rows)
    return replace(grid, rows=rows, carried=None)


def _described(paper: QuotePaper, place: int) -> str:
    """Return a position, an alternative with what it would come in the place of."""
    lines = paper.quote.offer.lines
    names = [lines[at].description.partition("\n")[0] for at in rivals(paper.quote, place)]
    if paper.quote.positions[place].choice is not Choice.ALTERNATIVE or not names:
        return lines[place].description
    instead = paper.counted.say("instead of: {positions}", positions=", ".join(names))
    return f"{lines[place].description}\n{instead}"


def _validity(paper: QuotePaper) -> tuple[Block, ...]:
    until, counted = paper.quote.valid_until, paper.counted
    if until is None:
        return ()
    text = counted.say("This quote is valid until {day}.", day=counted.formats.day(until))
    return (Paragraph(text, Tone.STRONG),)


def _acceptance(paper: QuotePaper) -> tuple[Block, ...]:
    """Return where the customer signs."""
    say = paper.counted.say
    where, who = Fact(say("Place and date"), LINE), Fact(say("Signature"), LINE)
    return (
        Paragraph(say("We accept this quote"), Tone.STRONG),
        Beside((Facts((where,)),), (Facts((who,)),)),
    )
