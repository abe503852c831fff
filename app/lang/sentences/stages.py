"""Sentences about works that are invoiced in parts: shares, deductions, and the final invoice."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

UP_TO_DATE = mark("Take off the earlier invoices again.")
ONCE = mark("Every earlier invoice of the work is taken off once, by all that is left of it.")

SENTENCES = {
    "invoices.share-missing": Parts(
        mark("How much of the work is to be invoiced was not understood."),
        mark("A share is between 0 and 100 per cent, or an amount above zero."),
        mark("Write 30 % or an amount."),
    ),
    "invoices.share-above-work": Parts(
        mark("The share of {amount} is more than the {left} {currency} that are left of the work."),
        mark("Parts of a work never come to more than the whole."),
        mark("Write a smaller share."),
    ),
    "invoices.no-work-to-share": Parts(
        mark("There is no draft of the whole work that a part could be taken of."),
        mark("It was issued or discarded."),
        mark("Write the work as a draft, and take the part from there."),
    ),
    "invoices.nothing-to-deduct": Parts(
        mark("There is nothing to take off."),
        mark("No down payment and no partial invoice of this work is issued and still counts."),
        mark("Issue the part first, or issue the work as an ordinary invoice."),
    ),
    "invoices.not-deducted": Parts(
        mark("Invoice {number} of the same work is not taken off."),
        mark("The customer would pay that part twice."),
        UP_TO_DATE,
    ),
    "invoices.deduction-changed": Parts(
        mark("This line does not take off what is left of the earlier invoice."),
        ONCE,
        UP_TO_DATE,
    ),
    "invoices.final-issued-before": Parts(
        mark("The final invoice of this work is issued already: {number}."),
        mark("Nothing more can be invoiced of the work while it stands."),
        mark("Credit the final invoice first, or write another invoice."),
    ),
    "invoices.deducted-by-final": Parts(
        mark("Final invoice {number} took this paper off already."),
        mark("Credited as well, the customer would get that part back twice."),
        mark("Credit the final invoice instead."),
    ),
    "invoices.final-below-zero": Parts(
        mark("The earlier invoices come to {amount} {currency} more than the work."),
        mark("No invoice is below zero: what is too much is given back by a credit note."),
        mark("Choose “Credit what is too much” and issue the credit note; then take off again."),
    ),
    "invoices.nothing-too-much": Parts(
        mark("The earlier invoices come to no more than the work."),
        "",
        mark("Make it the final invoice."),
    ),
}
