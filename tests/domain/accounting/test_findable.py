"""By which words the books are found."""

from __future__ import annotations

from app.domain.accounting.findable import findable_account, findable_entry
from app.domain.shared.money import Money
from tests.books import RECEIVABLES, an_entry


def test_an_account_is_found_by_its_number_and_by_every_name() -> None:
    item = findable_account(RECEIVABLES, "fi")

    assert (item.kind, item.entity_id) == ("account", RECEIVABLES.id)
    assert (item.title, item.detail, item.words) == ("Myyntisaamiset", "1700", "Receivables")


def test_an_entry_is_found_by_its_text_and_its_amount() -> None:
    entry = an_entry(number="2026-00007")

    item = findable_entry(entry)

    assert (item.title, item.detail) == ("Sale to Kahvila Aamu", "2026-00007")
    assert item.amounts == (Money(12550, "EUR"),)
    assert item.day == entry.booked_on
