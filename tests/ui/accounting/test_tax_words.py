from __future__ import annotations

from enum import Enum

import pytest

from app.domain.payments.withholding import Borne, CertificateState, Income, Return, Side
from app.domain.shared.vat import Category, Level
from app.ui.accounting import tax_words
from app.ui.accounting.tax_words import choices


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (Income, tax_words.INCOMES),
        (Return, tax_words.RETURNS),
        (Side, tax_words.SIDES),
        (Borne, tax_words.BORNE),
        (CertificateState, tax_words.STATES),
        (Level, tax_words.LEVELS),
        (Category, tax_words.CATEGORIES),
    ],
)
def test_every_value_has_its_word(values: type[Enum], words: dict[Enum, str]) -> None:
    assert set(words) == set(values)
    assert all(words.values())


def test_a_field_offers_every_value() -> None:
    assert [one for one, _text in choices(tax_words.SIDES)] == [Side.ISSUED, Side.RECEIVED]
