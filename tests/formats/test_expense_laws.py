from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.expenses.tariffs import tariff_on
from app.formats.expense_laws import NOTHING, expense_law, read
from app.formats.packs import COUNTRIES, pack
from app.formats.reader import BrokenPack

DECISION = """deductible = []
[decisions.{name}]
since = {since}
until = 2026-12-31
source = "Decision"
tariffs = [{{ code = "car", kind = "{kind}", unit = "km", price = "0.5", account = "1", \
names = {{ {names} }} }}]
"""
PRESETS = "[presets]\nrows = []\n"


def text(name: str = "a", since: str = "2026-01-01", **parts: str) -> str:
    told = {"kind": "mileage", "names": 'en = "Car"'} | parts
    return DECISION.format(name=name, since=since, **told)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_account_and_vat_code_is_in_the_pack_of_the_country(country: str) -> None:
    law, books = expense_law(country), pack(country)
    numbers = {one.number for one in books.accounts}

    accounts = {one.account for one in law.tariffs} | {one.account for one in law.presets}
    assert accounts <= numbers
    assert {one.vat for one in law.presets if one.vat} <= books.vat_codes().keys()
    assert law.deductible <= books.vat_codes().keys()
    assert all(one.source for one in law.tariffs)


def test_finland_pays_what_its_tax_office_decided_for_2026() -> None:
    law = expense_law("FI")

    car = tariff_on("car", date(2026, 12, 31), law.tariffs)
    day = tariff_on("full", date(2026, 1, 1), law.tariffs)

    assert (car.price, day.price, car.checked_on) == (
        Decimal("0.55"),
        Decimal(54),
        date(2026, 11, 22),
    )
    assert (car.name_in("fi"), car.name_in("sv")) == ("Oma auto", "Own car")


def test_what_nobody_checked_says_so() -> None:
    law = expense_law("DE")

    assert all(one.checked_on is None for one in law.tariffs)
    assert expense_law("SE") == NOTHING


@pytest.mark.parametrize(
    "wrong",
    [
        text() + text("b", "2026-06-01").partition("\n")[2] + PRESETS,
        text(kind="receipt") + PRESETS,
        text(names='fi = "Auto"') + PRESETS,
    ],
)
def test_a_file_that_breaks_a_rule_is_named(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "xx.toml"
    file.write_text(wrong, "utf-8")

    with pytest.raises(BrokenPack) as told:
        read(file)

    assert str(told.value.facts["where"]).startswith("tariffs.car")
