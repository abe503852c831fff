"""Sentences about leave: what stands in the way of a request, a type, or a row of the ledger."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "leave.last-before-first": Parts(
        mark("The leave ends before it begins."),
        mark("The last day is not before the first; both are included."),
        mark("Change one of the two days."),
    ),
    "leave.parts-apart": Parts(
        mark("There is a gap in the leave."),
        mark("A leave of several days begins with an afternoon and ends with a morning, or whole."),
        mark("Choose other halves, or ask for two leaves."),
    ),
    "leave.no-days": Parts(
        mark("Nothing of it is a day of leave."),
        mark("All of it are days off or holidays."),
        mark("Choose other days."),
    ),
    "leave.without-type": Parts(
        mark("The leave has no type."),
        mark("The type says how the days are counted."),
        mark("Choose a type of leave."),
    ),
    "leave.type-closed": Parts(
        mark("The type of leave “{type}” is closed."),
        mark("Nothing new is asked for of it."),
        mark("Choose another type of leave."),
    ),
    "leave.not-employed": Parts(
        mark("The person does not work here on all of these days."),
        mark("The employment begins on {first}."),
        mark("Choose days within the employment."),
    ),
    "leave.not-enough": Parts(
        mark("Then {short} days are missing."),
        mark("Of this type no more is taken than is left, with what was asked for already."),
        mark("Ask for fewer days, or for another type of leave."),
    ),
    "leave.own-overlap": Parts(
        mark("There is a leave from {first} to {last} already."),
        mark("Nobody is away twice on one day."),
        mark("Choose other days, or cancel the other leave first."),
    ),
    "leave.blocked": Parts(
        mark("On these days no leave is planned: {name}."),
        mark("The office needs everybody then."),
        mark("Grant it all the same, or agree on other days."),
    ),
    "leave.many-away": Parts(
        mark("{who}: away on these days already."),
        mark("“{name}” lets no more than {most} be away at a time."),
        mark("Grant it all the same, or agree on other days."),
    ),
    "leave.without-proof": Parts(
        mark("A certificate is missing."),
        mark("More than {days} days need a proof."),
        mark("File the certificate and name it here when it has come."),
    ),
    "leave.without-answer": Parts(
        mark("The reason is missing."),
        mark("Whoever asked is told why."),
        mark("Write a short reason."),
    ),
    "leave.type-without-code": Parts(
        mark("The type has no code."),
        mark("Imports and payroll name it by its code."),
        mark("Write a short code, such as “annual”."),
    ),
    "leave.code-taken": Parts(
        mark("There is a type with the code “{code}” already."),
        mark("A code names one type."),
        mark("Write another code."),
    ),
    "leave.type-without-name": Parts(
        mark("The type of leave has no name."),
        mark("Requests and lists show the name."),
        mark("Write a name."),
    ),
    "leave.type-without-days": Parts(
        mark("It does not say how many days a year are earned."),
        mark("This way of earning needs a number of days."),
        mark("Write the days a year, or choose that nothing is earned."),
    ),
    "leave.wrong-days": Parts(
        mark("These days a year cannot be."),
        mark("From 0 to {most} days, in hundredths."),
        mark("Write another number of days."),
    ),
    "leave.years-twice": Parts(
        mark("{years} years of service stand there twice."),
        mark("Each number of years has one number of days."),
        mark("Remove one of the two rows."),
    ),
    "leave.wrong-month": Parts(
        mark("The year of leave begins in no month."),
        mark("Months are numbered from 1 to 12."),
        mark("Choose a month."),
    ),
    "leave.wrong-carry": Parts(
        mark("What goes on into the next year cannot be so."),
        mark("Days are not below zero, and months are from 0 to {most}."),
        mark("Write other days or months."),
    ),
    "leave.health-earns": Parts(
        mark("Nothing is earned of a type that is about health."),
        mark("A ledger of it would tell everybody of the illness."),
        mark("Choose that nothing is earned."),
    ),
    "leave.block-without-name": Parts(
        mark("The block list has no name."),
        mark("Whoever asks for leave reads the name."),
        mark("Write why nobody is to be away, such as “Stocktaking”."),
    ),
    "leave.block-backwards": Parts(
        mark("The block list ends before it begins."),
        mark("The last day is not before the first; both are included."),
        mark("Change one of the two days."),
    ),
    "leave.block-below-nothing": Parts(
        mark("Fewer than nobody cannot be away."),
        mark("The number is 0 or more."),
        mark("Write how many may be away at a time."),
    ),
    "leave.without-reason": Parts(
        mark("The reason is missing."),
        mark("The ledger says of every row why it stands there."),
        mark("Write a short reason."),
    ),
    "leave.no-change": Parts(
        mark("No days are added or taken away."),
        mark("A row of the ledger changes the balance."),
        mark("Write how many days; fewer with a minus."),
    ),
    "leave.wrong-days-moved": Parts(
        mark("So many days cannot be."),
        mark("At most {most} days, in hundredths."),
        mark("Write another number of days."),
    ),
    "leave.expires-before": Parts(
        mark("The days would expire before they are there."),
        mark("The last day to take them is not before the day from which they count."),
        mark("Write a later day, or none."),
    ),
    "leave.nothing-to-pay-out": Parts(
        mark("There is nothing to pay out."),
        mark("Leave is paid out when an employment has a last day and days are left."),
        mark("Write down the last day of the person first, or look at the ledger."),
    ),
    "leave.not-by-hand": Parts(
        mark("This row is not taken back by hand."),
        mark("It follows from the employment and the leaves."),
        mark("Change what it follows from: cancel the leave, or settle days with a reason."),
    ),
    "leave.calendar-too-long": Parts(
        mark("So many days do not go into one calendar."),
        mark("It shows at most {most} days."),
        mark("Choose a shorter time."),
    ),
}
