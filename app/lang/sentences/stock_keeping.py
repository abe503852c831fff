"""Sentences about keeping goods: items, places and receipts."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "stock.unit-missing": Parts(
        mark("The unit is missing."),
        "",
        mark("Write its name, such as box."),
    ),
    "stock.unit-twice": Parts(
        mark("The unit “{unit}” is there twice."),
        "",
        mark("Keep one of them."),
    ),
    "stock.factor-wrong": Parts(
        mark("A unit is more than nothing."),
        "",
        mark("Write how many of the product's own unit it is."),
    ),
    "stock.cost-negative": Parts(
        mark("A cost is not below zero."),
        "",
        mark("Write 0 or more."),
    ),
    "stock.days-wrong": Parts(
        mark("The days are not between 0 and {most}."),
        "",
        mark("Write a number of days in between."),
    ),
    "stock.most-below-least": Parts(
        mark("It would be filled up to less than the least."),
        "",
        mark("Write at least the least quantity."),
    ),
    "stock.pack-wrong": Parts(
        mark("A pack holds more than nothing."),
        "",
        mark("Write how many are in a pack."),
    ),
    "stock.least-negative": Parts(
        mark("The least quantity is not below zero."),
        "",
        mark("Write 0 or more."),
    ),
    "stock.kit-empty": Parts(
        mark("The kit has no parts."),
        "",
        mark("Write what it is made of."),
    ),
    "stock.part-itself": Parts(
        mark("A product is no part of itself."),
        "",
        mark("Choose another product."),
    ),
    "stock.part-twice": Parts(
        mark("This part is there twice."),
        "",
        mark("Write it once, with the whole quantity."),
    ),
    "stock.part-quantity": Parts(
        mark("How much of the part is needed is missing."),
        "",
        mark("Write a quantity above zero, with at most 6 decimals."),
    ),
    "stock.not-chosen": Parts(
        mark("Nothing of the list is chosen here."),
        "",
        mark("Write a part of the name or the code, and press Enter."),
    ),
    "stock.kit-tracked": Parts(
        mark("A kit has no lots of its own."),
        mark("Its parts have."),
        mark("Choose that it is not tracked."),
    ),
    "stock.origin-wrong": Parts(
        mark("The origin is not a country's two letters."),
        "",
        mark("Write two capital letters, such as FI."),
    ),
    "stock.tracking-fixed": Parts(
        mark("Goods of this product were moved already."),
        mark("Lots cannot begin or end in the middle of its history."),
        mark("Make a new product that is kept so."),
    ),
    "stock.kit-fixed": Parts(
        mark("Goods of this product were moved already."),
        mark("A kit is never on hand itself: its parts are."),
        mark("Make a new product for the kit."),
    ),
    "stock.value-wrong": Parts(
        mark("Nothing that is not there is worth anything, and nothing is worth less than 0."),
        "",
        mark("Write 0 or more."),
    ),
    "stock.without-parts": Parts(
        mark("{product} has no parts."),
        mark("It is made of nothing."),
        mark("Write its parts on the product's page."),
    ),
    "stock.checked-without-lot": Parts(
        mark("Only goods kept by lots can wait for a check."),
        mark("The lot says whether it was passed."),
        mark("Keep the product by lots."),
    ),
    "stock.place-without-code": Parts(
        mark("The place has no code."),
        mark("By its code one finds it."),
        mark("Write a short code, such as A-01."),
    ),
    "stock.place-code-taken": Parts(
        mark("There is a place {code} already."),
        "",
        mark("Write another code."),
    ),
    "stock.place-code-long": Parts(
        mark("The code is longer than {most} signs."),
        "",
        mark("Write a shorter one."),
    ),
    "stock.route-wrong": Parts(
        mark("The turn on the way is not between 0 and {most}."),
        "",
        mark("Write a number in between."),
    ),
    "stock.bins-wrong": Parts(
        mark("The number is not between 1 and {most}."),
        mark("So many bins, and levels of each, are made in one go."),
        mark("Write a number in between, and make the rest afterwards."),
    ),
    "stock.bin-without-warehouse": Parts(
        mark("A bin stands in a warehouse."),
        "",
        mark("Choose the warehouse."),
    ),
    "stock.consigned-without-customer": Parts(
        mark("Consigned goods lie at a customer's."),
        "",
        mark("Choose the customer."),
    ),
    "stock.place-kind-fixed": Parts(
        mark("What kind of place it is stays."),
        mark("What lay there was ours, or was not."),
        mark("Make a new place."),
    ),
    "stock.place-not-empty": Parts(
        mark("Something lies at {code}."),
        mark("Only an empty place is closed."),
        mark("Transfer what lies there first."),
    ),
    "stock.receipt-without-lines": Parts(
        mark("Nothing is expected."),
        "",
        mark("Write at least one product."),
    ),
    "stock.receipt-cost-negative": Parts(
        mark("A cost is not below zero."),
        "",
        mark("Write 0 or more."),
    ),
    "stock.product-withdrawn": Parts(
        mark("{product} was put away."),
        mark("No more of it is ordered."),
        mark("Choose another product, or take it back into use."),
    ),
    "stock.product-not-stocked": Parts(
        mark("{product} is not kept in stock."),
        mark("Only stocked products are received."),
        mark("Say on the product's page that it is kept in stock."),
    ),
    "stock.expected-in-the-past": Parts(
        mark("The day {day} is over."),
        mark("Goods are usually expected later."),
        mark("Look whether the day is right."),
    ),
    "stock.nothing-came": Parts(
        mark("Nothing came."),
        "",
        mark("Write how much came of at least one line."),
    ),
    "stock.more-than-expected": Parts(
        mark("{expected} were expected, and {count} came."),
        mark("More than was ordered may be the supplier's mistake."),
        mark("Receive all of it, or send the rest back."),
    ),
    "stock.landed-without-amount": Parts(
        mark("The cost is not an amount that can be added."),
        mark("It is in the currency of the books, and no more is taken off than was added."),
        mark("Write what freight or duty cost."),
    ),
}
