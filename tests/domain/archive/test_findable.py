"""A document is found by what it is called, who sent it, its numbers and its amount."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.archive.findable import findable
from app.domain.shared.money import Money
from tests.domain.archive.papers import a_document


def test_a_document_is_found_by_title_sender_reference_amount_and_file() -> None:
    bill = replace(
        a_document(), reference="4711", amount=Money(68656, "EUR"), serial=12, day=date(2026, 3, 2)
    )

    item = findable(bill, "scan.pdf", "Sähkö Oy")

    assert (item.kind, item.entity_id, item.title) == ("document", bill.id, bill.title)
    assert (item.detail, item.day) == ("Sähkö Oy · 4711", date(2026, 3, 2))
    assert (item.words, item.amounts) == ("scan.pdf 12", (Money(68656, "EUR"),))


def test_a_document_without_a_day_is_as_new_as_it_came() -> None:
    document = a_document()

    assert findable(document, "a.pdf").day == document.received_at.date()
