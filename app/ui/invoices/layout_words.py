"""The words on layouts: designs, papers, columns, facts, fields, and colours to choose from."""

from __future__ import annotations

from app.domain.invoices.designs import Design, LogoPlace
from app.domain.invoices.layout import LineColumn, PaperField, PaperKind
from app.domain.invoices.layout_texts import TextField
from app.lang.texts import mark

DESIGNS = {
    Design.CLASSIC: mark("Classic: quiet, with hairlines"),
    Design.MODERN: mark("Modern: the colour carries title, table and sum"),
    Design.COMPACT: mark("Compact: small and close, for many lines"),
}
DESIGN_NAMES = {
    Design.CLASSIC: mark("Classic"),
    Design.MODERN: mark("Modern"),
    Design.COMPACT: mark("Compact"),
}
LOGO_PLACES = {
    LogoPlace.LEFT: mark("At the left"),
    LogoPlace.RIGHT: mark("At the right"),
    LogoPlace.NONE: mark("No logo"),
}
PAPERS = {
    PaperKind.QUOTE: mark("Quotes"),
    PaperKind.INVOICE: mark("Invoices"),
    PaperKind.CREDIT_NOTE: mark("Credit notes"),
    PaperKind.DELIVERY_NOTE: mark("Delivery notes"),
    PaperKind.REMINDER: mark("Reminders"),
    PaperKind.STATEMENT: mark("Statements of account"),
    PaperKind.RECEIPT: mark("Payment receipts"),
}
SHOWN = {
    PaperKind.INVOICE: mark("Invoice"),
    PaperKind.CREDIT_NOTE: mark("Credit note"),
    PaperKind.DELIVERY_NOTE: mark("Delivery note"),
}
"""The papers on which a layout is shown while it is made."""
COLUMNS = {
    LineColumn.POSITION: mark("Number of the line"),
    LineColumn.CODE: mark("Product code"),
    LineColumn.DESCRIPTION: mark("Description"),
    LineColumn.QUANTITY: mark("Quantity"),
    LineColumn.UNIT: mark("Unit"),
    LineColumn.PRICE: mark("Price"),
    LineColumn.DISCOUNT: mark("Discount"),
    LineColumn.TAX: mark("Tax rate"),
    LineColumn.AMOUNT: mark("Amount"),
}
FACTS = {
    PaperField.TERMS: mark("Terms of payment"),
    PaperField.LATE_INTEREST: mark("Late interest"),
    PaperField.REFERENCE: mark("Payment reference"),
    PaperField.PERIOD: mark("Period"),
    PaperField.YOUR_REFERENCE: mark("Your reference"),
    PaperField.OUR_REFERENCE: mark("Our reference"),
    PaperField.ORDER: mark("Order number"),
    PaperField.CONTRACT: mark("Contract number"),
    PaperField.CUSTOMER_NUMBER: mark("Customer number"),
    PaperField.DELIVERY_ADDRESS: mark("Delivery address"),
}
FIELDS = {
    TextField.CUSTOMER: mark("Customer: name"),
    TextField.CUSTOMER_NUMBER: mark("Customer: number"),
    TextField.COMPANY: mark("Our company: name"),
    TextField.PHONE: mark("Our company: phone"),
    TextField.EMAIL: mark("Our company: email"),
    TextField.ACCOUNT: mark("Our company: bank account"),
    TextField.NUMBER: mark("Invoice: number"),
    TextField.DATE: mark("Invoice: date"),
    TextField.DUE: mark("Invoice: due date"),
    TextField.TOTAL: mark("Invoice: total"),
    TextField.REFERENCE: mark("Invoice: payment reference"),
    TextField.PERIOD: mark("Invoice: period"),
    TextField.YOUR_REFERENCE: mark("Invoice: your reference"),
    TextField.OUR_REFERENCE: mark("Invoice: our reference"),
    TextField.ORDER: mark("Invoice: order number"),
}
COLOURS = {
    "": mark("Petrol, as Backdesk has it"),
    "#1d4ed8": mark("Blue"),
    "#0f766e": mark("Sea green"),
    "#15803d": mark("Forest green"),
    "#b4231f": mark("Brick red"),
    "#9a3412": mark("Rust"),
    "#7c2d5b": mark("Plum"),
    "#4338ca": mark("Violet"),
    "#334155": mark("Slate"),
}
"""Colours that can be read on white and stand well beside each other."""
