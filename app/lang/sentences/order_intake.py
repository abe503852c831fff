"""Sentences about orders that come in by files: what stands out before anything is written."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_ASK = mark("Ask the customer for another file, or write the order by hand.")
_IN_DRAFT = mark("It can be put right in the draft.")

SENTENCES = {
    "orders.intake-no-order": Parts(
        mark("{name} is not an order that can be read."),
        mark("Orders as XML are those of UBL 2.1, as Peppol sends them; this is: {reason}."),
        _ASK,
    ),
    "orders.intake-too-many": Parts(
        mark("There are more than {most} orders in the files."),
        mark("So many are not taken in in one go."),
        mark("Take in some of the files first."),
    ),
    "orders.intake-nothing-chosen": Parts(
        mark("None of the chosen orders can be taken in."),
        mark("What hinders each of them stands beside it."),
        mark("Put the file right, or tick others."),
    ),
    "orders.intake-without-quantity": Parts(
        mark("The quantity is missing."), "", mark("Put the file right and choose it again.")
    ),
    "orders.intake-not-positive": Parts(
        mark("{quantity} is no quantity that somebody can order."),
        mark("It is above zero."),
        mark("Put the file right and choose it again."),
    ),
    "orders.intake-cancelled": Parts(
        mark("The shop says of this order: {state}."),
        mark("What was cancelled or paid back there is not taken in."),
    ),
    "orders.intake-sent": Parts(
        mark("The shop says of this order: {state}."),
        mark("Perhaps it was sent already."),
        mark("Untick it, unless it is still to be delivered."),
    ),
    "orders.intake-unknown-customer": Parts(
        mark("Nobody here is the customer “{name}”."),
        mark("Numbers, identifiers, e-mail addresses and names were compared."),
        mark("Choose the customer in the draft."),
    ),
    "orders.intake-new-customer": Parts(
        mark("{name} becomes a new customer."),
        mark("Numbers, identifiers, e-mail addresses and names were compared: nobody is the same."),
    ),
    "orders.intake-unknown-product": Parts(
        mark("“{code}” is none of our products."),
        mark("The line stays as it is written, with the price of the file."),
        mark("Choose the product in the draft, if there is one."),
    ),
    "orders.intake-no-such-product": Parts(
        mark("“{code}” is none of our products, and its name or its price is missing."),
        mark("Nothing can be ordered by a code alone that nobody here knows."),
        mark("Add the product, or put the file right."),
    ),
    "orders.intake-other-price": Parts(
        mark("The file says {amount}, our price is {ours}."),
        mark("The draft gets the price of the file, unless you choose our own prices."),
    ),
    "orders.intake-other-total": Parts(
        mark("The file comes to {total}, the draft to {ours}."),
        mark("VAT, freight or a discount may be meant in another way."),
        _IN_DRAFT,
    ),
    "orders.intake-over-limit": Parts(
        mark("The customer would be over the credit limit."),
        mark("Open invoices and orders come to {amount}, the limit is {limit}."),
        mark("The draft is kept; it can be confirmed when somebody lets it pass."),
    ),
    "orders.intake-known": Parts(
        mark("This order was taken in before, as {order}."),
        mark("The same order does not come in twice."),
    ),
    "orders.intake-repeated": Parts(
        mark("The same order stands in {file}, too."),
        mark("The same order does not come in twice."),
    ),
    "orders.intake-no-lines": Parts(
        mark("Nothing is ordered."),
        mark("No row of it names a product or a quantity."),
        mark("Choose other columns, or put the file right."),
    ),
    "imports.taken-elsewhere": Parts(
        mark("A table of orders is taken in under Orders."),
        "",
        mark("Open Orders, and there Take orders in from files."),
    ),
}
