"""The rules of the stock: who approves a count, how often goods are counted, what is slow."""

from __future__ import annotations

from dataclasses import replace

from app.domain.shared.refusals import Conflict
from app.domain.stock.rules import StockRules, check
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.STOCK_READ)
def get(desk: Desk) -> StockRules:
    """Return the rules of the stock."""
    return desk.store.stock_rules.get()


@command(Permission.STOCK_APPROVE)
def save(desk: Desk, rules: StockRules) -> StockRules:
    """Settle the rules anew; ``rules.version`` is the one read; raises Invalid, Conflict.

    Counts that were planned before keep their limit.
    """
    require_right(check(rules))
    before = desk.store.stock_rules.get()
    if before.version != rules.version:
        raise Conflict(record="stock-rules", id=0)
    after = replace(rules, version=before.version + 1)
    desk.store.stock_rules.save(before, after)
    return after
