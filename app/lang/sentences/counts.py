"""Sentences about counts: what stands in the way of counting, approving and posting."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "counts.negative": Parts(
        mark("{value} is below nothing."),
        mark("What lies there is counted from 0 up."),
        mark("Write 0 where nothing is left."),
    ),
    "counts.not-one": Parts(
        mark("{value} pieces cannot have one serial number."),
        mark("Each piece has its own."),
        mark("Write 1 where it lies there, or 0."),
    ),
    "counts.in-future": Parts(
        mark("The moment {at} has not come yet."),
        mark("The clock of this machine may have been set back."),
        mark("Write the moment at which it was counted, or leave it empty for now."),
    ),
    "counts.before-start": Parts(
        mark("At {at} the count had not begun."),
        mark("It began at {started}."),
        mark("Write a later moment, or leave it empty for now."),
    ),
    "counts.without-reason": Parts(
        mark("Say why there is a difference of {difference}."),
        mark("Every difference is explained before it is booked."),
        mark("Choose a reason or write a few words."),
    ),
    "counts.not-in-state": Parts(
        mark("The count {number} stands at “{state}”: that cannot be done now."),
        mark("A count is planned, counted, looked at and posted, in this order."),
        mark("Open the count again to see how it stands."),
    ),
    "counts.posted-already": Parts(
        mark("The count {number} was posted on {day} already."),
        mark("Its differences are in the books, once; nothing was booked again."),
        mark("Plan a new count if something is different now."),
    ),
    "counts.counted-already": Parts(
        mark("{who} has counted this line already: {value}."),
        mark("It was counted at {at}; nothing was written over."),
        mark("Count it once more as a recount, or leave it."),
    ),
    "counts.not-counted": Parts(
        mark("The line was not counted yet."),
        mark("Only what was counted is counted once more."),
        mark("Write what lies there."),
    ),
    "counts.lines-left": Parts(
        mark("Not counted yet: {count} lines."),
        mark("Nobody said that they stay as the books have them."),
        mark("Count them, or go on and leave them out."),
    ),
    "counts.nothing-counted": Parts(
        mark("Nothing of the count {number} was counted."),
        mark("Without a figure there is nothing to look at."),
        mark("Count at least one line, or cancel the count."),
    ),
    "counts.not-approved": Parts(
        mark("A second person has to approve {count} of the lines."),
        mark("Their difference is above {percent} of the books."),
        mark("Ask somebody who did not count to approve it."),
    ),
    "counts.own-approval": Parts(
        mark("{who} counted, and cannot approve it."),
        mark("The second person is another one."),
        mark("Ask somebody else to approve the count."),
    ),
    "counts.nothing-to-count": Parts(
        mark("There is nothing to count."),
        mark("Nothing of what was chosen lies in this warehouse."),
        mark("Choose other goods or places."),
    ),
    "counts.not-a-warehouse": Parts(
        mark("“{code}” is no warehouse."),
        mark("A count is of one warehouse."),
        mark("Choose a warehouse."),
    ),
    "counts.elsewhere": Parts(
        mark("The place {code} does not stand in the counted warehouse."),
        mark("A count is of one warehouse."),
        mark("Count it with the warehouse in which it stands."),
    ),
    "counts.counted-elsewhere": Parts(
        mark("The count {number} has {count} of these spots already."),
        mark("A difference that two counts find would be booked twice."),
        mark("Post or cancel that count first."),
    ),
    "counts.without-lot": Parts(
        mark("{product} is kept by lot or serial number."),
        mark("Without the number nobody knows what was found."),
        mark("Scan or write the lot, too."),
    ),
    "counts.without-cancel-reason": Parts(
        mark("Say why the count is cancelled."), "", mark("Write a few words.")
    ),
    "stock-rules.days-out-of-range": Parts(
        mark("{days} days are not between 1 and {most}."), "", mark("Write other days.")
    ),
    "stock-rules.not-percent": Parts(
        mark("{value} is not between 0 and 100."), "", mark("Write a percentage.")
    ),
    "stock-rules.wrong-order": Parts(
        mark("B ends at {b} per cent, before A does at {a}."),
        mark("B goes on where A ends."),
        mark("Write a larger share for B."),
    ),
}
