"""What the invoice of a period says: its words, days, notice, and what stands in its way."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.recurring.plan import Makes, Period
from app.domain.shared.problems import Problem
from app.lang.formats import formats_in
from app.services.planning import in_the_way, words_of
from tests.domain.recurring.plans import a_plan

DECEMBER = Period(date(2025, 12, 31), date(2026, 1, 30), date(2026, 1, 30))
WARNING = Problem("", "invoices.date-long-ago", is_warning=True)
MISSING = Problem("", "invoices.buyer-without-address")
GONE = Problem("", "invoices.customer-put-away")
FIGURE = Problem("", "number.too-large")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("December", "2025", "November", "January")),
        ("fi", ("joulukuu", "2025", "marraskuu", "tammikuu")),
        ("th", ("ธันวาคม", "2568", "พฤศจิกายน", "มกราคม")),
    ],
)
def test_placeholders_stand_for_words_of_the_first_day(
    language: str, words: tuple[str, ...]
) -> None:
    found = words_of(DECEMBER, formats_in(language))

    names = ("month", "year", "previous_month", "next_month")
    assert tuple(found[name] for name in names) == words


def test_what_stands_in_the_way_of_issuing_does_not_of_a_draft() -> None:
    problems = (WARNING, MISSING, GONE, FIGURE)

    issued = in_the_way(a_plan(makes=Makes.ISSUE), problems, (FIGURE,))
    drafted = in_the_way(a_plan(makes=Makes.DRAFT), problems, (FIGURE,))

    assert issued == (MISSING, GONE, FIGURE)
    assert drafted == (GONE, FIGURE)
