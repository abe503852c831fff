"""Sentences about reminders: who gets none and why, and what stands in the way of a run."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

RESUME = mark("Resume the invoice when the matter is settled.")

SENTENCES = {
    "reminders.disputed": Parts(
        mark("It is disputed since {day}: {reason}."),
        mark("A disputed invoice is never reminded of."),
        RESUME,
    ),
    "reminders.stopped": Parts(
        mark("Reminders of this invoice are stopped."),
        mark("Somebody stopped them by hand."),
        RESUME,
    ),
    "reminders.handed-over": Parts(
        mark("Handed over to collection on {day}."),
        mark("Who collects it writes to the customer."),
    ),
    "reminders.last-sent": Parts(
        mark("The last reminder was sent on {day}."),
        mark("There is no further letter after the last reminder."),
        mark("Hand the claim over to collection, or call the customer."),
    ),
    "reminders.customer-stopped": Parts(
        mark("Reminders of this customer are stopped."),
        mark("The terms of the contact say so."),
        mark("Change the terms of the contact."),
    ),
    "reminders.without-customer": Parts(
        mark("The invoice belongs to no contact."),
        mark("A letter needs somebody to go to."),
    ),
    "reminders.without-address": Parts(
        mark("The contact has no street and town."),
        mark("A letter by post needs an address."),
        mark("Write the address into the contact, and prepare the run again."),
    ),
    "reminders.in-grace": Parts(
        mark("Due on {due}, reminded of from {from_day}."),
        mark("The days of grace are not over yet."),
    ),
    "reminders.too-soon": Parts(
        mark("Reminded on {day}, again from {from_day}."),
        mark("Between two reminders some days pass."),
    ),
    "reminders.credit-covers": Parts(
        mark("What the customer has with us covers all that is overdue."),
        mark("Credit notes and payments that are not used yet are taken off."),
        mark("Set the credit off against the invoices."),
    ),
    "reminders.paid-meanwhile": Parts(
        mark("Paid or credited since the run was prepared."),
        mark("Each letter is reckoned once more before it is issued."),
    ),
    "reminders.no-rate": Parts(
        mark("No rate of interest is known for {day}."),
        mark("The table of rates begins later."),
        mark("Write an agreed rate for the run, or leave this customer out."),
    ),
    "reminders.rates-outdated": Parts(
        mark("The base rate is known until {until} only."),
        mark("Without a newer one the last rate goes on. Source: {source}."),
        mark("Look the rate of the new half-year up, and write it into the run."),
    ),
    "reminders.rates-unchecked": Parts(
        mark("The base rate was last checked on {checked}."),
        mark("Rates change. Source: {source}."),
        mark("Compare the rate with its source before you issue the run."),
    ),
    "reminders.rate-not-checked": Parts(
        mark("Nobody has checked the base rate of {rate} since {since} yet."),
        mark("It was only worked out by the law. Source: {source}."),
        mark("Look it up, and write it into the run."),
    ),
    "reminders.interest-by-contract": Parts(
        mark("No interest: the law here leaves it to the contract."),
        mark("Without an agreed rate nothing is claimed beside the invoices."),
        mark("Write the rate that was agreed with your customers, if there is one."),
    ),
    "reminders.without-reason": Parts(
        mark("Say why."),
        mark("The reason is shown wherever the invoice is left out."),
        mark("Write a few words."),
    ),
    "reminders.days-out-of-range": Parts(
        mark("{days} days are not between 0 and {most}."), "", mark("Write fewer days.")
    ),
    "reminders.negative": Parts(
        mark("{figure} is below nothing."), "", mark("Write nothing, or a positive figure.")
    ),
    "reminders.wrong-level": Parts(
        mark("There is no reminder of level {level}."),
        mark("Reminders go from 1 to {last}."),
        mark("Choose one of these levels."),
    ),
    "reminders.day-to-come": Parts(
        mark("The day {day} has not come yet."),
        mark("Interest is claimed up to today at the latest."),
        mark("Write today or an earlier day."),
    ),
    "reminders.nothing": Parts(
        mark("Nothing is overdue on {day}."),
        mark("A reminder tells of what is past its due day."),
    ),
    "reminders.begun": Parts(
        mark("Letters of the run are issued already: {issued}."),
        mark("What was issued stays."),
        mark("Issue the rest, or leave it out."),
    ),
    "reminders.ended": Parts(
        mark("The run is at its end."),
        mark("A run that was issued or discarded is not changed."),
        mark("Prepare a new run."),
    ),
    "reminders.not-ready": Parts(
        mark("The letter {number} does not wait to be issued."),
        mark("Only a letter that waits can be changed, and only an issued one sent."),
    ),
    "reminders.not-withdrawable": Parts(
        mark("The reminder {number} cannot be withdrawn."),
        mark("A later reminder, or a payment of its interest or fee, stands on it."),
        mark("Withdraw the later reminder, or reverse the payment, first."),
    ),
    "reminders.nothing-stopped": Parts(
        mark("The invoice is neither disputed nor stopped."),
        mark("There is nothing to resume."),
    ),
    "reminders.not-yet-collected": Parts(
        mark("The claim cannot be handed over yet."),
        mark("It is handed over after the last reminder, and not while disputed or stopped."),
        mark("Send the reminders first."),
    ),
    "reminders.in-collection": Parts(
        mark("The claim was handed over on {day} already."), mark("Once is enough.")
    ),
    "reminders.not-a-claim": Parts(
        mark("Nothing is owed to us on {number}."),
        mark("Only an issued invoice that is not paid can be disputed, stopped or collected."),
    ),
}
