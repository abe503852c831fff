"""Sentences about moves: why goods cannot be moved so, and what to do instead."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "stock.unknown-unit": Parts(
        mark("{product} is not kept in “{unit}”."),
        mark("It is kept in: {known}."),
        mark("Choose one of these units, or add the unit to the product."),
    ),
    "stock.not-exact": Parts(
        mark("{quantity} {unit} cannot be said exactly in {other}."),
        mark("Stock is counted without rounding, to 6 decimals."),
        mark("Write the quantity in the product's own unit."),
    ),
    "stock.not-there": Parts(
        mark("There were {held}, and {asked} were to leave."),
        mark("No more leaves than lies there."),
        mark("Choose a later day, or receive the goods first."),
    ),
    "stock.more-than-went": Parts(
        mark("Only {held} of it can come back, not {asked}."),
        mark("No more comes back than once went."),
        mark("Write a smaller quantity."),
    ),
    "stock.not-enough": Parts(
        mark("At {place} there are {most} of {product}, not {count}."),
        mark("Stock never goes below zero."),
        mark("Count the place, receive what came, or write a smaller quantity."),
    ),
    "stock.not-enough:elsewhere": Parts(
        mark("At {place} there are {most} of {product}, not {count}."),
        mark("Stock never goes below zero."),
        mark("More lies at {elsewhere}: take it from there, or transfer it."),
    ),
    "stock.not-enough:incoming": Parts(
        mark("At {place} there are {most} of {product}, not {count}."),
        mark("Stock never goes below zero."),
        mark("More is expected on {day} with {reference}: receive it if it is here."),
    ),
    "stock.not-enough-then": Parts(
        mark("On {day} there were {held} of {product}, not {asked}."),
        mark("Stock was never below zero, on no day of the past either."),
        mark("Choose a later day."),
    ),
    "stock.not-stocked": Parts(
        mark("{product} is not kept in stock."),
        mark("Only stocked products are moved."),
        mark("Say on the product's page that it is kept in stock."),
    ),
    "stock.not-stocked:kit": Parts(
        mark("{product} is a kit."),
        mark("A kit is never on hand itself: its parts are."),
        mark("Move its parts."),
    ),
    "stock.not-stocked:standard": Parts(
        mark("{product} is worth what was set for one."),
        "",
        mark("Change its standard cost instead."),
    ),
    "stock.lot-missing": Parts(
        mark("{product} is kept by lots."),
        mark("Every piece belongs to a lot."),
        mark("Choose the lot."),
    ),
    "stock.lot-missing:serial": Parts(
        mark("{product} is kept by serial numbers."),
        mark("Every piece has its own."),
        mark("Choose the serial number."),
    ),
    "stock.lot-unwanted": Parts(
        mark("The lot is not one of {product}."),
        mark("A lot belongs to one product that is kept by lots."),
        mark("Choose another lot, or none."),
    ),
    "stock.serial-not-one": Parts(
        mark("The serial number {serial} of {product} is one piece."),
        mark("It is somewhere once."),
        mark("Write 1."),
    ),
    "stock.serial-not-one:here": Parts(
        mark("The piece {serial} of {product} is here already."),
        mark("A serial number is one piece."),
        mark("Look whether the number was read right."),
    ),
    "stock.lot-blocked": Parts(
        mark("The lot {lot} may not go out."),
        mark("Only goods in order leave."),
        mark("Choose another lot, or change its status."),
    ),
    "stock.lot-blocked:expired": Parts(
        mark("The lot {lot} expired on {day}."),
        mark("What is past its day does not go out."),
        mark("Choose another lot, or scrap this one."),
    ),
    "stock.lot-blocked:quarantined": Parts(
        mark("The lot {lot} waits for its check."),
        mark("Only goods in order leave."),
        mark("Pass it on its page, or choose another lot."),
    ),
    "stock.day-to-come": Parts(
        mark("The day {day} has not come yet."),
        mark("Goods are moved on the day on which they move."),
        mark("Write today or an earlier day."),
    ),
    "stock.later-day": Parts(
        mark("The day {day} has not come yet."),
        mark("Goods are moved on the day on which they move."),
        mark("Write today or an earlier day."),
    ),
    "stock.place-closed": Parts(
        mark("The place {place} is closed."),
        mark("Nothing is put into a closed place."),
        mark("Choose another place, or open it again."),
    ),
    "stock.not-reversible": Parts(
        mark("This move is not taken back by its opposite."),
        mark("What belongs to another paper is mended there."),
        mark("Use a return for shipped goods, and a count for counted ones."),
    ),
    "stock.already-reversed": Parts(
        mark("That move of {product} was taken back already."),
        mark("A move is taken back once."),
    ),
    "stock.before-revaluation": Parts(
        mark("The value of {product} was set anew on {since}, and {day} is before it."),
        mark("What was valued stays as it was."),
        mark("Choose that day or a later one."),
    ),
    "stock.promised": Parts(
        mark("At {place} {count} of {product} are being picked for orders and would be missing."),
        mark("What is being picked stays with its delivery."),
        mark("Cancel the picking first."),
    ),
    "stock.quantity-zero": Parts(
        mark("The quantity is 0."),
        "",
        mark("Write how much is moved."),
    ),
    "stock.quantity-negative": Parts(
        mark("The quantity is below zero."),
        mark("What goes the other way is a move the other way."),
        mark("Write a quantity above zero."),
    ),
    "stock.without-reason": Parts(
        mark("Say why."),
        mark("The reason stays with the move."),
        mark("Write a few words."),
    ),
    "stock.without-place": Parts(
        mark("The place is missing."),
        "",
        mark("Choose the place."),
    ),
    "stock.same-place": Parts(
        mark("That is where the goods are."),
        "",
        mark("Choose another place."),
    ),
    "stock.without-product": Parts(
        mark("The product is missing."),
        "",
        mark("Choose a product that is kept in stock."),
    ),
    "stock.without-lot": Parts(
        mark("The lot is missing."),
        mark("This product is kept by lots or serial numbers."),
        mark("Write the lot, or the serial numbers with commas."),
    ),
    "stock.serials-miscounted": Parts(
        mark("{count} pieces came and {rows} serial numbers are written."),
        mark("Every piece has its own."),
        mark("Write one serial number for each piece."),
    ),
}
