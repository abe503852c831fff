from __future__ import annotations

import pytest

from app.documents.accounting import describe_journal, describe_ledger, describe_trial_balance
from app.documents.model import Document, Grid, Paragraph, RowKind
from app.documents.pdf.render import render
from app.domain.accounting.journal import Ledger, TrialBalance
from tests.documents import reports
from tests.documents.reading import lines_of, page_texts
from tests.documents.reports import ACCOUNTS, FIRST, GOLDEN_REPORTS, LAST, RECEIVABLES, an_imprint


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def spaced(text: str) -> str:
    """Return a text with plain spaces where figures have unbreakable ones."""
    return text.replace("\u00a0", " ")


def test_the_trial_balance_ends_with_sides_that_agree() -> None:
    (grid,) = grids(reports.trial_balance())

    *_, debit, credit, balance = grid.rows[-1].cells
    assert grid.rows[-1].kind is RowKind.SUM
    assert debit == credit != "" and balance == "0,00"


def test_a_side_that_nothing_was_posted_to_stays_empty() -> None:
    (grid,) = grids(reports.trial_balance())

    sides = [tuple(map(spaced, row.cells[2:4])) for row in grid.rows[:2]]
    assert sides == [("", "987,00"), ("1 234,57", "")]


def test_a_trial_balance_without_accounts_adds_up_to_nothing() -> None:
    empty = TrialBalance(LAST, "EUR", ())

    (grid,) = grids(describe_trial_balance(empty, an_imprint()))

    assert [row.cells for row in grid.rows] == [("", "Yhteensä", "0,00", "0,00", "0,00")]


def test_the_ledger_goes_from_the_opening_to_the_closing_balance() -> None:
    (grid,) = grids(reports.ledger(3))

    balances = [spaced(row.cells[-1]) for row in grid.rows]
    assert balances == ["1 250,00", "1 375,50", "1 514,94", "1 668,32", "1 668,32"]
    assert tuple(map(spaced, grid.rows[-1].carried)) == ("418,32", "0,00", "1 668,32")


def test_a_ledger_without_postings_stays_where_it_was() -> None:
    still = Ledger(RECEIVABLES, "EUR", 500, ())

    (grid,) = grids(describe_ledger(still, ACCOUNTS[RECEIVABLES], FIRST, LAST, an_imprint()))

    assert [row.cells[-1] for row in grid.rows] == ["5,00", "5,00"]


def test_an_entry_is_a_heading_over_its_postings() -> None:
    (grid,) = grids(reports.journal(1))

    heading, first, *_ = grid.rows
    assert heading.kind is RowKind.HEADING
    assert heading.cells[0] == "1.1.2026 · 2026-0000 · Lasku 20260000: Kahvila Käki Oy"
    assert first.cells == ("1700", "Myyntisaamiset", "", "125,50", "")


def test_every_currency_has_sums_of_its_own() -> None:
    made = (*reports.entries(1), *reports.entries(2, "THB"))

    document = describe_journal(made, ACCOUNTS, FIRST, LAST, an_imprint())

    assert [grid.rows[-1].cells[-2:] for grid in grids(document)] == [
        ("125,50", "125,50"),
        ("264,94", "264,94"),
    ]


def test_a_journal_of_no_entries_says_so() -> None:
    document = reports.journal(0)

    assert not grids(document) and isinstance(document.blocks[0], Paragraph)


def test_the_sums_of_both_sides_go_over_the_edge_of_a_page() -> None:
    first, second, *_ = page_texts(render(reports.journal(60)))

    carried = next(line for line in first.splitlines() if line.startswith("Siirto"))
    debit, credit = carried.split(" ")[-2:]
    assert spaced(debit) == spaced(credit) == "1 491,94" and f"{debit} {credit}" in second


@pytest.mark.parametrize("name", GOLDEN_REPORTS)
def test_a_report_says_on_every_page_whose_it_is_and_which(name: str) -> None:
    document = GOLDEN_REPORTS[name]()

    texts = page_texts(render(document))

    said = (document.letterhead.name, document.title)
    assert [words for text in texts for words in said if words not in text] == []


def test_a_long_journal_says_every_entry() -> None:
    lines = lines_of(render(reports.journal(300)))

    said = [line for line in lines if " · 2026-0" in line]
    assert len(said) == 300
