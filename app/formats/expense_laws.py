"""What countries say of expenses: tariffs with their decisions, usual receipts, deductible VAT."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path

from app import RESOURCES
from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.tariffs import ExpenseLaw, Preset, Tariff
from app.domain.expenses.trips import Counting, Step, TripRule
from app.formats.packs import COUNTRIES
from app.formats.reader import BrokenPack, Reader

NOTHING = ExpenseLaw()


@cache
def expense_law(country: str) -> ExpenseLaw:
    """Return what a country says of expenses; one without a pack says nothing."""
    if country not in COUNTRIES:
        return NOTHING
    return read(RESOURCES / "expenses" / f"{country.lower()}.toml")


def read(file: Path) -> ExpenseLaw:
    """Return what a file says; raises BrokenPack with the file and the entry."""
    found = Reader(file)
    decisions = found.part("decisions")
    law = ExpenseLaw(
        tuple(one for name in decisions.names() for one in _tariffs(decisions.part(name))),
        tuple(map(_preset, found.part("presets").rows("rows"))),
        frozenset(found.words("deductible")),
        _trip(found, "home"),
        _trip(found, "abroad"),
    )
    for where, why in _faults(law):
        raise BrokenPack(file=file.name, where=where, why=why)
    return law


def _tariffs(decision: Reader) -> Iterator[Tariff]:
    """Yield the tariffs of a decision: they hold as long as it does."""
    for one in decision.rows("tariffs"):
        yield Tariff(
            code=one.text("code"),
            kind=one.choice("kind", ExpenseKind),
            unit=one.text("unit"),
            price=one.decimal("price"),
            valid_from=decision.day("since"),
            valid_until=decision.day("until") if decision.has("until") else None,
            account=one.text("account"),
            source=decision.text("source"),
            checked_on=decision.day("checked") if decision.has("checked") else None,
            names=one.texts("names"),
        )


def _preset(found: Reader) -> Preset:
    return Preset(
        found.text("code"), found.text("account"), found.text("vat"), found.texts("names")
    )


def _trip(found: Reader, name: str) -> TripRule | None:
    """Return how days of a trip are counted, or None where a file does not say."""
    if not found.has("trips") or not found.part("trips").has(name):
        return None
    one = found.part("trips").part(name)
    return TripRule(
        counting=one.choice("counting", Counting),
        full=one.text("full"),
        short=tuple(map(_step, one.rows("short"))),
        rest=tuple(map(_step, one.rows("rest"))),
        source=one.text("source"),
        checked_on=one.day("checked") if one.has("checked") else None,
        meals=one.decimal("meals") if one.has("meals") else None,
    )


def _step(found: Reader) -> Step:
    share = found.decimal("share") if found.has("share") else Decimal(1)
    return Step(found.number("least"), found.text("tariff"), share)


def _faults(law: ExpenseLaw) -> Iterator[tuple[str, str]]:
    """Yield what a file says twice, or without what everybody asks for."""
    for one, other in combinations(law.tariffs, 2):
        if one.code == other.code and _overlap(one, other):
            yield f"tariffs.{one.code}", "twice on one day"
    for tariff in law.tariffs:
        if "en" not in tariff.names or not tariff.source:
            yield f"tariffs.{tariff.code}", "without an English name or a source"
        if tariff.kind is ExpenseKind.RECEIPT or tariff.price < 0:
            yield f"tariffs.{tariff.code}", "neither mileage nor per-diem, or below nothing"


def _overlap(one: Tariff, other: Tariff) -> bool:
    last = replace(one, valid_from=other.valid_from).holds_on(other.valid_from)
    return last and other.holds_on(max(one.valid_from, other.valid_from))
