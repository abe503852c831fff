"""Sentences about what suppliers deliver straight to customers."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "orders.stuck-direct": Parts(
        mark("{missing} {unit} of {product} come from {supplier}, straight to the customer."),
        "",
        mark("Note the supplier's delivery when it has arrived."),
    ),
    "orders.nothing-direct": Parts(
        mark("Nothing of these lines is open for a supplier to deliver."),
        "",
        mark("Choose a line of which something is still to be delivered."),
    ),
    "orders.not-direct": Parts(
        mark("Line {line} is delivered by us, not by a supplier."),
        mark("What we send is told by our own deliveries."),
        mark("Plan a delivery, or let a supplier deliver the line first."),
    ),
    "orders.line-under-way": Parts(
        mark("Goods of order {number} are being picked or packed."),
        mark("What is under way from here cannot come from the supplier as well."),
        mark("Call the delivery off first."),
    ),
    "returns.brought-by-supplier": Parts(
        mark("Line {line} was brought by a supplier."),
        mark("It never left our stock, so it does not come back into it."),
        mark("Agree with the supplier where it goes, and credit the customer from the invoice."),
    ),
    "orders.direct-not-yet": Parts(
        mark("{day} is still to come."),
        mark("What is delivered on a day to come is not delivered yet."),
        mark("Write the day on which it arrived."),
    ),
}
