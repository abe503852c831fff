"""Quotes: written, numbered, found, and how they stand on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.quotes.chain import links_of, revisions_of
from app.domain.quotes.choosing import figures_of
from app.domain.quotes.findable import findable
from app.domain.quotes.making import as_quote, invoice_of, number_of, written_of
from app.domain.quotes.quote import Position, QuoteDraft, QuoteRow, State
from app.domain.quotes.standing import Standing, standing_of
from app.domain.shared.ids import QuoteId
from tests.quoting import DAY, FIRM, OPTION, OTHER, a_quote, a_sent_quote
from tests.trade import a_content, a_written_line


def a_row(state: State, until: date | None = None, *, is_replaced: bool = False) -> QuoteRow:
    return QuoteRow(QuoteId(5), state, "Q-1", 1, "Aamu", DAY, until, "EUR", 100, 125, is_replaced)


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (a_row(State.SENT, DAY), Standing.OPEN),
        (a_row(State.SENT, date(2026, 3, 9)), Standing.RUN_OUT),
        (a_row(State.ACCEPTED, date(2026, 3, 9)), Standing.ACCEPTED),
        (a_row(State.EXPIRED, is_replaced=True), Standing.REPLACED),
        (a_row(State.DRAFT), Standing.DRAFT),
    ],
)
def test_a_quote_stands_as_its_day_has_it(row: QuoteRow, standing: Standing) -> None:
    assert standing_of(row, DAY) is standing


@pytest.mark.parametrize(
    ("root", "revision", "number"),
    [("Q-2026-0001", 2, "Q-2026-0001/2"), ("Q-2026-0001/2", 3, "Q-2026-0001/3")],
)
def test_a_revision_has_the_number_of_the_first(root: str, revision: int, number: str) -> None:
    assert number_of(root, revision) == number


def test_positions_stay_with_their_lines_where_blank_ones_go() -> None:
    blank = replace(a_written_line(), description="", price=None)
    content = a_content(blank, a_written_line(), blank, a_written_line())
    written = QuoteDraft(content, (FIRM, FIRM, OPTION, Position(OTHER.choice, " A ")))
    offer = replace(a_quote(FIRM, FIRM).offer, issued_on=DAY)

    quote = as_quote(written, offer, QuoteId(5), 1)

    assert quote.positions == (FIRM, Position(OTHER.choice, "A"))
    assert written_of(quote).positions == quote.positions


def test_the_invoice_of_a_quote_has_what_was_taken_and_no_days() -> None:
    ordered = a_sent_quote(FIRM, OTHER, OPTION).accept((1,), DAY)

    draft = invoice_of(ordered)

    assert [line.price for line in draft.lines] == [200]
    assert (draft.issued_on, draft.due_on) == (None, None)


def test_a_quote_is_found_by_its_number_and_all_its_positions() -> None:
    quote = a_sent_quote(FIRM, OPTION)

    item = findable(quote, figures_of(quote), DAY)

    assert (item.kind, item.entity_id, item.title) == ("quote", quote.id, "Q-2026-0001")


def test_every_revision_is_seen_from_each() -> None:
    first = a_sent_quote(FIRM)
    second = replace(first, id=QuoteId(6), replaces=first.id, number="Q-2026-0001/2", revision=2)
    known, later = {5: first, 6: second}, {5: QuoteId(6)}

    seen = [revisions_of(one, known.__getitem__, later.get) for one in (first, second)]

    assert seen == [(first, second)] * 2
    assert [(one.number, one.depth) for one in links_of(seen[0])] == [
        ("Q-2026-0001", 0),
        ("Q-2026-0001/2", 1),
    ]
