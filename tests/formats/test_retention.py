"""Every country's retention plan is whole, and says the law it follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import RESOURCES
from app.domain.archive.retention import Clock, kept_until
from app.formats.packs import COUNTRIES, UnknownCountry
from app.formats.reader import BrokenPack
from app.formats.retention import plan, read
from tests.domain.archive.papers import a_document


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_plan_has_the_types_that_an_office_begins_with(country: str) -> None:
    found = plan(country)
    codes = {one.code for one in found.types}

    assert {"sales-invoice", "bill", "contract", "letter", "personnel", "certificate"} <= codes
    assert {one.code for one in found.types if one.readers.is_wall} == {"personnel"}
    for one in found.classes:
        assert {"en", "fi", "th"} <= one.names.keys()
        assert one.source or one.clock is Clock.FOREVER, one.code


@pytest.mark.parametrize(
    ("country", "last"),
    [
        ("DE", date(2034, 12, 31)),
        ("FI", date(2032, 12, 31)),
        ("TH", date(2031, 12, 31)),
        ("US", date(2033, 12, 31)),
    ],
)
def test_a_voucher_of_2026_is_kept_as_long_as_its_country_asks(country: str, last: date) -> None:
    bill = a_document(day=date(2026, 3, 10))

    assert kept_until(bill, plan(country).by_code("voucher"), 1) == last


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(UnknownCountry):
        plan("XX")


def test_a_type_of_an_unknown_class_breaks_the_plan(tmp_path: Path) -> None:
    broken = tmp_path / "fi.toml"
    whole = (RESOURCES / "retention" / "fi.toml").read_text("utf-8")
    broken.write_text(whole.replace('retention = "contract"', 'retention = "no"'), "utf-8")

    with pytest.raises(BrokenPack) as refused:
        read(broken)

    assert refused.value.facts["why"] == "no"
