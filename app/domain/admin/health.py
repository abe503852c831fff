"""The health of an office: what a check may find; the field of a finding says where."""

from __future__ import annotations

from app.domain.shared.problems import Rule

PAGE = Rule("health.page", "file", "reason")
STRUCTURE = Rule("health.structure", "file", "reason")
REFERENCE = Rule("health.reference", "table", "row", "parent")
CONFLICT = Rule("health.conflict", "file")
CHAIN = Rule("health.chain", "row")
ALTERED = Rule("health.altered", "name", "row")
GUARD = Rule("health.guard", "table")
GAP = Rule("health.gap", "kind", "year", "first", "last")
BALANCE = Rule("health.balance", "month", "currency")
COUNT = Rule("health.count")
OPEN_ITEM = Rule("health.open-item", "number")
CREDIT = Rule("health.credit", "number")
STOCK = Rule("health.stock", "what", "product")
DOCUMENT = Rule("health.document", "name")
PIECE = Rule("health.piece", "name", "piece", "pieces")
LEFT_OVER = Rule("health.left-over", "name")
