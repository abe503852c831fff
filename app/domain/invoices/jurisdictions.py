"""The report of sales tax: what was sold, and collected for each authority, in some days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.shared.money import Money, total, zero
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, Level


@dataclass(frozen=True, slots=True)
class Collected:
    """Sales of one code, and the tax on them for one authority; without one nothing is due."""

    authority: str
    name: str
    level: Level
    category: Category
    vat: str
    rate: Rate
    base: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class TaxReport:
    """What is reported in one currency: taxed sales by authority and rate, and untaxed by code."""

    currency: str
    taxed: tuple[Collected, ...]
    untaxed: tuple[Collected, ...]

    @property
    def tax(self) -> Money:
        """Return the tax of all authorities."""
        return total(tuple(one.tax for one in self.taxed), self.currency)


def report_of(found: Iterable[Collected]) -> tuple[TaxReport, ...]:
    """Return the report of each currency; codes that share an authority and a rate are one row."""
    by_currency: dict[str, list[Collected]] = {}
    for one in found:
        by_currency.setdefault(one.base.currency, []).append(one)
    return tuple(
        TaxReport(currency, _joined(every), tuple(one for one in every if not _is_taxed(one)))
        for currency, every in sorted(by_currency.items())
    )


def _is_taxed(one: Collected) -> bool:
    return bool(one.authority or one.tax)


def _joined(every: Iterable[Collected]) -> tuple[Collected, ...]:
    rows: dict[tuple[str, str, Rate], Collected] = {}
    for one in every:
        if _is_taxed(one):
            key = (one.authority, one.name, one.rate)
            nothing = zero(one.base.currency)
            held = rows.get(key) or replace(one, base=nothing, tax=nothing)
            rows[key] = replace(held, base=held.base + one.base, tax=held.tax + one.tax)
    return tuple(sorted(rows.values(), key=_order))


def _order(one: Collected) -> tuple[str, int, str, Rate]:
    state = one.authority.split(".")[0]
    return (state, list(Level).index(one.level), one.authority, one.rate)
