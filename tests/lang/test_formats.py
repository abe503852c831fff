from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from babel import numbers
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.money import MINOR_DIGITS, Money
from app.lang.formats import WRITTEN, formats_in

LOCALES = [*WRITTEN, "en_US", "de_AT", "de_CH"]
DAY = date(2026, 3, 10)
MINORS = st.integers(-(10**17), 10**17)
CURRENCIES = st.sampled_from(sorted(MINOR_DIGITS))


def as_cldr(text: str, locale: str) -> str:
    """Mend what Babel leaves out of CLDR: the true minus and a space after a currency's code."""
    spaced = re.sub(r"(?<=[A-Z])(?=[0-9])", "\u00a0", text)
    return spaced.replace("-", "−") if locale in {"fi", "sv"} else spaced


@pytest.mark.parametrize("locale", LOCALES)
@given(minor=MINORS, currency=CURRENCIES)
def test_amounts_are_written_as_cldr_writes_them(locale: str, minor: int, currency: str) -> None:
    value = Money(minor, currency).amount
    places = "#,##0" if MINOR_DIGITS[currency] == 0 else "#,##0.00"

    ours = formats_in(locale)

    plain = numbers.format_decimal(value, places, locale=locale)
    whole = numbers.format_currency(value, currency, locale=locale)
    assert ours.amount(minor, currency) == as_cldr(plain, locale)
    assert ours.money(minor, currency) == as_cldr(whole, locale)


@pytest.mark.parametrize("locale", LOCALES)
@given(value=st.decimals(-(10**12), 10**12, places=6).filter(bool))
def test_decimals_and_percentages_are_written_as_cldr_writes_them(
    locale: str, value: Decimal
) -> None:
    ours = formats_in(locale)

    plain = numbers.format_decimal(value, locale=locale, decimal_quantization=False)
    percent = numbers.format_percent(value / 100, locale=locale, decimal_quantization=False)
    assert ours.decimal(value) == as_cldr(plain, locale)
    assert ours.percent(value) == as_cldr(percent, locale)


@given(MINORS, CURRENCIES, st.sampled_from(LOCALES))
def test_what_we_write_we_read(minor: int, currency: str, locale: str) -> None:
    ours = formats_in(locale)
    value = Money(minor, currency).amount

    assert ours.parse_decimal(ours.amount(minor, currency)) == value
    assert ours.parse_money(ours.money(minor, currency), currency) == value
    assert ours.parse_decimal(ours.decimal(value)) == value


@pytest.mark.parametrize("currency", sorted(MINOR_DIGITS))
def test_every_currency_of_the_house_has_its_digits(currency: str) -> None:
    one = 10 ** MINOR_DIGITS[currency]

    assert formats_in("fi").parse_decimal(formats_in("fi").amount(one, currency)) == 1


def test_finnish_writes_no_break_spaces_and_the_true_minus() -> None:
    finnish = formats_in("fi", "FI")

    assert finnish.money(-123450, "EUR") == "−1\u00a0234,50\u00a0€"
    assert finnish.percent(Decimal("25.5000")) == "25,5\u00a0%"
    assert finnish.decimal_mark == ","


def test_a_sign_is_shown_on_demand_and_never_at_zero() -> None:
    finnish = formats_in("fi")

    assert [finnish.amount(minor, "EUR", sign=True) for minor in (5, 0, -5)] == [
        "+0,05",
        "0,00",
        "−0,05",
    ]


def test_what_is_typed_again_has_no_groups() -> None:
    assert formats_in("fi").plain(Decimal("-1234.50")) == "-1234,50"


def test_letters_never_touch_digits() -> None:
    assert formats_in("en").money(100, "THB") == "THB\u00a01.00"
    assert formats_in("th").money(100, "THB") == "฿1.00"


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("2.005", 2, "2,01"),
        ("-2.005", 2, "−2,01"),
        ("-0.001", 2, "0,00"),
        ("1E+3", None, "1\u00a0000"),
        ("1.500000", None, "1,5"),
        ("0.000001", None, "0,000001"),
        ("3", 4, "3,0000"),
    ],
)
def test_decimals_show_the_places_asked_for(value: str, places: int | None, text: str) -> None:
    assert formats_in("fi").decimal(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("language", "country", "day", "long_day"),
    [
        ("fi", "FI", "10.3.2026", "10. maaliskuuta 2026"),
        ("th", "TH", "10/03/2569", "10 มีนาคม พ.ศ. 2569"),
        ("en", "FI", "10 Mar 2026", "10 March 2026"),
        ("en", "US", "03/10/2026", "March 10, 2026"),
        ("de", "DE", "10.03.2026", "10. März 2026"),
        ("sv", "SE", "2026-03-10", "10 mars 2026"),
        ("xx", "", "10 Mar 2026", "10 March 2026"),
    ],
)
def test_days_are_written_as_the_country_does(
    language: str, country: str, day: str, long_day: str
) -> None:
    ours = formats_in(language, country)

    assert (ours.day(DAY), ours.long_day(DAY)) == (day, long_day)


def test_an_instant_is_shown_in_the_zone_asked_for() -> None:
    moment = datetime(2026, 3, 10, 23, 5, tzinfo=UTC)
    helsinki = timezone(timedelta(hours=2))

    assert formats_in("fi").instant(moment, helsinki) == "11.3.2026 1.05"
    assert formats_in("en", "US").instant(moment) == "03/10/2026 11:05\u00a0PM"
    assert formats_in("th").instant(moment) == "10/03/2569 23:05"


def test_an_amount_in_another_currency_is_not_taken_for_ours() -> None:
    assert formats_in("fi").parse_money("12,00 $", "EUR") is None


def test_the_week_begins_as_the_country_has_it() -> None:
    assert (formats_in("fi").first_weekday, formats_in("en", "US").first_weekday) == (0, 6)


def test_formats_need_no_babel() -> None:
    code = "import sys, app.lang.formats; raise SystemExit('babel' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("language", WRITTEN)
def test_the_fact_files_are_those_that_cldr_gives(language: str) -> None:
    root = Path(__file__).resolve().parents[2]
    spec = importlib.util.spec_from_file_location("cldr", root / "build" / "cldr.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    fresh = script.written(language, script.LANGUAGES[language])

    path = root / "resources" / "locales" / language / "formats.toml"
    assert path.read_text("utf-8") == fresh


def test_a_price_shows_all_its_places_and_at_least_those_of_money() -> None:
    finnish = formats_in("fi")

    assert finnish.price(Decimal("1234.5000"), "EUR") == "1\u00a0234,50\u00a0€"
    assert finnish.price(Decimal("-0.12345"), "EUR") == "−0,12345\u00a0€"
    assert finnish.price(Decimal(7), "JPY") == "7\u00a0¥"
    assert finnish.price(Decimal("12.5"), "") == "12,50"
