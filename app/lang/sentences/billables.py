"""Sentences about time and expenses to invoice."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "billables.without-customer": Parts(
        mark("The work has no customer."), "", mark("Choose who is invoiced for it.")
    ),
    "billables.without-text": Parts(
        mark("The work has no text."),
        mark("The customer reads it on the invoice."),
        mark("Write what was done or bought."),
    ),
    "billables.without-quantity": Parts(
        mark("The work has no quantity."), "", mark("Write how many hours or pieces.")
    ),
    "billables.negative-price": Parts(
        mark("A price of {price} is below zero."), "", mark("Write the price of one unit.")
    ),
    "billables.day-to-come": Parts(
        mark("{day} is still to come."),
        mark("Work is written down when it is done; today is {today}."),
        mark("Correct the day."),
    ),
    "billables.long-ago": Parts(mark("{day} is more than ten years ago."), "", mark("Check it.")),
    "billables.unknown-vat": Parts(
        mark("There is no VAT code {code}."), "", mark("Choose one from the list.")
    ),
    "billables.nothing-to-invoice": Parts(
        mark("There is no work of this customer to invoice."),
        mark("All of it is on invoices already."),
        "",
    ),
    "billables.invoiced": Parts(
        mark("This work is on an invoice already."),
        mark("It is not changed any more, so that the invoice says what was done."),
        mark("Discard the draft of the invoice, then the work is open again."),
    ),
}
