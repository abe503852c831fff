from __future__ import annotations

from app.domain.expenses.findable import findable
from app.domain.shared.money import Money
from tests.domain.expenses.test_expense import claim, line


def test_a_claim_is_found_by_what_was_bought_and_for_how_much() -> None:
    found = findable(claim(line(0, 1200, "25.5")), "Aino Virtanen")

    assert (found.title, found.detail, found.words) == ("Visit", "Aino Virtanen", "Visit line 0")
    assert Money(1200, "EUR") in found.amounts
