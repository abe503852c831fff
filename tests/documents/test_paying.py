"""How to pay: the giro form in Finland, elsewhere facts and a code to scan."""

from __future__ import annotations

from datetime import date

import pytest

from app.documents.model import Beside, Facts, QrCode
from app.documents.paying import Payable, Payer, PaymentFacts, how_to_pay, terms_text
from app.documents.slips import PaymentSlip
from app.domain.contacts.address import Address
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import EPC, FINNISH, GERMAN

SAY, FORMATS = say_in("en"), formats_in("en")


PAYER = Payer("Aamu", Address("Hämeenkatu 1", "", "33100", "Tampere", "", "FI"))


def payable(currency: str = "EUR", qr: str = EPC) -> Payable:
    facts = PaymentFacts("FI49 5000 9420 0287 30", "OKOYFIHH", "2026 00017", "4495", qr)
    amount = Money(105_295, currency)
    return Payable(facts, amount, date(2026, 3, 8), PAYER, "Reminder 1", "To be paid by")


def test_euros_are_paid_by_the_giro_form_in_finland() -> None:
    (slip,) = how_to_pay(payable(), FINNISH, SAY, FORMATS)

    assert isinstance(slip, PaymentSlip)
    assert (slip.amount, slip.due, slip.message) == ("1\xa0052,95", "8.3.2026", ("Reminder 1",))


def test_other_money_and_other_countries_get_facts_and_a_code() -> None:
    (dollars,) = how_to_pay(payable("USD", ""), FINNISH, SAY, FORMATS)
    (german,) = how_to_pay(payable(), GERMAN, SAY, FORMATS)

    assert isinstance(dollars, Facts)
    assert [row.label for row in dollars.rows][-2:] == ["To be paid by", "Amount"]
    assert isinstance(german, Beside)
    (code,) = german.right
    assert isinstance(code, QrCode)
    assert "2026 00017" in code.text


@pytest.mark.parametrize(
    ("days", "words"), [(0, "Payable at once"), (1, "1 day net"), (14, "14 days net")]
)
def test_terms_without_days_are_payable_at_once(days: int, words: str) -> None:
    assert terms_text(days, say_in("en")) == words
