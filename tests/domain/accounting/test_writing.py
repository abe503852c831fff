"""An entry as it is being written: what is wrong stands at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.writing import EntryForm, EntryLine, check_entry, copy_of
from app.domain.shared.ids import EntryId
from app.domain.shared.money import Money
from tests.books import BANK, RECEIVABLES, SALES, VAT

DAY = date(2026, 3, 10)
ACCOUNTS = {one.id: one for one in (BANK, SALES, VAT, replace(RECEIVABLES, is_closed=True))}
CODES = frozenset({"standard"})
DEBIT = EntryLine(BANK.id, Decimal("125.50"), None, "", "paid")
CREDIT = EntryLine(SALES.id, None, Decimal("125.50"), "standard")


def a_form(*lines: EntryLine) -> EntryForm:
    return EntryForm(DAY, "Cash sale", lines or (DEBIT, CREDIT), "EUR")


def test_a_balanced_entry_has_no_problem_and_becomes_postings() -> None:
    form = a_form()

    assert check_entry(form, ACCOUNTS, CODES) == ()
    postings = form.as_new(DAY).postings
    assert [side.amount for side in postings] == [Money(12550, "EUR"), Money(-12550, "EUR")]
    assert [(side.vat, side.text) for side in postings] == [("", "paid"), ("standard", "")]


@pytest.mark.parametrize(
    ("form", "field", "code"),
    [
        (replace(a_form(), booked_on=None), "booked_on", "entry-without-day"),
        (replace(a_form(), text=" "), "text", "entry-without-text"),
        (a_form(DEBIT), "lines.0.account", "entry-of-one-line"),
        (replace(a_form(), lines=()), "lines.0.account", "entry-of-one-line"),
        (
            a_form(replace(DEBIT, account_id=None), CREDIT),
            "lines.0.account",
            "line-without-account",
        ),
        (
            a_form(replace(DEBIT, account_id=RECEIVABLES.id), CREDIT),
            "lines.0.account",
            "line-account-closed",
        ),
        (a_form(DEBIT, replace(CREDIT, credit=None)), "lines.1.debit", "line-without-amount"),
        (a_form(DEBIT, replace(CREDIT, debit=Decimal(1))), "lines.1.credit", "line-on-both-sides"),
        (a_form(replace(DEBIT, debit=Decimal(-1)), CREDIT), "lines.0.debit", "line-negative"),
        (a_form(replace(DEBIT, debit=Decimal("0.001")), CREDIT), "lines.0.debit", "line-too-fine"),
        (a_form(replace(DEBIT, debit=Decimal(10**15)), CREDIT), "lines.0.debit", "line-too-large"),
        (a_form(DEBIT, replace(CREDIT, vat="luxury")), "lines.1.vat", "vat-unknown"),
        (a_form(DEBIT, replace(CREDIT, credit=Decimal(100))), "lines.1.credit", "entry-differs"),
        (a_form(CREDIT, replace(DEBIT, debit=Decimal(100))), "lines.1.debit", "entry-differs"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(form: EntryForm, field: str, code: str) -> None:
    (problem,) = check_entry(form, ACCOUNTS, CODES)

    assert (problem.field, problem.code) == (field, f"accounting.{code}")


def test_a_difference_says_how_much_is_missing() -> None:
    (problem,) = check_entry(a_form(DEBIT, replace(CREDIT, credit=Decimal(100))), ACCOUNTS, CODES)

    assert problem.facts == {"amount": "25.50", "currency": "EUR"}


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=6))
def test_a_copy_of_an_entry_is_what_was_written(amounts: list[int]) -> None:
    lines = [EntryLine(BANK.id, Decimal(one).scaleb(-2), None) for one in amounts]
    form = a_form(*lines, EntryLine(SALES.id, None, Decimal(sum(amounts)).scaleb(-2)))
    entry = form.as_new(DAY).as_entry(EntryId(7), "2026-00001")

    again = copy_of(entry, DAY)

    assert again == form
    assert again.difference == 0
