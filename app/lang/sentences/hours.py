"""Sentences about hours: what stands in the way of writing, approving and locking them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

ONE_AT_A_TIME = mark("Nobody works twice at the same time.")
CORRECT_TIMES = mark("Correct the times.")

SENTENCES = {
    "hours.week-not-open": Parts(
        mark("The week of {monday} is not open any more."),
        mark("Its hours were handed in, and whoever approves them reads them as they are."),
        mark("Take the week back, or ask whoever approved it to open it again."),
    ),
    "hours.week-not-submitted": Parts(
        mark("The week of {monday} has not been handed in."),
        mark("Only a week that was handed in is approved."),
        mark("Hand it in first."),
    ),
    "hours.week-not-approved": Parts(
        mark("The week of {monday} has not been approved."),
        mark("Payroll takes only hours that somebody approved."),
        mark("Approve it first."),
    ),
    "hours.week-locked": Parts(
        mark("The week of {monday} is locked."),
        mark("Payroll has taken its hours, and they were paid as they stand."),
        mark("Write what is missing in the next week, with a note."),
    ),
    "hours.week-not-decided": Parts(
        mark("The week of {monday} is open already."),
        mark("Its hours can be changed as it is."),
        "",
    ),
    "hours.clock-runs": Parts(
        mark("The clock runs since {since}."),
        ONE_AT_A_TIME,
        mark("Clock out first."),
    ),
    "hours.clock-stands": Parts(
        mark("The clock does not run."),
        mark("Only a clock that runs can be stopped."),
        mark("Clock in, or write the hours in the week."),
    ),
    "hours.clock-forgotten": Parts(
        mark("The clock has run since {since}: for {hours} hours."),
        mark("Nobody works so long at a stretch: it was left running."),
        mark("Say when work ended."),
    ),
    "hours.nothing-worked": Parts(
        mark("The work would end when it began."),
        mark("Hours are at least a minute long."),
        CORRECT_TIMES,
    ),
    "hours.overlapping": Parts(
        mark("There are hours from {began} to {ended} already on {day}."),
        ONE_AT_A_TIME,
        CORRECT_TIMES,
    ),
    "hours.no-such-time": Parts(
        mark("On {day} there was no {time}."),
        mark("The clocks were put forward over it."),
        CORRECT_TIMES,
    ),
    "hours.too-long": Parts(
        mark("That would be {hours} hours of {day}."),
        mark("A day has 24 hours."),
        CORRECT_TIMES,
    ),
    "hours.to-come": Parts(
        mark("{day} has not come yet."),
        mark("Hours are written when they were worked."),
        mark("Write them then, or correct the day."),
    ),
    "hours.day-out-of-reach": Parts(
        mark("{day} is out of reach."),
        mark("Nobody's hours are of such a year."),
        mark("Correct the day."),
    ),
    "hours.pause-too-long": Parts(
        mark("The pause is longer than the work."),
        mark("Of {minutes} minutes none would be left."),
        mark("Correct the pause or the times."),
    ),
    "hours.not-employed-then": Parts(
        mark("Number {number} did not work here on {day}."),
        mark("Hours are of days of the employment."),
        mark("Correct the day, or the days of the employment in the file of the person."),
    ),
    "hours.nothing-to-copy": Parts(
        mark("Nothing was copied into the week of {monday}."),
        mark("The week before has no hours, or every day has some already."),
        mark("Write the hours yourself."),
    ),
    "hours.rule-without-name": Parts(
        mark("The rule has no name."), mark("Sheets say by which rule overtime was reckoned."), ""
    ),
    "hours.rule-without-day": Parts(
        mark("The rule has no first day."), mark("Rules hold from a day on."), ""
    ),
    "hours.percent-out-of-range": Parts(
        mark("{percent} is no percentage of pay."),
        mark("150 is one and a half times the pay of the hour; the most is 1000."),
        "",
    ),
    "hours.steps-out-of-order": Parts(
        mark("The steps of the overtime are not in order."),
        mark("The first begins at the limit, each next one later."),
        "",
    ),
    "hours.limit-out-of-range": Parts(
        mark("{hours} hours are no limit."),
        mark("A day has 24 hours, a week 168."),
        "",
    ),
    "hours.same-rule": Parts(
        mark("There is a rule from {day} on already."),
        mark("On one day one rule holds for an agreement."),
        mark("Change that one, or begin this one on another day."),
    ),
}
