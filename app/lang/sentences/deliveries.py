"""Sentences about deliveries: planning, picking, packing and shipping, and what a scan fits."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

BY_TURNS = mark("A delivery is planned, picked, packed and shipped, one after the other.")
ONLY_GOOD = mark("Only goods in order go to a customer.")
OTHER_GOODS = mark("Put it aside and take other goods.")

SENTENCES = {
    "deliveries.not-planned": Parts(
        mark("This delivery is being picked already, or is done."),
        BY_TURNS,
        mark("Look at how it stands now."),
    ),
    "deliveries.not-picking": Parts(
        mark("This delivery is not being picked."),
        BY_TURNS,
        mark("Look at how it stands now."),
    ),
    "deliveries.not-packed": Parts(
        mark("This delivery is not packed, or went out already."),
        BY_TURNS,
        mark("Look at how it stands now."),
    ),
    "deliveries.not-shipped": Parts(
        mark("This delivery has not gone out, or has arrived already."),
        mark("Only what went out can arrive, and it arrives once."),
        mark("Look at how it stands now."),
    ),
    "deliveries.out-already": Parts(
        mark("This delivery went out or was called off: it does not change any more."),
        mark("What went out can only come back."),
        mark("Announce a return if the goods come back."),
    ),
    "deliveries.no-such-line": Parts(
        mark("The delivery has no such line."),
        mark("Somebody may have changed it in the meantime."),
        mark("Look at it again."),
    ),
    "deliveries.more-than-planned": Parts(
        mark("{asked} is more than the {planned} that this line takes."),
        "",
        mark("Enter at most {planned}."),
    ),
    "deliveries.not-an-amount": Parts(
        mark("{value} is not an amount that can be taken."),
        "",
        mark("Enter an amount above zero."),
    ),
    "deliveries.nothing-picked": Parts(
        mark("Nothing was picked yet."),
        mark("An empty parcel is not sent."),
        mark("Pick the goods first, or call the delivery off."),
    ),
    "deliveries.no-such-parcel": Parts(
        mark("There is no parcel {parcel}."),
        mark("Parcels are numbered from 1 to {most}."),
        mark("Enter another number."),
    ),
    "deliveries.wrong-day": Parts(
        mark("The goods cannot have arrived on {day}."),
        mark("They went out on {since}, and today is {today}."),
        mark("Enter a day in between."),
    ),
    "deliveries.without-reason": Parts(
        mark("The reason is missing why the delivery is called off."),
        mark("Whoever looks at the order later wants to know why."),
        mark("Write a few words."),
    ),
    "deliveries.nothing-ready": Parts(
        mark("Nothing of this order can go out now."),
        mark("All of it is delivered or on its way, or nothing is reserved for it."),
        mark("See in the order what it waits for."),
    ),
    "deliveries.more-than-ordered": Parts(
        mark("{asked} of line {line} is more than the {owed} that are still to be delivered."),
        mark("No more goes out than was ordered."),
        mark("Enter at most {owed}, or change the order first."),
    ),
    "deliveries.not-reserved": Parts(
        mark("{asked} of line {line} is more than the {ready} that are reserved for it."),
        mark("What is not reserved belongs to other orders, or is not here."),
        mark("Enter at most {ready}, or reserve more first."),
    ),
    "deliveries.ships-whole": Parts(
        mark("This customer takes everything at once, and {missing} of line {line} are missing."),
        "",
        mark("Wait for the rest, or agree with the customer to send a part."),
    ),
    "deliveries.on-hold": Parts(
        mark("Order {number} waits: {reason}."),
        mark("Nothing of an order goes out while somebody holds it."),
        mark("Let the order go on first."),
    ),
    "deliveries.nothing-there": Parts(
        mark("None of it lies where it could be picked."),
        mark("It is picked for another delivery, blocked, or gone."),
        mark("Count the place, or take it from another one."),
    ),
    "deliveries.nothing-here": Parts(
        mark("Nothing of this delivery is to be picked at {place}."),
        "",
        mark("Go to the place that the list names."),
    ),
    "deliveries.which-lot": Parts(
        mark("{product} is kept by lots, and the code does not say which one it is."),
        "",
        mark("Scan the code of the lot."),
    ),
    "deliveries.not-wanted": Parts(
        mark("{product} is not in this delivery."),
        "",
        mark("Put it back and scan what the list names."),
    ),
    "deliveries.picked-already": Parts(
        mark("{product}: only {left} are left to pick."),
        mark("No more is picked than goes out."),
        mark("Put back what is too much."),
    ),
    "deliveries.other-lot": Parts(
        mark("Lot {lot} is not the one to pick."),
        mark("The lot that expires first, or the oldest, goes out first."),
        mark("Take the lot that the list names."),
    ),
    "deliveries.may-not-go-out": Parts(
        mark("Lot {lot} of {product} may not go out."), ONLY_GOOD, OTHER_GOODS
    ),
    "deliveries.may-not-go-out:expired": Parts(
        mark("Lot {lot} of {product} has expired."), ONLY_GOOD, OTHER_GOODS
    ),
    "deliveries.may-not-go-out:quarantined": Parts(
        mark("Lot {lot} of {product} is in quarantine."), ONLY_GOOD, OTHER_GOODS
    ),
    "deliveries.may-not-go-out:damaged": Parts(
        mark("Lot {lot} of {product} is damaged."), ONLY_GOOD, OTHER_GOODS
    ),
    "deliveries.may-not-go-out:recalled": Parts(
        mark("Lot {lot} of {product} was recalled."), ONLY_GOOD, OTHER_GOODS
    ),
    "returns.not-announced": Parts(
        mark("The goods of this return came already, or it was called off."),
        mark("Goods are received once for each return."),
        mark("Look at how it stands now, or announce another return."),
    ),
    "returns.not-received": Parts(
        mark("The goods of this return have not come, or were inspected already."),
        mark("Only goods that came are inspected, once."),
        mark("Look at how it stands now."),
    ),
    "returns.not-inspected": Parts(
        mark("This return was not inspected yet, or is decided already."),
        mark("Nothing is put back or thrown away before somebody looked at it."),
        mark("Write down what was found first."),
    ),
    "returns.not-decided": Parts(
        mark("This return is not decided yet."),
        mark("Only what stays with you is credited."),
        mark("Decide first what becomes of the goods."),
    ),
    "returns.decided-already": Parts(
        mark("This return is closed."), "", mark("Announce another return if more comes back.")
    ),
    "returns.nothing-returned": Parts(
        mark("Nothing comes back that way."),
        mark("A return has at least one line with an amount above zero."),
        mark("Enter what comes back."),
    ),
    "returns.more-than-delivered": Parts(
        mark("{asked} of line {line} is more than the {left} that can still come back."),
        mark("No more comes back than was delivered and has not come back yet."),
        mark("Enter at most {left}."),
    ),
    "returns.never-delivered": Parts(
        mark("Nothing of line {line} was ever delivered."),
        mark("Only what was delivered can come back."),
        mark("Look for the order that the goods came with."),
    ),
    "returns.no-product": Parts(
        mark("Line {line} is no product: nothing of it lies on a shelf."),
        mark("Only goods come back; a service is credited on its invoice."),
        mark("Make a credit note of the invoice."),
    ),
    "returns.nothing-to-credit": Parts(
        mark("Nothing of return {number} is to be credited."),
        mark("Nothing of it stays here, was invoiced, or is left to credit."),
        mark("Look at the invoices of the order."),
    ),
    "returns.no-such-line": Parts(
        mark("The return has no such line."),
        mark("Somebody may have changed it in the meantime."),
        mark("Look at it again."),
    ),
    "returns.without-finding": Parts(
        mark("It is not written what was found."),
        mark("An inspection says of each line that came how the goods are."),
        mark("Write it in a few words."),
    ),
    "returns.undecided": Parts(
        mark("Not every line is decided on."),
        mark("Each line that came is put back, thrown away, repaired or refused."),
        mark("Choose for each line, and a place for what goes back on the shelf."),
    ),
    "returns.without-reason": Parts(
        mark("The reason of the return is missing."),
        mark("Whoever looks at it later wants to know why."),
        mark("Write a few words."),
    ),
}
