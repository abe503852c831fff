from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang.formats import WRITTEN, formats_in

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fi", "3.4", date(2026, 4, 3)),
        ("fi", "3.4.", date(2026, 4, 3)),
        ("fi", "3.4.26", date(2026, 4, 3)),
        ("fi", "3.4.2026", date(2026, 4, 3)),
        ("fi", " 03 04 2026 ", date(2026, 4, 3)),
        ("fi", "0304", date(2026, 4, 3)),
        ("fi", "030426", date(2026, 4, 3)),
        ("fi", "03042026", date(2026, 4, 3)),
        ("fi", "20260403", date(2026, 4, 3)),
        ("fi", "2026-04-03", date(2026, 4, 3)),
        ("fi", "2026-4-3", date(2026, 4, 3)),
        ("fi", "3. huhtikuuta 2026", date(2026, 4, 3)),
        ("fi", "3. huhtikuuta", date(2026, 4, 3)),
        ("fi", "3 huhti 2026", date(2026, 4, 3)),
        ("fi", "3 Apr 2026", date(2026, 4, 3)),
        ("fi", "29.2.2028", date(2028, 2, 29)),
        ("fi", "1.1.99", date(1999, 1, 1)),
        ("en-US", "3/4", date(2026, 3, 4)),
        ("en-US", "0304", date(2026, 3, 4)),
        ("en-US", "04/03/2026", date(2026, 4, 3)),
        ("en-US", "April 3, 2026", date(2026, 4, 3)),
        ("en", "3 Apr 2026", date(2026, 4, 3)),
        ("en", "3 april 26", date(2026, 4, 3)),
        ("th", "03/04/2569", date(2026, 4, 3)),
        ("th", "3/4/69", date(2026, 4, 3)),
        ("th", "3/4/26", date(2026, 4, 3)),
        ("th", "๓/๔/๒๕๖๙", date(2026, 4, 3)),
        ("th", "3 เมษายน พ.ศ. 2569", date(2026, 4, 3)),
        ("th", "3 เม.ย. 69", date(2026, 4, 3)),
        ("th", "2569-04-03", date(2026, 4, 3)),
        ("de", "03.04.2026", date(2026, 4, 3)),
        ("de", "3. März 2026", date(2026, 3, 3)),
        ("sv", "2026-04-03", date(2026, 4, 3)),
        ("sv", "260403", date(2026, 4, 3)),
        ("sv", "3/4", date(2026, 4, 3)),
        ("sv", "3/4 2026", date(2026, 4, 3)),
    ],
)
def test_a_day_is_read_as_the_language_writes_it(language: str, text: str, day: date) -> None:
    assert formats_in(language).parse_day(text, SATURDAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+14", date(2026, 12, 5)),
        ("+ 14", date(2026, 12, 5)),
        ("-1", date(2026, 11, 20)),
        ("−1", date(2026, 11, 20)),
        ("+", date(2026, 11, 22)),
        ("-", date(2026, 11, 20)),
        ("t", SATURDAY),
        ("T", SATURDAY),
        ("m", date(2026, 11, 1)),
        ("h", date(2026, 11, 30)),
        ("y", date(2026, 1, 1)),
        ("r", date(2026, 12, 31)),
        ("w", date(2026, 11, 16)),
        ("k", date(2026, 11, 22)),
    ],
)
def test_steps_and_keys_count_from_today(text: str, day: date) -> None:
    assert formats_in("fi").parse_day(text, SATURDAY) == day


def test_the_keys_work_on_a_thai_keyboard_and_the_thai_week_begins_on_sunday() -> None:
    thai = formats_in("th")

    assert thai.parse_day("ะ", SATURDAY) == SATURDAY
    assert thai.parse_day("ไ", SATURDAY) == date(2026, 11, 15)
    assert thai.parse_day("h", date(2027, 2, 3)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31.2.2026",
        "29.2.2026",
        "0.1.2026",
        "99.99",
        "3102",
        "1.1.1",
        "1.1.126",
        "1.2.3.4",
        "12345",
        "+999999999999",
        "x",
        "tomorrow",
        "10 mar 2026",
        "3 foo 2026",
        "huhtikuu",
        "3.4.9999",
        "3;4",
        "1.1.2026 14:05",
        "9" * 60,
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert formats_in("fi").parse_day(text, SATURDAY) is None


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from([*WRITTEN, "en-US", "de-AT"]),
)
def test_what_we_write_we_read(day: date, language: str) -> None:
    formats = formats_in(language)

    assert formats.parse_day(formats.day(day), SATURDAY) == day
    assert formats.parse_day(formats.long_day(day), SATURDAY) == day
    assert formats.parse_day(day.isoformat(), SATURDAY) == day


@given(st.text(alphabet="0123456789.-/+ thmyrwkพศมีค๑", max_size=45))
def test_no_text_breaks_it(text: str) -> None:
    found = formats_in("th").parse_day(text, SATURDAY)

    assert found is None or 1700 < found.year < 2400
