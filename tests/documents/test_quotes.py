"""A quote as paper: firm positions and their sum, options and alternatives apart, its last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.documents.dress import Dress
from app.documents.model import Document, Grid, Heading
from app.documents.pdf.render import render
from app.documents.quotes import QuotePaper, describe
from app.documents.text import plain
from app.domain.admin.company import Company
from app.domain.invoices.layout import USUAL_FORM, PaperKind
from app.domain.invoices.layout_texts import LayoutText
from app.domain.invoices.totals import totals_of
from app.domain.quotes.choosing import counted
from app.domain.quotes.quote import Choice, Position, Quote, State
from app.domain.shared.ids import QuoteId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH, GERMAN, THAI, a_paper, an_invoice
from tests.quoting import FIRM, OPTION, OTHER

DAY = date(2026, 3, 10)


def a_quote_paper(
    *positions: Position, company: Company = FINNISH, language: str = "en"
) -> QuotePaper:
    """Return the paper of a sent quote with a line for each position."""
    offer = replace(an_invoice(len(positions)), language=language, issued_on=DAY, number="")
    quote = Quote(
        QuoteId(5),
        2,
        State.SENT,
        offer,
        positions,
        number="Q-2026-0001",
        valid_until=date(2026, 4, 9),
    )
    whole = replace(counted(quote), number=quote.number)
    paper = replace(
        a_paper(whole),
        company=company,
        totals=totals_of(whole),
        say=say_in(language),
        formats=formats_in(language, company.country),
    )
    return QuotePaper(quote, paper)


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def test_options_and_alternatives_stand_apart_with_their_prices() -> None:
    document = describe(a_quote_paper(FIRM, OTHER, OPTION, FIRM))

    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Optional", "Alternatives"]
    assert [len(grid.rows) for grid in grids(document)] == [2, 1, 1]
    assert [grid.carried is None for grid in grids(document)] == [False, True, True]


def test_an_alternative_names_what_it_would_replace() -> None:
    paper = a_quote_paper(FIRM, OTHER)

    text = plain(describe(paper))

    assert f"instead of: {paper.quote.offer.lines[0].description}" in text


def test_the_total_is_that_of_what_counts() -> None:
    paper = a_quote_paper(FIRM, OPTION)
    gross = totals_of(counted(paper.quote)).gross

    text = plain(describe(paper))

    assert paper.counted.formats.money(gross.minor, gross.currency) in text


def test_until_when_it_holds_is_said_in_one_text() -> None:
    text = plain(describe(a_quote_paper(FIRM)))

    assert "This quote is valid until" in text
    assert "Signature" in text


def test_nothing_of_paying_or_of_an_invoice_is_on_it() -> None:
    text = plain(describe(a_quote_paper(FIRM)))

    assert "Due date" not in text
    assert "Invoice" not in text
    assert "Payment reference" not in text


def test_a_draft_is_marked() -> None:
    paper = a_quote_paper(FIRM)

    draft = replace(paper, quote=replace(paper.quote, state=State.DRAFT, number=""))

    assert describe(draft).mark == "DRAFT"
    assert describe(paper).mark == ""


def test_a_quote_with_nothing_firm_has_no_empty_table() -> None:
    assert [len(grid.rows) for grid in grids(describe(a_quote_paper(OPTION)))] == [1]


@pytest.mark.parametrize(
    ("company", "language", "title"),
    [
        (FINNISH, "fi", "Tarjous"),
        (FINNISH, "en", "Quote"),
        (GERMAN, "en", "Quote"),
        (THAI, "th", "ใบเสนอราคา"),
    ],
)
def test_a_quote_speaks_the_language_of_its_reader(
    company: Company, language: str, title: str
) -> None:
    group = Position(Choice.ALTERNATIVE, "A")
    paper = a_quote_paper(Position(group="A"), group, OPTION, company=company, language=language)

    document = describe(paper)

    assert document.title == title
    assert render(document)[:5] == b"%PDF-"
    assert render(document) == render(document)


@pytest.mark.parametrize(
    ("usual_for", "is_told"),
    [((PaperKind.QUOTE,), True), ((PaperKind.QUOTE, PaperKind.INVOICE), False)],
)
def test_texts_are_those_of_a_layout_of_quotes_alone(
    usual_for: tuple[PaperKind, ...], *, is_told: bool
) -> None:
    paper = a_quote_paper(FIRM)
    texts = (LayoutText("en", closing="Thank you for asking."),)
    dress = Dress(replace(USUAL_FORM, texts=texts, usual_for=usual_for))

    text = plain(describe(replace(paper, counted=replace(paper.counted, dress=dress))))

    assert ("Thank you for asking." in text) is is_told
