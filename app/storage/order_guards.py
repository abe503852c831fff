"""Guards of what went out to customers, and of what came back."""

from __future__ import annotations

from app.storage.guarding import Guard, differs

_WENT_OUT = (
    *("order_id", "warehouse_id", "customer_id", "customer_name", "deliver_to", "number"),
    *("planned_on", "shipped_on", "shipped_at"),
)
_OUT = "{row}.state IN ('shipped', 'delivered')"
_LINE_OUT = (
    "EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = {row}.delivery_id "
    "AND gone.state IN ('shipped', 'delivered'))"
)
DELIVERY_GUARDS: tuple[Guard, ...] = (
    Guard("delivery", "DELETE"),
    Guard("delivery", "UPDATE", f"{_OUT.format(row='OLD')} AND ({differs(_WENT_OUT)})"),
    Guard(
        "delivery",
        "UPDATE",
        f"{_OUT.format(row='OLD')} AND NOT ({_OUT.format(row='NEW')}) "
        "OR OLD.state = 'delivered' AND NEW.state <> 'delivered' "
        "OR OLD.state = 'cancelled' AND NEW.state <> 'cancelled'",
        "backwards",
    ),
    Guard("delivery_line", "INSERT", _LINE_OUT.format(row="NEW")),
    Guard("delivery_line", "UPDATE", _LINE_OUT.format(row="OLD")),
    Guard("delivery_line", "DELETE", _LINE_OUT.format(row="OLD")),
    Guard("goods_return", "DELETE"),
    Guard(
        "goods_return",
        "UPDATE",
        "OLD.state IN ('decided', 'cancelled') AND NEW.state <> OLD.state",
        "backwards",
    ),
)
"""What went out stays as it went; it only gets its proof, and what was decided stays decided."""
