from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.contacts.contact import Contact, Identifier, VatAnswer, Verdict
from app.domain.contacts.vies import LASTS
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.proving import unproven
from app.domain.shared.ids import ContactId
from app.domain.shared.vat import Category
from tests.builders import a_draft, a_line

TODAY = date(2026, 3, 10)
ANSWER = VatAnswer("DE136695976", Verdict.VALID, TODAY, "VIES")
GERMAN = Contact(ContactId(1), 1, "Klangraum", identifiers=(Identifier("de.vat", "DE136695976"),))


def draft(category: Category, kind: Kind = Kind.INVOICE) -> Invoice:
    return replace(a_draft(replace(a_line(), category=category)), kind=kind)


def warned(invoice: Invoice, customer: Contact = GERMAN, home: str = "FI") -> list[str]:
    found = list(unproven(invoice, customer, home, TODAY))
    assert all(one.is_warning and one.field == "customer_id" for one in found)
    return [one.code.removeprefix("invoices.vat-number-") for one in found]


@pytest.mark.parametrize("category", [Category.INTRA_COMMUNITY, Category.REVERSE_CHARGE])
def test_a_sale_without_vat_to_another_member_state_asks_for_a_proof(category: Category) -> None:
    answered = replace(GERMAN, vat_answer=ANSWER)
    old = replace(GERMAN, vat_answer=replace(ANSWER, on=TODAY - LASTS - timedelta(days=1)))
    refused = replace(GERMAN, vat_answer=replace(ANSWER, verdict=Verdict.INVALID))

    assert warned(draft(category)) == ["not-checked"]
    assert warned(draft(category), answered) == []
    assert warned(draft(category), old) == ["checked-long-ago"]
    assert warned(draft(category), refused) == ["not-valid"]


def test_other_sales_ask_for_none() -> None:
    without = replace(GERMAN, identifiers=())

    assert warned(draft(Category.STANDARD)) == []
    assert warned(draft(Category.EXPORT)) == []
    assert warned(draft(Category.REVERSE_CHARGE), home="DE") == []
    assert warned(draft(Category.INTRA_COMMUNITY), without) == []
    assert warned(draft(Category.INTRA_COMMUNITY, Kind.CREDIT_NOTE)) == []
