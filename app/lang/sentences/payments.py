"""Sentences about payments: what stands in the way of recording, settling and taking back."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

CREDIT = mark("Write a smaller amount; what is left of the money stays as the customer's credit.")

SENTENCES = {
    "payments.more-than-open": Parts(
        mark("Only {amount} of the document is open."),
        mark("Nothing is settled beyond what is open."),
        mark("Write a smaller amount."),
    ),
    "payments.reversed": Parts(
        mark("The payment {number} was reversed on {day}."),
        mark("A reversed payment does not count any more."),
        mark("Record the money as a new payment."),
    ),
    "payments.already-undone": Parts(
        mark("That was undone on {day} already."),
        mark("What was undone does not count any more."),
    ),
    "payments.refunded": Parts(
        mark("What the payment {number} left was paid back to the customer."),
        mark("The refund and the payment belong together."),
        mark("Reverse the refund first."),
    ),
    "payments.other-customer": Parts(
        mark("The credit note {number} is of another customer."),
        mark("A credit note settles invoices of its own customer only."),
        mark("Choose an invoice of the same customer."),
    ),
    "payments.nothing-open": Parts(
        mark("Nothing is open of {number}."),
        mark("Only what is open can be settled, written off or paid back."),
    ),
    "payments.without-amount": Parts(
        mark("The payment has no amount."), "", mark("Write how much was paid.")
    ),
    "payments.day-to-come": Parts(
        mark("The day {day} has not come yet."),
        mark("Money is recorded once it has moved."),
        mark("Write today or an earlier day."),
    ),
    "payments.day-too-early": Parts(
        mark("The day {day} is before {since}, when it was booked."),
        mark("What is taken back cannot be older than what it takes back."),
        mark("Write that day or a later one."),
    ),
    "payments.without-reason": Parts(
        mark("Say why."), mark("The reason stays in the books."), mark("Write a few words.")
    ),
    "payments.without-customer": Parts(
        mark("Of the money {amount} settles nothing, and nobody says whose it is."),
        mark("What is left stays as the credit of a customer."),
        mark("Choose the customer, or what the money settles."),
    ),
    "payments.no-money-account": Parts(
        mark("Money cannot be received on the account {number}."),
        mark("It is closed, or no account of assets."),
        mark("Choose a bank or cash account."),
    ),
    "payments.of-a-draft": Parts(
        mark("Only an issued invoice can be paid: a draft has no number and claims nothing."),
        "",
        mark("Issue the invoice first, or record the money as the customer's credit."),
    ),
    "payments.other-currency": Parts(
        mark("{number} is in {wanted}, and the payment in {paid}."),
        mark("A document is settled in its own currency."),
        mark("Record the payment in {wanted}, or leave it unallocated."),
    ),
    "payments.settled-already": Parts(
        mark("{number} is settled already."),
        mark("A document is not paid twice."),
        mark("Choose another document, or leave the money as the customer's credit."),
    ),
    "payments.above-open": Parts(
        mark("Only {amount} of {number} is open."),
        mark("Nothing is settled beyond what is open."),
        CREDIT,
    ),
    "payments.above-amount": Parts(
        mark("The parts are {amount} more than the payment."),
        mark("Money can be used only once."),
        mark("Write smaller parts, or the whole amount that was paid."),
    ),
    "payments.wrong-way": Parts(
        mark("{number} does not go with money in this direction."),
        mark("Invoices are paid to us, credit notes are paid back by us."),
        mark("Record it as a payment received or as a refund."),
    ),
    "payments.refund-of-nothing": Parts(
        mark("{amount} of the refund pays back nothing."),
        mark("Only a credit note or a customer's credit is paid back."),
        mark("Choose what is paid back."),
    ),
    "payments.above-credit": Parts(
        mark("Only {amount} of the payment {number} is left."),
        mark("No more is paid back than the customer's credit."),
        mark("Write a smaller amount."),
    ),
    "payments.not-possible": Parts(
        mark("The payment cannot settle this in this way."),
        mark("A part is of one document, or of one earlier payment that is paid back."),
        mark("Choose the document again."),
    ),
    "payments.part-without-amount": Parts(
        mark("An amount here is above zero."), "", mark("Write an amount, or leave it out.")
    ),
    "payments.early-too-late": Parts(
        mark("The discount of {number} could be kept until {until}."),
        mark("The payment came later."),
        mark("Allow it all the same, or leave the rest open."),
    ),
    "payments.early-not-agreed": Parts(
        mark("No early-payment discount was agreed for {number}."),
        "",
        mark("Allow it all the same, or leave the rest open."),
    ),
    "payments.recorded-before": Parts(
        mark("{number} says the same: this customer, day, amount and reference."),
        mark("It may be the same money."),
        mark("Look at it before you record this one."),
    ),
}
