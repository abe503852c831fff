"""The words over an invoice: what its paper is, and the titles over the cells of a line."""

from __future__ import annotations

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice, Kind
from app.lang.texts import mark
from app.ui.invoices.rows import Field
from app.ui.kit.texts import _, country, formats

TOTAL = len(Field)
TITLES = (
    mark("Description"),
    mark("Quantity"),
    mark("Unit"),
    mark("Price"),
    mark("Discount"),
    mark("VAT"),
    mark("Delivered"),
    mark("Offered as"),
    mark("Total"),
)


KINDS = {
    Kind.INVOICE: mark("Invoice"),
    Kind.CREDIT_NOTE: mark("Credit note"),
    Kind.DOWN_PAYMENT: mark("Down payment invoice"),
    Kind.PARTIAL: mark("Partial invoice"),
    Kind.FINAL: mark("Final invoice"),
    Kind.ABBREVIATED: mark("Abbreviated tax invoice"),
}


SALES_TAX = "US"
"""Where sales bear a tax that is no VAT."""


def title_of(column: int) -> str:
    """Return the title over a cell of a line; what is VAT elsewhere is a tax in some countries."""
    return tax_title() if column == Field.VAT else _(TITLES[column])


def tax_title() -> str:
    """Return what the tax on sales is called where the company is."""
    return _("Tax") if country() == SALES_TAX else _("VAT")


def prices_text(*, is_gross: bool) -> str:
    """Return whether prices include the tax on sales."""
    if country() == SALES_TAX:
        return _("Include tax") if is_gross else _("Without tax")
    return _("Include VAT") if is_gross else _("Without VAT")


def origin_text(one: Draft | Invoice) -> str:
    """Return which invoice a paper credits or replaces; empty for any other."""
    if (origin := one.origin) is None:
        return ""
    facts = {"number": origin.number, "day": formats().day(origin.issued_on)}
    if one.kind is Kind.CREDIT_NOTE:
        return _("Credits invoice {number} of {day}", **facts)
    return _("Replaces invoice {number} of {day}", **facts)
