"""Sentences about reordering: why so much of a product is proposed."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "reorder.low": Parts(
        mark("{on_hand} there + {incoming} on their way − {reserved} promised = {free}."),
        mark("That is below the least of {least}."),
    ),
    "reorder.blocked": Parts(
        mark("{blocked} more lie there but may not go out."),
        mark("They are quarantined, damaged, recalled or past their last day."),
    ),
    "reorder.fills": Parts(mark("Up to {most} it takes {need}.")),
    "reorder.packs": Parts(
        mark("In packs of {pack}: {packs} packs are {quantity}."),
    ),
    "reorder.arrives": Parts(
        mark("Ordered today it is here on {arrives_on}, after {days} days."),
    ),
    "reorder.late": Parts(
        mark("{quantity} come only on {expected_on}, later than what is ordered today."),
        "",
        mark("Ask the supplier whether it can come earlier."),
    ),
    "reorder.overdue": Parts(
        mark("{quantity} should have come on {expected_on}."),
        "",
        mark("Ask the supplier where they are, or cancel the receipt."),
    ),
    "reorder.uncovered": Parts(
        mark("Customers wait for {missing}."),
        mark("More is promised than lies there."),
    ),
    "reorder.without-supplier": Parts(
        mark("No supplier is named."),
        "",
        mark("Write the usual supplier into the product."),
    ),
    "reorder.nothing-chosen": Parts(
        mark("Nothing is chosen."), "", mark("Tick what is to be ordered.")
    ),
    "reorder.not-above-zero": Parts(
        mark("{value} cannot be ordered."), "", mark("Write a quantity above 0.")
    ),
}
