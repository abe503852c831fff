from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from app.domain.shared.money import MINOR_DIGITS, Money, money
from app.lang.formats import WRITTEN
from app.lang.words import in_words


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("10700.00", "หนึ่งหมื่นเจ็ดร้อยบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("0.50", "ห้าสิบสตางค์"),
        ("45.75", "สี่สิบห้าบาทเจ็ดสิบห้าสตางค์"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("0.01", "หนึ่งสตางค์"),
        ("1.11", "หนึ่งบาทสิบเอ็ดสตางค์"),
        ("0", "ศูนย์บาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("11000000", "สิบเอ็ดล้านบาทถ้วน"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("-2.01", "ลบสองบาทหนึ่งสตางค์"),
    ],
)
def test_thai_baht_are_written_as_on_a_tax_invoice(amount: str, text: str) -> None:
    assert in_words(money(Decimal(amount), "THB"), "th") == text


@given(st.integers(1, 10**15))
def test_thai_agrees_with_num2words(minor: int) -> None:
    value = Money(minor, "THB")

    assert in_words(value, "th") == num2words(value.amount, lang="th", to="currency")


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        ("1336.41", "USD", "en", "One thousand three hundred thirty-six and 41/100"),
        ("0.05", "USD", "en", "Zero and 05/100"),
        (
            "1336.41",
            "EUR",
            "en",
            "One thousand three hundred and thirty-six euros and forty-one cents",
        ),
        ("1", "EUR", "en", "One euro"),
        ("-2.01", "EUR", "en", "Minus two euros and one cent"),
        (
            "1336.41",
            "EUR",
            "fi",
            "Tuhat kolmesataakolmekymmentäkuusi euroa ja neljäkymmentäyksi senttiä",
        ),
        ("2000001", "EUR", "fi", "Kaksi miljoonaa yksi euroa"),
        ("1000000", "SEK", "fi", "Miljoona kruunua"),
        ("0.01", "EUR", "fi", "Yksi sentti"),
        ("0", "EUR", "fi", "Nolla euroa"),
        ("101.01", "EUR", "de", "Einhundertein Euro und ein Cent"),
        ("7", "SEK", "de", "Sieben SEK 00/100"),
        ("12", "JPY", "fi", "Kaksitoista jeniä"),
        ("5", "EUR", "sv", "Five euros"),
        ("1.50", "USD", "th", "หนึ่งดอลลาร์สหรัฐห้าสิบเซนต์"),
    ],
)
def test_amounts_are_written_in_the_language(
    amount: str, currency: str, language: str, text: str
) -> None:
    assert in_words(money(Decimal(amount), currency), language) == text


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("currency", sorted(MINOR_DIGITS))
def test_every_currency_can_be_written_at_any_size(language: str, currency: str) -> None:
    for minor in (0, 1, -1, 100, 10**17):
        assert in_words(Money(minor, currency), language)


def test_num2words_is_loaded_only_when_it_is_needed() -> None:
    code = "import sys, app.lang.words; raise SystemExit('num2words' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
