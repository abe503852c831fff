"""Sentences about orders: what a rule says no to, and why an order does not go on."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

BOUND = mark("What was confirmed to the customer changes with a reason that is written down.")
WENT_OUT = mark("What went out or was invoiced cannot be taken back by a change of the order.")
LACKS = mark("{missing} {unit} of {product} are missing.")

SENTENCES = {
    "orders.not-a-draft": Parts(
        mark("This order is not a draft any more."), BOUND, mark("Amend the order instead.")
    ),
    "orders.not-confirmed": Parts(
        mark("This order is not on its way."),
        mark("Only a confirmed order is amended, held, delivered, invoiced or closed."),
        mark("Confirm it first, or open it again if it is closed."),
    ),
    "orders.no-such-way": Parts(
        mark("The order cannot be put there."),
        mark("Where it stands follows from its goods, its deliveries and its invoices."),
        mark("Confirm, hold or release it, or plan a delivery of what is ready."),
    ),
    "orders.not-closed": Parts(
        mark("This order is not closed."), "", mark("It goes on as it is: change it directly.")
    ),
    "orders.cannot-cancel": Parts(
        mark("Order {number} cannot be cancelled any more."),
        mark("Something of it was delivered or invoiced already."),
        mark("Close what is left of it short, and take goods back as a return."),
    ),
    "orders.nothing-open": Parts(
        mark("Nothing of order {number} is left to deliver."),
        mark("Only what is still open can be closed short."),
        mark("Invoice what is left of it, and it closes by itself."),
    ),
    "orders.still-open": Parts(
        mark("Order {number} is not finished."),
        mark("Something of it is still to be delivered or to be invoiced."),
        mark("Deliver and invoice the rest, or close it short."),
    ),
    "orders.no-reason": Parts(mark("A reason is missing."), BOUND, mark("Write the reason.")),
    "orders.more-than-rest": Parts(
        mark("{asked} is more than the {open} that are still open."),
        mark("No more goes out than was ordered."),
        mark("Enter at most {open}, or amend the order first."),
    ),
    "orders.more-than-sent": Parts(
        mark("{asked} is more than the {delivered} that went out and did not come back yet."),
        mark("Nothing comes back that was never sent."),
        mark("Enter at most {delivered}, or look for the right order."),
    ),
    "orders.over-limit": Parts(
        mark("{customer} would be over the credit limit."),
        mark("Open invoices and orders come to {amount}, the limit is {limit}."),
        mark("Wait for a payment, ask for a deposit, or let it pass with a reason."),
    ),
    "orders.nothing-to-bill": Parts(
        mark("Nothing of order {number} can be invoiced now."),
        mark("What went out is invoiced already, or nothing went out yet."),
        mark("Deliver first, or ask for a deposit."),
    ),
    "orders.more-than-billable": Parts(
        mark("{asked} of {product} is more than the {most} that can be invoiced."),
        mark("Order {number} is invoiced by what was delivered, or ordered, and no more."),
        mark("Enter at most {most}, or deliver the rest first."),
    ),
    "orders.line-in-delivery": Parts(
        mark("A line of order {number} is in a delivery and cannot be removed."),
        "",
        mark("Lower its quantity, or close it short."),
    ),
    "orders.no-customer": Parts(
        mark("The order has no customer."), "", mark("Choose who ordered.")
    ),
    "orders.no-lines": Parts(
        mark("Nothing is ordered."), "", mark("Write at least one line with a quantity.")
    ),
    "orders.no-quantity": Parts(
        mark("A quantity of {quantity} cannot be ordered."),
        mark("An order asks for more than nothing."),
        mark("Enter a quantity above 0; what comes back is a return."),
    ),
    "orders.product-withdrawn": Parts(
        mark("{product} is not sold any more."),
        mark("The product was withdrawn."),
        mark("Choose another product, or bring it back first."),
    ),
    "orders.unknown-unit": Parts(
        mark("The product is not sold in the unit \u201c{unit}\u201d."),
        mark("It is counted in: {units}."),
        mark("Choose one of these units, or add the unit to the product."),
    ),
    "orders.not-exact": Parts(
        mark("{quantity} {unit} is no exact number of {other}."),
        mark("The stock counts in {other}, to six decimals, and never rounds."),
        mark("Enter the quantity in {other}."),
    ),
    "orders.reference-used": Parts(
        mark("The customer\u2019s order number {reference} is on order {number} already."),
        mark("It may have been sent twice."),
        mark("Look at that order before you confirm this one."),
    ),
    "orders.wanted-passed": Parts(
        mark("The day wanted, {wanted_on}, has passed."), "", mark("Ask the customer for another.")
    ),
    "orders.promise-passed": Parts(
        mark("The day promised, {promised_on}, has passed."), "", mark("Promise a later day.")
    ),
    "orders.promise-far-off": Parts(
        mark("The day promised, {promised_on}, is more than a year away."),
        "",
        mark("Look at the year once more."),
    ),
    "orders.promised-late": Parts(
        mark("Promised for {promised_on}, but wanted by {wanted_on}."),
        "",
        mark("Tell the customer, or send a part earlier."),
    ),
    "orders.below-done": Parts(
        mark("{quantity} is less than the {done} that are delivered, invoiced or closed short."),
        WENT_OUT,
        mark("Enter at least {done}; take goods back as a return."),
    ),
    "orders.line-done": Parts(
        mark("{product} cannot be removed: {done} are delivered, invoiced or closed short."),
        WENT_OUT,
        mark("Put the line back with at least {done}."),
    ),
    "orders.other-product": Parts(
        mark("The line of {product} cannot become another product."),
        WENT_OUT,
        mark("Add a new line for the other product."),
    ),
    "orders.stuck-held": Parts(
        mark("The order is held: {reason}."), "", mark("Let it go on once that is settled.")
    ),
    "orders.stuck-credit": Parts(
        mark("Credit stop: {amount} {currency} are owed, the limit is {limit}."),
        "",
        mark("Remind the customer, or let the order pass with a reason."),
    ),
    "orders.stuck-expected": Parts(
        LACKS,
        mark("They are expected on {expected_on} with {reference}."),
        mark("Reserved as soon as they arrive; offer a part or another day until then."),
    ),
    "orders.stuck-undated": Parts(
        LACKS,
        mark("They are ordered with {reference}, but no day is known."),
        mark("Ask the supplier for a day and enter it at the receipt."),
    ),
    "orders.stuck-missing": Parts(
        LACKS,
        mark("None are expected."),
        mark("Order more from the supplier, count the shelf, or close the rest short."),
    ),
    "orders.stuck-whole": Parts(
        mark("The order goes out whole only, and waits for {missing} {unit} of {product}."),
        "",
        mark("Ask whether a part may go out first."),
    ),
    "orders.stuck-no-promise": Parts(
        mark("No day is promised."), "", mark("Promise a day that holds.")
    ),
    "orders.stuck-late": Parts(
        mark("It was promised for {promised_on}."), "", mark("Call the customer with a new day.")
    ),
    "orders.stuck-to-pick": Parts(
        mark("Goods are ready for {count} of its lines."), "", mark("Pick and ship them.")
    ),
    "orders.stuck-to-ship": Parts(
        mark("Goods of it are being picked and packed (deliveries: {count})."),
        "",
        mark("Ship it when it is done."),
    ),
    "orders.stuck-to-bill": Parts(
        mark("{count} of its lines wait for an invoice."), "", mark("Make the invoice.")
    ),
    "orders.stuck-draft": Parts(
        mark("The order is a draft."), "", mark("Confirm it, and goods are reserved.")
    ),
}
