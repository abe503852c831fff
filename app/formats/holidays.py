"""Holidays: the days of rest of a country and its regions, reckoned offline."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Collection
from datetime import date
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_KEPT = {
    "FI": ("finland", "Finland"),
    "TH": ("thailand", "Thailand"),
    "DE": ("germany", "Germany"),
    "US": ("united_states", "UnitedStates"),
}
_COUNTRIES = "holidays.countries"


def holidays_of(country: str, region: str, years: Collection[int]) -> frozenset[date]:
    """Return the days of rest beside Saturdays and Sundays; of an unknown region the country's.

    A region is named by its ISO 3166-2 code or as it is written there ("BY", "Bayern").
    """
    return frozenset[date]().union(*(_year(country, region, year) for year in sorted(years)))


def is_region(country: str, region: str) -> bool:
    """Say whether holidays of a region can be reckoned; of another country none are known."""
    if not region.strip() or country not in _KEPT:
        return True
    return _subdivision(_calendar(country), region) is not None


@cache
def _year(country: str, region: str, year: int) -> frozenset[date]:
    if country not in _KEPT:
        return frozenset()
    calendar = _calendar(country)
    return frozenset(calendar(years=year, subdiv=_subdivision(calendar, region)))


@cache
def _calendar(country: str) -> Any:
    """Return the rules of a country alone: the whole package would load those of two hundred."""
    if _COUNTRIES not in sys.modules:
        package = ModuleType(_COUNTRIES)
        found = find_spec("holidays")
        folders = found.submodule_search_locations if found else None
        package.__path__ = [f"{folder}/countries" for folder in folders or ()]
        sys.modules[_COUNTRIES] = package
    module, name = _KEPT[country]
    return getattr(importlib.import_module(f"{_COUNTRIES}.{module}"), name)


def _subdivision(calendar: Any, region: str) -> str | None:
    named = region.strip().casefold()
    codes = {str(code).casefold(): str(code) for code in calendar.subdivisions}
    aliases = getattr(calendar, "subdivisions_aliases", {})
    return codes.get(named) or {
        str(name).casefold(): str(code) for name, code in aliases.items()
    }.get(named)
