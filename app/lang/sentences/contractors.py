"""Sentences about payments to contractors."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "contractors.without-payee": Parts(
        mark("The payment has no payee."), "", mark("Choose who was paid.")
    ),
    "contractors.without-amount": Parts(
        mark("The payment has no amount."), "", mark("Write what was paid.")
    ),
    "contractors.withheld-too-much": Parts(
        mark("{withheld} cannot be withheld of {amount}."),
        mark("The tax withheld is from nothing up to what was paid."),
        mark("Correct the tax."),
    ),
    "contractors.day-to-come": Parts(
        mark("{day} is still to come."),
        mark("Payments are written down when they are made; today is {today}."),
        mark("Correct the day."),
    ),
    "contractors.without-tax-id": Parts(
        mark("The payee has no tax number."),
        mark("Form 1099-NEC cannot be filed without it."),
        mark("Ask for Form W-9 and write the number among the payee's identifiers."),
    ),
}
