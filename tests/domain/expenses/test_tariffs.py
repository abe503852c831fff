from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.refused import NoTariff
from app.domain.expenses.tariffs import Preset, Tariff, tariff_on

OLD = Tariff(
    "car",
    ExpenseKind.MILEAGE,
    "km",
    Decimal("0.59"),
    date(2025, 1, 1),
    date(2025, 12, 31),
    "7440",
    "Vero 2025",
    names={"en": "Own car", "fi": "Oma auto"},
)
NEW = replace(
    OLD, price=Decimal("0.55"), valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31)
)


def test_the_tariff_of_the_day_holds_to_its_last_day() -> None:
    both = (OLD, NEW)

    assert tariff_on("car", date(2025, 12, 31), both) == OLD
    assert tariff_on("car", date(2026, 1, 1), both) == NEW
    assert tariff_on("car", date(2030, 1, 1), (replace(NEW, valid_until=None),)).price == NEW.price


@pytest.mark.parametrize(
    ("code", "day"),
    [("car", date(2027, 1, 1)), ("car", date(2024, 12, 31)), ("boat", NEW.valid_from)],
)
def test_a_day_in_a_gap_has_no_tariff(code: str, day: date) -> None:
    with pytest.raises(NoTariff):
        tariff_on(code, day, (OLD, NEW))


def test_tariffs_and_presets_are_called_in_the_language_of_the_reader() -> None:
    preset = Preset("meal", "7400", "reduced", {"en": "Meal"})

    assert (NEW.name_in("fi"), NEW.name_in("th")) == ("Oma auto", "Own car")
    assert (preset.name_in("fi"), replace(preset, names={}).name_in("fi")) == ("Meal", "meal")
