"""The laws of leave are read from files that name their sources, and a broken one is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import RESOURCES
from app.domain.leave.leave import Accrual, Counting
from app.formats.leave_laws import law, read
from app.formats.packs import COUNTRIES, UnknownCountry
from app.formats.reader import BrokenPack

FI = RESOURCES / "leave" / "fi.toml"


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_country_says_where_its_rules_stand(country: str) -> None:
    found = law(country)

    assert found.source
    assert found.checked_on >= date(2026, 11, 22)
    assert all(found.sources)
    assert {"annual", "sick", "unpaid"} <= {one.code for one in found.types}
    assert all(set(one.names) >= {"en", "fi", "th"} for one in found.types)


def test_finland_earns_by_months_and_counts_six_days() -> None:
    annual = law("FI").types[0]

    assert (annual.accrual, annual.counting) == (Accrual.FI_ANNUAL, Counting.SIX_DAYS)


def test_an_unknown_country_has_no_law() -> None:
    with pytest.raises(UnknownCountry):
        law("SE")


@pytest.mark.parametrize(
    ("was", "wrong"),
    [
        ('code = "sick"', 'code = "annual"'),
        ('rests = ["easter-saturday"]', 'rests = ["walpurgis"]'),
        ('accrual = "fi-annual"', 'accrual = "yearly"'),
        ('accrual = "fi-annual"', 'accrual = "weekly"'),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, was: str, wrong: str) -> None:
    broken = tmp_path / "fi.toml"
    broken.write_text(FI.read_text("utf-8").replace(was, wrong, 1), "utf-8")

    with pytest.raises(BrokenPack):
        read(broken, "FI")
