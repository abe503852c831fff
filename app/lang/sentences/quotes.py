"""Sentences about quotes: what stands in the way of sending one, and of what comes after."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

STAYS = mark("A quote that was sent never changes.")

SENTENCES = {
    "quotes.not-a-draft": Parts(
        mark("This quote is not a draft any more."),
        STAYS,
        mark("Make a new version of it, or copy it as a new quote."),
    ),
    "quotes.not-sent": Parts(
        mark("This quote does not wait for an answer."),
        mark("Only a quote that was sent can be accepted, declined or run out."),
        mark("Send it first, or look at what became of it."),
    ),
    "quotes.not-accepted": Parts(
        mark("This quote has not been accepted, or has its invoice already."),
        mark("An invoice is made once, of what the customer accepted."),
        mark("Accept the quote first, or open its invoice."),
    ),
    "quotes.not-revisable": Parts(
        mark("There is no new version of this quote to be made."),
        mark("A draft is changed itself; what was accepted or replaced stays as it is."),
        mark("Open the newest version, or copy it as a new quote."),
    ),
    "quotes.revised-already": Parts(
        mark("Quote {number} has a newer version already."),
        mark("It comes in the place of this one once it is sent."),
        mark("Open the newer version and change that."),
    ),
    "quotes.no-longer-valid": Parts(
        mark("Quote {number} was valid until {valid_until} only."),
        mark("After that day you are not bound to its prices."),
        mark("Make a new version with a later day, send it, and accept that."),
    ),
    "quotes.still-valid": Parts(
        mark("Quote {number} is valid until {valid_until}."),
        mark("It runs out only after that day."),
        mark("Decline it if the customer does not want it."),
    ),
    "quotes.not-offered": Parts(
        mark("Position {position} of quote {number} is not there to be chosen."),
        mark("Only optional and alternative positions are."),
        mark("Choose among those that the quote offers."),
    ),
    "quotes.chosen-twice": Parts(
        mark("Only one of the positions {one} and {other} of quote {number} can be had."),
        mark("They are offered in the place of each other."),
        mark("Leave one of them out."),
    ),
    "quotes.valid-before-date": Parts(
        mark("The quote would be valid until {valid_until}, before its own date {issued_on}."),
        "",
        mark("Choose a later day."),
    ),
    "quotes.validity-passed": Parts(
        mark("The day until which the quote is valid, {valid_until}, has passed."),
        mark("Nobody could accept it any more."),
        mark("Choose a later day."),
    ),
    "quotes.valid-long": Parts(
        mark("The quote is valid until {valid_until}, more than a year."),
        mark("You are bound to its prices all that time."),
        mark("Check the day."),
    ),
    "quotes.alternative-to-nothing": Parts(
        mark("There is no position that this one is an alternative to."),
        mark("An alternative stands below its position, or has the same group as it."),
        mark("Move it below the position, or give both the same group."),
    ),
    "quotes.nothing-firm": Parts(
        mark("Nothing is offered firmly: the total is nothing."),
        mark("Every position is optional or an alternative."),
        mark("Check whether that is meant."),
    ),
    "quotes.no-customer": Parts(
        mark("The quote has no customer."),
        "",
        mark("Choose a customer."),
    ),
    "quotes.no-lines": Parts(
        mark("The quote is empty."),
        mark("It has no line with a quantity or a price."),
        mark("Add a line."),
    ),
}
