"""An agreed pay in words."""

from __future__ import annotations

from decimal import Decimal

from app.documents.contracts import pay_words
from app.domain.employees.contract import Pay, PayBasis
from app.domain.shared.money import money
from app.lang.formats import formats_in
from app.lang.texts import say_in


def test_a_pay_says_how_much_and_for_what() -> None:
    pay = Pay(money(Decimal("15.5"), "EUR"), PayBasis.HOUR)

    assert pay_words(pay, say_in("en"), formats_in("en", "FI")) == "€15.50 an hour"
    assert pay_words(pay, say_in("fi"), formats_in("fi", "FI")).endswith("€ tunnilta")
