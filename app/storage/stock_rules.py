"""The rules of the stock: the usual ones until the office settles its own."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from app.domain.shared.codec import parsed, plain
from app.domain.shared.refusals import Conflict
from app.domain.stock.rules import StockRules
from app.storage.count_tables import stock_rules
from app.storage.deeds import Changes

ONLY = 1
USUAL = StockRules()


class StockRulesStore:
    """Reads and writes the one row of rules."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self) -> StockRules:
        """Return the rules of the office."""
        facts = self._connection.scalar(select(stock_rules.c.facts))
        if facts is None:
            return USUAL
        found: StockRules = parsed(StockRules, facts)
        return found

    def save(self, before: StockRules, after: StockRules) -> None:
        """Replace the rules; ``after.version`` is the next; raises Conflict."""
        row = {"id": ONLY, "version": after.version, "facts": plain(after)}
        same = (stock_rules.c.id == ONLY, stock_rules.c.version == before.version)
        if self._connection.execute(update(stock_rules).where(*same).values(row)).rowcount != 1:
            if before != USUAL or self._connection.scalar(select(stock_rules.c.id)) is not None:
                raise Conflict(record="stock-rules", id=ONLY)
            self._connection.execute(stock_rules.insert(), row)
        self._changes.note("stock-rules", before, after)
