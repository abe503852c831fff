"""Sentences about what is handed over to pay, and about loans."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "leave.component-unknown": Parts(
        mark("“{component}” pays for no days of leave."),
        mark("A component that does takes an amount."),
        mark("Choose another, or let the salary go on."),
    ),
    "loans.lent-nothing": Parts(
        mark("An amount to be lent is missing."), "", mark("Write how much is lent.")
    ),
    "loans.instalment-wrong": Parts(
        mark("An instalment is more than nothing and at most what is lent."),
        "",
        mark("Write how much each pay takes."),
    ),
    "loans.many-times": Parts(
        mark("It would be paid back in more than {most} instalments."),
        "",
        mark("Write a larger instalment."),
    ),
    "loans.other-currency": Parts(
        mark("A loan is in {currency}, the currency of the pay."),
        "",
        mark("Write the amount in {currency}."),
    ),
    "loans.not-a-loan": Parts(
        mark("Nothing of this is owed to the office."),
        mark("A garnishment is paid to who it is for."),
        "",
    ),
    "loans.paid-back-too-much": Parts(
        mark("What is paid back is more than nothing and at most what is left."),
        "",
        mark("Look at what is left, and write the amount again."),
    ),
    "payroll.weeks-waiting": Parts(
        mark("Weeks of {employee} that nobody has approved: {weeks}."),
        mark("Their overtime is not in this run."),
        mark("Approve them and calculate again, or leave them to the next run."),
    ),
    "payroll.claim-waiting": Parts(
        mark("The expense claim {number} of {employee} is not booked."),
        mark("It is not paid with this run."),
        mark("Book it and calculate again, or leave it to the next run."),
    ),
    "payroll.leave-late": Parts(
        mark("The leave of {employee} from {first} to {last} was decided after the run {run}."),
        mark("That run paid for its days as if there were none."),
        mark("Correct the run {run}."),
    ),
    "payroll.leave-left": Parts(
        mark("{employee} leaves with {days} days of leave."),
        mark("Nobody has written that they are paid out."),
        mark("Pay them out under Leave, and calculate again."),
    ),
    "payroll.leave-by-hand": Parts(
        mark("The leave of {employee} that is paid out has to be reckoned by hand."),
        mark("For pay by the hour or the day the law goes by what was earned."),
        mark("Write the amount as an item of the person."),
    ),
    "payroll.days-unchecked": Parts(
        mark("Nobody has checked by which days a part of a month is paid."),
        mark("Its source: {source}."),
        mark("Compare it with its source before you rely on it."),
    ),
}
