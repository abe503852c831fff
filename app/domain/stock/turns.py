"""Cyclic counting: who goes out most is counted most often, and what waited longest comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.shared.ids import ProductId
from app.domain.stock.reports import Abc
from app.domain.stock.rules import StockRules


@dataclass(frozen=True, slots=True)
class Turn:
    """When a product is to be counted again: at once where it never was."""

    product_id: ProductId
    abc: Abc
    counted_on: date | None
    due_on: date | None


def interval(rules: StockRules, abc: Abc) -> timedelta:
    """Return after how long a class is counted again."""
    days = {Abc.A: rules.a_days, Abc.B: rules.b_days, Abc.C: rules.c_days}
    return timedelta(days=days[abc])


def due(
    products: Iterable[ProductId],
    classes: Mapping[ProductId, Abc],
    counted: Mapping[ProductId, date],
    rules: StockRules,
) -> tuple[Turn, ...]:
    """Return the turns of products; what was never counted first, A before B, then by its day.

    What is in no class did not go out: it is C.
    """
    found = []
    for one in products:
        abc = classes.get(one, Abc.C)
        before = counted.get(one)
        found.append(Turn(one, abc, before, before + interval(rules, abc) if before else None))
    return tuple(
        sorted(found, key=lambda one: (one.due_on or date.min, one.abc.value, one.product_id))
    )


def now_due(turns: Iterable[Turn], today: date, most: int) -> tuple[Turn, ...]:
    """Return the first turns that have come, at most so many."""
    ready = (one for one in turns if one.due_on is None or one.due_on <= today)
    return tuple(ready)[: max(0, most)]
