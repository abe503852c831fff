"""Ways between the log and the pages of records: what the log names opens in the window."""

from __future__ import annotations

OPENS = {
    "account": "account",
    "billable": "billable",
    "contact": "contact",
    "delivery": "delivery",
    "document": "document",
    "draft-bill": "draft-bill",
    "employee": "employee",
    "entry": "entry",
    "expense-claim": "expense-claim",
    "goods_return": "goods-return",
    "invoice": "invoice",
    "invoice_layout": "invoice-layout",
    "letter-in": "letter-in",
    "letter-out": "letter-out",
    "mail": "mail",
    "mailing_list": "mailing-list",
    "merge-run": "merge-run",
    "order": "order",
    "payment": "payment",
    "plan": "plan",
    "product": "product",
    "quote": "quote",
    "receipt": "goods-receipt",
    "reminder": "reminder",
    "reminder-run": "reminder-run",
    "snippet": "snippet",
    "stock-count": "stock-count",
    "template": "template",
}
"""Which records open in a page of their own, and what the window calls that."""


def opens_as(record: str) -> tuple[str, int] | None:
    """Return as what a record opens in the window, and its id; none if it has no page."""
    kind, number = OPENS.get(record.partition(":")[0]), record.partition(":")[2]
    return (kind, int(number)) if kind is not None and number.isdecimal() else None


def record_of(page: str, number: int) -> str:
    """Return how the log names the record of a page; empty for a page that is of no record."""
    kind = next((one for one, opens in OPENS.items() if opens == page), "")
    return f"{kind}:{number}" if kind else ""
