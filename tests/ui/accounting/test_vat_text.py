"""How VAT codes are written."""

from __future__ import annotations

from datetime import date

from app.formats.packs import pack
from app.ui.accounting.vat_text import rate_on, vat_choices, vat_text

STANDARD = pack("FI").vat_codes()["standard"]


def test_a_code_is_written_with_its_rate_of_the_day() -> None:
    assert vat_text(STANDARD, date(2024, 8, 31)) == "24% · General rate"
    assert vat_text(STANDARD, date(2024, 9, 1)) == "25.5% · General rate"


def test_a_code_before_its_first_rate_is_written_by_its_name() -> None:
    long_ago = date(1990, 1, 1)

    assert rate_on(STANDARD, long_ago) is None
    assert vat_text(STANDARD, long_ago) == "General rate"


def test_none_is_offered_before_the_codes_of_the_country() -> None:
    choices = vat_choices(pack("FI").vat, date(2026, 3, 10))

    assert choices[:2] == [("", "–"), ("standard", "25.5% · General rate")]
