"""Sentences about expenses: what stands in the way of claiming, approving and paying them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

CHOOSE_DAY = mark("Correct the day.")
WRITE_AMOUNT = mark("Write the amount with VAT, as the receipt says it.")

SENTENCES = {
    "expenses.not-a-draft": Parts(
        mark("This claim is not a draft any more."),
        mark("What was handed in stays as it was, so that it can be approved."),
        mark("Write what is missing in a new claim, or have this one rejected."),
    ),
    "expenses.not-submitted": Parts(
        mark("This claim does not wait for a decision."),
        mark("Only a claim that was handed in is approved or rejected."),
        mark("Look at what became of it."),
    ),
    "expenses.not-rejected": Parts(
        mark("This claim was not rejected."),
        mark("Only a rejected claim is mended and handed in again."),
        mark("Write a new claim."),
    ),
    "expenses.not-approved": Parts(
        mark("This claim is not approved, or is in the books already."),
        mark("An approved claim is posted once."),
        mark("Have it approved first, or open its entry."),
    ),
    "expenses.not-posted": Parts(
        mark("This claim is not in the books, or was paid already."),
        mark("A claim is paid once, after it was posted."),
        mark("Post it first, or look at how it was paid."),
    ),
    "expenses.paid-with-payroll": Parts(
        mark("Claim {number} is paid with the payroll."),
        mark("From the bank as well it would be paid twice."),
        mark("It is in the next payroll run of the person."),
    ),
    "expenses.pay-day": Parts(
        mark("Claim {number} was not paid on {day}."),
        mark("The day is before the expenses, or has not come yet."),
        CHOOSE_DAY,
    ),
    "expenses.no-tariff": Parts(
        mark("There is no tariff {tariff} on {day}."),
        mark("Tariffs hold for the days that their decision names."),
        mark("Choose another tariff, or correct the day."),
    ),
    "expenses.back-before-left": Parts(
        mark("The trip would end before it began."),
        mark("The days away are counted from leaving to coming back."),
        mark("Correct a day or a time."),
    ),
    "expenses.trip-too-long": Parts(
        mark("The trip would be longer than {days} days."),
        mark("A year was mistyped, most likely."),
        CHOOSE_DAY,
    ),
    "expenses.no-trip-rule": Parts(
        mark("Nobody has said how days away are counted in this country."),
        mark("Each country counts the days of a trip in its own way."),
        mark("Write the number of days in the line itself."),
    ),
    "expenses.without-person": Parts(
        mark("Nobody is named."), mark("A claim is paid to one person."), mark("Choose who paid.")
    ),
    "expenses.without-purpose": Parts(
        mark("The purpose is missing."),
        mark("Who approves it, and the tax office, ask what it was for."),
        mark("Write what it was for, such as a journey and whom you met."),
    ),
    "expenses.without-lines": Parts(
        mark("There are no expenses."), "", mark("Write at least one line.")
    ),
    "expenses.without-day": Parts(
        mark("The day is missing."), mark("Rates and tariffs are those of the day."), CHOOSE_DAY
    ),
    "expenses.day-to-come": Parts(
        mark("{day} has not come yet."),
        mark("Expenses are claimed when they were paid."),
        CHOOSE_DAY,
    ),
    "expenses.long-ago": Parts(
        mark("{day} is more than a year ago."), mark("Look whether the year is right."), ""
    ),
    "expenses.without-text": Parts(
        mark("The line does not say what it is."), "", mark("Write what was bought, or the route.")
    ),
    "expenses.without-account": Parts(
        mark("The line has no account."),
        mark("The books do not know what it is."),
        mark("Choose an account."),
    ),
    "expenses.account-not-expense": Parts(
        mark("Account {number} is not for costs."),
        mark("Expenses are booked as costs, or as what the firm owns."),
        mark("Choose another account."),
    ),
    "expenses.without-amount": Parts(mark("The amount is missing."), "", WRITE_AMOUNT),
    "expenses.without-quantity": Parts(
        mark("It is not said how many."), "", mark("Write the kilometres or the days.")
    ),
    "expenses.without-price": Parts(
        mark("The price is missing."),
        mark("The law names no tariff here: the office pays what it agreed on."),
        mark("Write what one kilometre or one day is paid at."),
    ),
    "expenses.without-tariff": Parts(
        mark("The tariff is missing."),
        mark("Kilometres and days are paid by a tariff."),
        mark("Choose a tariff."),
    ),
    "expenses.tariff-unknown": Parts(
        mark("There is no tariff {tariff} on {day}."),
        mark("Tariffs hold for the days that their decision names."),
        mark("Choose another tariff, or correct the day."),
    ),
    "expenses.tariff-unchecked": Parts(
        mark("Nobody has checked the tariff {tariff}."),
        mark("It should be as its source says: {source}."),
        mark("Hold it against the source before you pay."),
    ),
    "expenses.above-tariff": Parts(
        mark("The price is above the tariff {tariff} of {price}."),
        mark("What is above it may be taxed as pay."),
        "",
    ),
    "expenses.vat-unknown": Parts(
        mark("There was no VAT code {vat} on that day."), "", mark("Choose another VAT code.")
    ),
    "expenses.no-rate": Parts(
        mark("It is not known what {currency} was worth on {day}."),
        mark("The books are kept in another currency."),
        mark("Write the rate, or read in the rates of the day."),
    ),
    "expenses.over-limit": Parts(
        mark("This is over what the office usually pays: {limit}."),
        mark("Who approves it wants to know why."),
        mark("Write the reason."),
    ),
    "expenses.without-receipt": Parts(
        mark("The line has no receipt."),
        mark("VAT may be deducted only with a receipt."),
        mark("Drop the receipt on the line, or scan it."),
    ),
    "expenses.same-receipt": Parts(
        mark("This receipt has been claimed before: {number}."),
        mark("A receipt is paid once."),
        mark("Take the line out unless two expenses are on one receipt."),
    ),
    "expenses.same-expense": Parts(
        mark("An expense of the same day and amount has been claimed: {number}."),
        mark("It may be the same one."),
        mark("Take the line out if it is."),
    ),
    "expenses.limit-without-name": Parts(mark("The limit has no name."), "", ""),
    "expenses.limit-without-day": Parts(
        mark("The limit has no first day."), mark("Limits hold from a day on."), ""
    ),
    "expenses.limit-without-amount": Parts(mark("The limit has no amount."), "", ""),
}
