"""Issuing: the day, the due day, the rate of each line, and the life of an invoice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.invoices.invoice import Invoice, NotADraft, State
from app.domain.invoices.issue import due_day, issue, rate_day, rated, tidied
from app.domain.invoices.totals import totals_of
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, RatePeriod, VatCode
from tests.builders import TODAY, a_draft, a_line

CODES = {
    "reduced": VatCode(
        "reduced",
        Category.STANDARD,
        (
            RatePeriod(date(2013, 1, 1), Rate(Decimal(14))),
            RatePeriod(date(2026, 1, 1), Rate(Decimal("13.5"))),
        ),
    ),
    "export": VatCode("export", Category.EXPORT, (RatePeriod(date(1994, 6, 1), Rate(Decimal(0))),)),
}


def test_an_issued_invoice_takes_number_reference_and_day() -> None:
    issued = issue(a_draft(), "20260001", TODAY, "202600017")

    assert (issued.state, issued.number, issued.reference) == (
        State.ISSUED,
        "20260001",
        "202600017",
    )
    assert (issued.issued_on, issued.due_on) == (TODAY, date(2026, 3, 24))
    assert issued.version == 2


def test_a_chosen_day_and_a_given_due_day_are_kept() -> None:
    draft = replace(a_draft(), issued_on=date(2026, 3, 5), due_on=date(2026, 3, 31))

    issued = issue(draft, "20260001", TODAY, "")

    assert (issued.issued_on, issued.due_on) == (date(2026, 3, 5), date(2026, 3, 31))


def test_the_terms_count_from_the_chosen_day() -> None:
    draft = replace(a_draft(), issued_on=date(2026, 2, 27), terms_days=2)

    issued = issue(draft, "20260001", TODAY, "")

    assert issued.due_on == date(2026, 3, 1)


@pytest.mark.parametrize("state", [State.ISSUED, State.DISCARDED])
def test_only_a_draft_is_issued(state: State) -> None:
    other = replace(a_draft(), state=state)

    with pytest.raises(NotADraft):
        issue(other, "20260001", TODAY, "")


def test_journey_10_the_delivery_day_chooses_the_rate() -> None:
    lines = [
        replace(a_line(price="200", rate="0"), vat="reduced", delivered_on=day)
        for day in (date(2025, 12, 30), date(2026, 1, 2))
    ]

    draft = rated(a_draft(*lines), CODES, date(2026, 1, 5))

    parts = totals_of(draft).vat
    assert [(str(part.rate), str(part.tax.amount)) for part in parts] == [
        ("14", "28.00"),
        ("13.5", "27.00"),
    ]


def test_the_day_of_a_rate_is_of_the_line_then_the_invoice_then_today() -> None:
    line, first, second = a_line(), date(2025, 1, 1), date(2025, 2, 2)
    draft = a_draft(line)

    days = [
        rate_day(draft, replace(line, delivered_on=first), TODAY),
        rate_day(replace(draft, delivered_on=first, issued_on=second), line, TODAY),
        rate_day(replace(draft, issued_on=second), line, TODAY),
        rate_day(draft, line, TODAY),
    ]

    assert days == [first, first, second, TODAY]


def test_rating_fixes_the_category_too() -> None:
    abroad = replace(a_line(), vat="export")

    (line,) = rated(a_draft(abroad), CODES, TODAY).lines

    assert (line.category, line.rate) == (Category.EXPORT, Rate(Decimal(0)))


@pytest.mark.parametrize("change", [{"vat": "nonsense"}, {"delivered_on": date(1980, 1, 1)}])
def test_a_line_that_cannot_be_rated_stays_as_it_was(change: dict[str, str | date]) -> None:
    line = replace(a_line(), **{"vat": "reduced", **change})  # type: ignore[arg-type]  # two fields of two types

    assert rated(a_draft(line), CODES, TODAY).lines == (line,)


def test_tidying_drops_blank_rows_and_keeps_headings() -> None:
    heading = replace(a_line("0", "0"), description=" Week 11 ")
    blank = replace(a_line("1", "0"), description="  ")

    tidy = tidied(replace(a_draft(heading, blank, a_line()), note=" Thanks \n"))

    assert [line.description for line in tidy.lines] == ["Week 11", "Gadget"]
    assert tidy.note == "Thanks"


def test_a_discarded_draft_stays_discarded() -> None:
    gone = a_draft().discard()

    assert gone.state is State.DISCARDED
    with pytest.raises(NotADraft):
        gone.discard()


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_no_invoice_is_due_before_its_day(today: date, days: int) -> None:
    issued = issue(replace(a_draft(), terms_days=days), "1", today, "")

    assert issued.due_on == today + timedelta(days=days)


class InvoiceLife(RuleBasedStateMachine):
    """Whatever a clerk tries in whatever order, only the moves of DOMAIN happen."""

    def __init__(self) -> None:
        super().__init__()
        self.invoice = a_draft()
        self.issued: Invoice | None = None
        self.taken = 0

    @initialize(days=st.integers(0, 60))
    def start(self, days: int) -> None:
        self.invoice = replace(a_draft(), terms_days=days)

    @precondition(lambda self: self.invoice.state is State.DRAFT)
    @rule(price=st.integers(0, 1000))
    def change(self, price: int) -> None:
        self.invoice = replace(self.invoice, lines=(a_line(price=str(price)),))

    @rule()
    def discard(self) -> None:
        if self.invoice.state is State.DRAFT:
            self.invoice = self.invoice.discard()
        else:
            with pytest.raises(NotADraft):
                self.invoice.discard()

    @rule(late=st.integers(0, 30))
    def issue(self, late: int) -> None:
        today = TODAY + timedelta(days=late)
        if self.invoice.state is State.DRAFT:
            self.taken += 1
            self.invoice = self.issued = issue(self.invoice, f"2026{self.taken:04}", today, "")
        else:
            with pytest.raises(NotADraft):
                issue(self.invoice, "20269999", today, "")

    @invariant()
    def a_number_means_issued(self) -> None:
        assert bool(self.invoice.number) is (self.invoice.state is State.ISSUED)
        assert self.taken <= 1

    @invariant()
    def an_issued_invoice_never_changes(self) -> None:
        if self.issued is not None:
            assert self.invoice == self.issued
            assert self.invoice.issued_on is not None and self.invoice.due_on is not None


TestInvoiceLife = InvoiceLife.TestCase


@pytest.mark.parametrize(
    ("issued_on", "terms_days", "due_on"),
    [
        (date(2028, 2, 29), 1, date(2028, 3, 1)),
        (date(2026, 1, 31), 30, date(2026, 3, 2)),
        (date(2026, 3, 10), -5, date(2026, 3, 10)),
        (date(9999, 12, 31), 14, date(9999, 12, 31)),
        (date(2026, 3, 10), 2**62, date(9999, 12, 31)),
    ],
)
def test_the_due_day_stays_in_the_calendar(issued_on: date, terms_days: int, due_on: date) -> None:
    assert due_day(replace(a_draft(), terms_days=terms_days), issued_on) == due_on
