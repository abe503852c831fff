"""Sentences about invoices: what stands in the way of issuing one, and what is unusual."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

LAW = mark("The law wants to read it on the invoice.")
ASKED = mark("The customer may need it on the invoice.")
IN_CONTACT = mark("Add it to the contact.")

SENTENCES = {
    "invoices.not-a-draft": Parts(
        mark("This invoice is not a draft any more."),
        mark("An issued invoice never changes, and a discarded one is gone."),
        mark("Copy it as a new draft, or correct it with a credit note."),
    ),
    "invoices.not-issued": Parts(
        mark("This invoice has not been issued yet."),
        mark("Only an issued invoice is booked, filed and sent."),
        mark("Issue it first."),
    ),
    "invoices.vat-number-not-checked": Parts(
        mark("Nobody has asked VIES about {number}."),
        mark("VAT is left to the buyer only where its number is valid on the day of the sale."),
        mark("Ask VIES, and write the answer down with the contact."),
    ),
    "invoices.vat-number-checked-long-ago": Parts(
        mark("VIES was last asked about {number} on {day}."),
        mark("A number can be taken back at any time; the proof should be of these weeks."),
        mark("Ask VIES again, and write the answer down with the contact."),
    ),
    "invoices.vat-number-not-valid": Parts(
        mark("VIES said on {day} that {number} is not valid."),
        mark("Without a valid number of the buyer the sale is taxed at home."),
        mark("Ask the customer for the right number, or charge VAT."),
    ),
    "invoices.looks-like-another": Parts(
        mark("Invoice {number} of {day} says the same."),
        mark("It is to the same customer, over the same sum and with the same references."),
        mark("Issue this one only if it is meant as a second."),
    ),
    "invoices.not-creditable": Parts(
        mark("This paper cannot be credited."),
        mark("Only an issued invoice can: a draft is changed, and a credit note stays."),
        mark("Open the issued invoice and credit that."),
    ),
    "invoices.nothing-left-to-credit": Parts(
        mark("Invoice {number} has been credited wholly."),
        mark("Its credit notes together take back all of it."),
        "",
    ),
    "invoices.no-such-line": Parts(
        mark("Invoice {number} has no line {place} that could be credited."),
        "",
        mark("Choose one of its lines."),
    ),
    "invoices.credited-more-than-invoiced": Parts(
        mark("The credit of {amount} is more than the {left} {currency} that are left."),
        mark("All credit notes together never take back more than was invoiced."),
        mark("Lower the quantity or the price."),
    ),
    "invoices.returned-more-than-invoiced": Parts(
        mark("More is returned than is left: {quantity} of {left}."),
        mark("All credit notes together never take back more than was invoiced."),
        mark("Lower the quantity."),
    ),
    "invoices.credit-without-origin": Parts(
        mark("The credit note does not say which invoice it credits."),
        LAW,
        mark("Open the invoice and credit it from there."),
    ),
    "invoices.credit-without-reason": Parts(
        mark("The credit note does not say why."),
        mark("The buyer and the tax office want to read the reason."),
        mark("Write the reason."),
    ),
    "invoices.credit-not-of-origin": Parts(
        mark("The credit note does not fit invoice {number}."),
        mark("It must be to the same customer and in the same currency."),
        mark("Credit the invoice anew."),
    ),
    "invoices.no-customer": Parts(
        mark("The invoice has no customer."),
        mark("An invoice is written to somebody."),
        mark("Choose a customer, or write a new one."),
    ),
    "invoices.no-lines": Parts(
        mark("The invoice has nothing to charge."),
        mark("It needs at least one line with a quantity or a price."),
        mark("Add a line."),
    ),
    "invoices.line-without-description": Parts(
        mark("The line does not say what was sold."),
        LAW,
        mark("Write a description or choose a product."),
    ),
    "invoices.line-without-vat": Parts(
        mark("The line has no VAT code."),
        mark("Without it no tax can be calculated."),
        mark("Choose a VAT code."),
    ),
    "invoices.unknown-vat": Parts(
        mark("The VAT code {vat} does not exist in this country."),
        "",
        mark("Choose a VAT code from the list."),
    ),
    "invoices.discount-out-of-range": Parts(
        mark("A discount of {percent} is not possible."),
        mark("A discount is between 0 and 100 per cent."),
        mark("Correct the discount."),
    ),
    "invoices.discount-negative": Parts(
        mark("A discount cannot be negative."),
        "",
        mark("Enter it without a minus; an addition is a line of its own."),
    ),
    "invoices.discount-twice": Parts(
        mark("The discount is given twice."),
        mark("A discount is in per cent or an amount, never both."),
        mark("Clear one of the two."),
    ),
    "invoices.discount-too-large": Parts(
        mark("The discount {discount} is more than the amount {amount}."),
        "",
        mark("Make the discount smaller."),
    ),
    "invoices.negative-total": Parts(
        mark("The invoice comes to {amount}."),
        mark("An invoice is not below zero; money given back is a credit note."),
        mark("Correct the lines."),
    ),
    "invoices.due-before-issue": Parts(
        mark("The due date {due_on} is before the invoice date {issued_on}."),
        "",
        mark("Choose a later due date."),
    ),
    "invoices.due-long-after": Parts(
        mark("The due date {due_on} is more than a year after the invoice date."),
        mark("That is unusual."),
        mark("Check the date."),
    ),
    "invoices.terms-out-of-range": Parts(
        mark("{days} days to pay is not possible."),
        mark("It is between 0 and {most} days."),
        mark("Correct the terms of payment."),
    ),
    "invoices.date-in-future": Parts(
        mark("The invoice date {issued_on} is in the future."),
        mark("Today is {today}; an invoice can be dated tomorrow at the latest."),
        mark("Choose another date."),
    ),
    "invoices.date-impossible": Parts(
        mark("The invoice day {issued_on} cannot be right."),
        mark("The books know no rules for that time."),
        mark("Check the year."),
    ),
    "invoices.date-long-ago": Parts(
        mark("The invoice date {issued_on} is more than a year ago."),
        mark("That is unusual."),
        mark("Check the date."),
    ),
    "invoices.date-before-last": Parts(
        mark("The invoice date {issued_on} is before that of the last invoice, {last_on}."),
        mark("Numbers rise with their days."),
        mark("Check the date and the clock."),
    ),
    "invoices.date-far-on": Parts(
        mark("The invoice date {issued_on} is more than a year after the last one, {last_on}."),
        mark("That is unusual: perhaps the clock of the computer is wrong."),
        mark("Check the date and the clock."),
    ),
    "invoices.delivered-far-off": Parts(
        mark("The day of delivery {delivered_on} is more than a year away from the invoice date."),
        mark("The VAT rate depends on this day."),
        mark("Check the date."),
    ),
    "invoices.buyer-without-name": Parts(
        mark("The customer has no name."),
        LAW,
        IN_CONTACT,
    ),
    "invoices.buyer-without-address": Parts(
        mark("The address of the customer is not complete: {part}."),
        LAW,
        IN_CONTACT,
    ),
    "invoices.buyer-address-incomplete": Parts(
        mark("The address of the customer is not complete: {part}."),
        ASKED,
        IN_CONTACT,
    ),
    "invoices.buyer-without-vat-id": Parts(
        mark("The VAT number of the customer is missing."),
        mark("Without it the VAT cannot be left to the buyer."),
        IN_CONTACT,
    ),
    "invoices.buyer-vat-id-missing": Parts(
        mark("The VAT number of the customer is missing."),
        ASKED,
        IN_CONTACT,
    ),
    "invoices.buyer-without-branch": Parts(
        mark("The branch of the customer is missing."),
        mark("A tax invoice says whether the buyer is the head office or which branch."),
        IN_CONTACT,
    ),
    "invoices.buyer-branch-missing": Parts(
        mark("The branch of the customer is missing."),
        ASKED,
        IN_CONTACT,
    ),
    "invoices.buyer-without-business-id": Parts(
        mark("The business ID of the customer is missing."),
        LAW,
        IN_CONTACT,
    ),
    "invoices.buyer-business-id-missing": Parts(
        mark("The business ID of the customer is missing."),
        ASKED,
        IN_CONTACT,
    ),
}
