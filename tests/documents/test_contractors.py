"""The list of contractors says who is reported, or that nobody was paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.documents.accounting import Imprint
from app.documents.contractors import describe
from app.documents.text import plain
from app.domain.contacts.address import Address
from app.domain.payments.contractors import NecList, NecRow
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money, money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import AMERICAN

IMPRINT = Imprint(AMERICAN, say_in("en"), formats_in("en", "US"), date(2027, 1, 20))
THRESHOLD = money(Decimal(2000), "USD")


def a_row(name: str, dollars: int, *, withheld: int = 0) -> NecRow:
    amount, kept = Money(dollars * 100, "USD"), Money(withheld * 100, "USD")
    is_reported = amount.minor >= THRESHOLD.minor or bool(kept)
    return NecRow(ContactId(1), name, "123456789", Address(), amount, kept, is_reported)


def test_everybody_is_listed_with_what_was_paid_and_whether_a_form_is_due() -> None:
    rows = (a_row("Ben", 2450), a_row("Cleo", 100, withheld=24), a_row("Ann", 1950))

    text = plain(describe(NecList(2026, THRESHOLD, rows), IMPRINT))

    lines = {line.split()[0]: line.split()[1:] for line in text.splitlines() if line.strip()}
    assert lines["Ben"] == ["12-3456789", "Yes", "2,450.00"]
    assert lines["Cleo"] == ["12-3456789", "Yes", "100.00", "24.00"]
    assert lines["Ann"] == ["12-3456789", "No", "1,950.00"]
    assert lines["Reported"][-1] == "2,550.00"


def test_a_year_without_contractors_says_so() -> None:
    text = plain(describe(NecList(2026, THRESHOLD, ()), IMPRINT))

    assert "No contractor was paid in this year." in text
