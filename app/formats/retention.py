"""Retention plans: read from resources/retention, and checked before they count."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app import RESOURCES
from app.domain.archive.readers import Readers
from app.domain.archive.retention import Clock, PlannedType, RetentionClass, RetentionPlan
from app.formats.packs import COUNTRIES, UnknownCountry
from app.formats.reader import BrokenPack, Reader


@cache
def plan(country: str) -> RetentionPlan:
    """Return the retention plan of a country; raises UnknownCountry, BrokenPack."""
    if country not in COUNTRIES:
        raise UnknownCountry(country=country)
    return read(RESOURCES / "retention" / f"{country.lower()}.toml")


def read(file: Path) -> RetentionPlan:
    """Return the plan that a file holds; raises BrokenPack with the file and the entry."""
    found = Reader(file)
    made = RetentionPlan(
        classes=tuple(_class(one) for one in found.rows("classes")),
        types=tuple(_type(one) for one in found.rows("types")),
    )
    known = {one.code for one in made.classes}
    for place, one in enumerate(made.types):
        if one.retention not in known:
            raise BrokenPack(file=file.name, where=f"types.{place}", why=one.retention)
    return made


def _class(found: Reader) -> RetentionClass:
    return RetentionClass(
        code=found.text("code"),
        names=found.texts("names"),
        years=found.number("years"),
        clock=found.choice("clock", Clock),
        source=found.text("source"),
    )


def _type(found: Reader) -> PlannedType:
    return PlannedType(
        code=found.text("code"),
        names=found.texts("names"),
        retention=found.text("retention"),
        is_sealing=found.flag("is_sealing"),
        readers=(found.choice("readers", Readers) if found.has("readers") else Readers.EVERYONE),
    )
