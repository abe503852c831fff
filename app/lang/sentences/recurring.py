"""Sentences about recurring invoices, and about one invoice for many."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "recurring.without-name": Parts(
        mark("The plan has no name."), "", mark("Write one by which you find it.")
    ),
    "recurring.interval-out-of-range": Parts(
        mark("An invoice cannot come back every {every}."),
        mark("The interval is from 1 to {most}."),
        mark("Write 1 for every month, 3 for every quarter."),
    ),
    "recurring.times-out-of-range": Parts(
        mark("A plan cannot bill {times} times."),
        mark("It bills from 1 to {most} times, or without end."),
        mark("Write how often, or leave the field empty."),
    ),
    "recurring.lead-out-of-range": Parts(
        mark("An invoice cannot be made {days} days before its period."),
        mark("It is made from 0 to {most} days before."),
        mark("Write fewer days."),
    ),
    "recurring.day-out-of-range": Parts(
        mark("The plan cannot reach {day}."), "", mark("Write a day of this century.")
    ),
    "recurring.ends-before-beginning": Parts(
        mark("The plan ends on {ends_on}, before it begins on {begins_on}."),
        mark("It would never bill anything."),
        mark("Write a later end, or leave it empty."),
    ),
    "recurring.not-a-beginning": Parts(
        mark("No period begins on {day}."),
        mark("Periods begin on {before} and on {after}."),
        mark("Write one of those days."),
    ),
    "recurring.begins-billed": Parts(
        mark("The plan is billed until {billed_to} already."),
        mark("No day is billed twice."),
        mark("Let the new periods begin on a later day."),
    ),
    "recurring.rise-billed": Parts(
        mark("From {since} on is billed until {billed_to} already."),
        mark("An invoice that was made keeps its price."),
        mark("Write a later day."),
    ),
    "recurring.last-is-cut": Parts(
        mark("The last period is cut on {ends_on}: {days} of its {whole} days are billed."),
        mark("Its price is reduced in proportion."),
        mark("Choose the end of a period if you want it whole."),
    ),
    "recurring.many-due": Parts(
        mark("{count} invoices or more are due at once."),
        mark("The plan begins long ago, and each of its periods is billed."),
        mark("Choose a later first period if those were billed before."),
    ),
    "recurring.unknown-placeholder": Parts(
        mark("There is no {name} that could be filled in."),
        mark("What can be filled in is: {known}."),
        mark("Write one of those, or leave the braces out."),
    ),
    "recurring.rise-empty": Parts(
        mark("The price rise changes nothing."), "", mark("Write per cent, or new prices.")
    ),
    "recurring.rise-twice": Parts(
        mark("Prices are raised in per cent or one by one, not both."),
        "",
        mark("Take out the per cent, or the prices."),
    ),
    "recurring.rise-out-of-range": Parts(
        mark("Prices cannot change by {percent}."),
        mark("Below or at −100 % nothing would be left, and above {most} % it is a slip."),
        mark("Write another percentage."),
    ),
    "recurring.price-below-zero": Parts(
        mark("The new price {price} is below zero."),
        mark("It is {before} now."),
        mark("Write a price of zero or more."),
    ),
    "recurring.no-own-price": Parts(
        mark("No line has a price of its own."),
        mark("Their prices come from the products and rise with them."),
        mark("Change the prices of the products."),
    ),
    "recurring.notice-out-of-range": Parts(
        mark("A rise cannot be told {days} days before."),
        mark("It is told from 0 to {most} days before."),
        mark("Write fewer days."),
    ),
    "recurring.only-invoices": Parts(
        mark("A credit note does not come back by itself."),
        "",
        mark("Make the plan of an invoice."),
    ),
    "recurring.not-billed": Parts(
        mark("“{number}” bills nothing now."),
        mark("It rests, or it is over."),
        mark("Let it go on first."),
    ),
    "recurring.billed-already": Parts(
        mark("“{name}” has an invoice from {begins_on} on already."),
        mark("No period is billed twice."),
        mark("Discard that draft first, or write a credit note on the invoice."),
    ),
    "recurring.too-far-ahead": Parts(
        mark("Nothing is billed as far ahead as {day}."),
        mark("Invoices are made at most a year ahead."),
        mark("Choose an earlier day."),
    ),
    "invoices.customer-put-away": Parts(
        mark("{name} was put away."),
        mark("Nothing is billed to a customer who is put away."),
        mark("Take the customer back, or choose another."),
    ),
    "invoices.product-put-away": Parts(
        mark("The product {code} was put away."),
        mark("What is withdrawn is not billed by itself."),
        mark("Take the product back, or choose another on the line."),
    ),
    "bulk.nobody": Parts(
        mark("Nobody is on the list today."), "", mark("Choose another list, or contacts.")
    ),
}
