"""Number series in words: what is numbered, by the kind that a country pack calls it."""

from __future__ import annotations

from collections.abc import Callable

from app.lang.texts import mark

SERIES = {
    "credit-note": mark("Credit notes"),
    "delivery": mark("Delivery notes"),
    "employee": mark("Employees"),
    "expense-claim": mark("Expense claims"),
    "invoice": mark("Invoices"),
    "journal": mark("Journal entries"),
    "letter-in": mark("Letters received"),
    "letter-out": mark("Letters sent"),
    "order": mark("Orders"),
    "payment": mark("Payments"),
    "payroll-run": mark("Pay runs"),
    "quote": mark("Quotes"),
    "receipt-of-goods": mark("Receipts of goods"),
    "reminder": mark("Reminders"),
    "return": mark("Returns"),
    "stock-count": mark("Stock counts"),
    "tax-invoice": mark("Tax invoices"),
    "withholding-certificate": mark("Withholding certificates"),
}


def series_name(kind: str, say: Callable[[str], str]) -> str:
    """Return what a series numbers; one that no pack of today has goes by its own name."""
    return say(SERIES[kind]) if kind in SERIES else kind
