"""Sentences about people: what stays behind the wall."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

UNSIGNED = mark("Draft a new version: the signed one stays as it was agreed.")
DATES = mark("Mend the day.")

SENTENCES = {
    "employees.own-approval": Parts(
        mark("Nobody approves what is their own."),
        mark("{who} is the person whom this is about."),
        mark("Ask a colleague to look at it."),
    ),
    "employees.ends-before-start": Parts(
        mark("The last day is before the first one."),
        mark("{number} begins on {starts}, and {ends} is earlier."),
        DATES,
    ),
    "employees.has-left": Parts(
        mark("{number} has a last day already: {day}."),
        "",
        mark("Take that back first if it is wrong."),
    ),
    "employees.no-photo": Parts(
        mark("This file cannot be a photo."),
        mark("A photo is a picture in PNG or JPEG format of at most 20 MiB."),
        mark("Choose another file."),
    ),
    "employees.has-not-left": Parts(mark("No last day of {number} is written down.")),
    "employees.no-day": Parts(mark("The day is missing."), "", mark("Write the day.")),
    "employees.no-name": Parts(mark("The name is missing."), "", mark("Write the name.")),
    "employees.starts-after-end": Parts(
        mark("The first day is after the last one, {ends}."), "", DATES
    ),
    "employees.own-manager": Parts(
        mark("Nobody is their own manager."), "", mark("Choose somebody else, or nobody.")
    ),
    "employees.manager-cycle": Parts(
        mark("{name} is led by this person, directly or by others."),
        mark("So on {day} everybody in the circle would lead the others."),
        mark("Choose somebody else, or change who leads {name} first."),
    ),
    "employees.number-taken": Parts(
        mark("The number {number} belongs to somebody else."),
        "",
        mark("Leave it empty for the next free one."),
    ),
    "employees.user-taken": Parts(
        mark("{user} is already the user name of {number}."),
        mark("One name stands for one person, so that nobody approves what is their own."),
        mark("Write another name."),
    ),
    "employees.before-start": Parts(
        mark("Nothing is known of the person so early."),
        mark("The first day of work is {starts}."),
        mark("Write that day or a later one."),
    ),
    "employees.no-email": Parts(
        mark("{value} is no e-mail address."), "", mark("Write it as name@firm.example.")
    ),
    "employees.later-record": Parts(
        mark("From {day} something else is written already, and stays as it is."),
        mark("A change holds until the next one."),
        mark("Change that too if it is to be the same."),
    ),
    "employees.wrong-identity": Parts(
        mark("This is no identity number of {country}: some sign of it is wrong."),
        "",
        mark("Compare it with the card; it looks like {example}."),
    ),
    "employees.temporary-identity": Parts(
        mark("This is a temporary identity number."),
        mark("Numbers with 900 to 999 are given until the population register has one."),
        mark("Write the right one as soon as it is known: authorities refuse this one."),
    ),
    "employees.identity-without-country": Parts(
        mark("The state that gave the identity number is missing."), "", mark("Choose the state.")
    ),
    "employees.born-otherwise": Parts(
        mark("The identity number tells another birth day."),
        "",
        mark("Compare both with the card, or leave the birth day empty."),
    ),
    "employees.born-later": Parts(mark("The birth day is still to come."), "", DATES),
    "employees.no-emergency-name": Parts(
        mark("Whom to call is missing."), "", mark("Write the name, or take the line out.")
    ),
    "employees.wrong-account": Parts(
        mark("This is no account: a sign or the check digits are wrong."),
        "",
        mark("Compare it with what the person wrote."),
    ),
    "employees.no-bank-code": Parts(
        mark("The code of the bank is missing."), "", mark("Write it beside the number.")
    ),
    "contracts.not-a-draft": Parts(
        mark("This contract is not a draft any more."),
        mark("What was signed is not written on."),
        UNSIGNED,
    ),
    "contracts.not-signed": Parts(
        mark("This contract is not in force."),
        mark("Only a signed contract is ended or gets a new version."),
        mark("Sign it first, or throw the draft away."),
    ),
    "contracts.overlapping": Parts(
        mark("Another signed contract of this person holds from {starts} to {ends}."),
        mark("On no day two contracts hold at once."),
        mark("End that one before, or make this one its new version."),
    ),
    "contracts.overlapping:open": Parts(
        mark("Another signed contract of this person holds from {starts} on."),
        mark("On no day two contracts hold at once."),
        mark("End that one before, or make this one its new version."),
    ),
    "contracts.version-too-early": Parts(
        mark("The new version begins on {day}, before the one it replaces ({starts})."),
        "",
        DATES,
    ),
    "contracts.ends-too-early": Parts(
        mark("The contract begins on {starts} and cannot end on {day}."), "", DATES
    ),
    "contracts.paper-outdated": Parts(
        mark("The paper {title} was written before the draft was changed."),
        mark("What is signed has to say what holds."),
        mark("Write the paper again, then sign."),
    ),
    "contracts.ends-already": Parts(
        mark("The contract ends on {ends} already, before {day}."),
        "",
        mark("Draft a new version to make it longer."),
    ),
    "contracts.no-position": Parts(
        mark("The work is missing."), "", mark("Write what the person is employed as.")
    ),
    "contracts.ends-before-start": Parts(
        mark("The contract ends on {ends}, before it starts on {starts}."), "", DATES
    ),
    "contracts.no-end": Parts(
        mark("A contract for a fixed term needs its last day."), "", mark("Write the last day.")
    ),
    "contracts.probation-outside": Parts(
        mark("The probation does not end within the contract: {starts} to {ends}."),
        "",
        DATES,
    ),
    "contracts.long-probation": Parts(
        mark("The law lets the probation last until {latest} at most."),
        "",
        mark("Shorten it, unless the collective agreement allows more."),
    ),
    "contracts.wrong-hours": Parts(
        mark("{hours} hours a week are not possible."),
        mark("A week has 168 hours, counted with two decimals."),
        "",
    ),
    "contracts.wrong-notice": Parts(mark("{days} days of notice are not possible.")),
    "contracts.negative-pay": Parts(mark("The pay is below nought."), "", mark("Mend the amount.")),
    "contracts.before-employment": Parts(
        mark("The person begins on {starts}, after the contract."), "", DATES
    ),
    "contracts.after-employment": Parts(
        mark("The person has left on {ends}, before the contract begins."), "", DATES
    ),
    "belongings.no-name": Parts(mark("The name is missing."), "", mark("Write the name.")),
    "belongings.expires-first": Parts(
        mark("It expires on {expires}, before it was issued on {issued}."), "", DATES
    ),
    "belongings.back-first": Parts(
        mark("It came back on {returned}, before it was handed out on {handed}."), "", DATES
    ),
    "checklists.no-steps": Parts(
        mark("No step is written."), "", mark("Write what is to be done.")
    ),
    "checklists.no-reason": Parts(
        mark("A reason is missing."),
        mark("What is left out is explained."),
        mark("Write the reason."),
    ),
    "checklists.step-done": Parts(
        mark("The step “{text}” is done or left out already."), "", mark("Take it back first.")
    ),
    "departments.no-name": Parts(mark("The name is missing."), "", mark("Write the name.")),
    "departments.name-taken": Parts(
        mark("There is a department {name} already."), "", mark("Write another name.")
    ),
    "departments.circle": Parts(
        mark("{name} is a part of this department, directly or through others."),
        "",
        mark("Choose another one above it, or none."),
    ),
    "calendars.no-name": Parts(mark("The name is missing."), "", mark("Write the name.")),
    "calendars.unknown-region": Parts(
        mark("No region {region} is known."),
        mark("Its holidays could not be reckoned."),
        mark("Write its code as in ISO 3166-2, like BY for Bavaria, or leave it empty."),
    ),
    "calendars.wrong-minutes": Parts(mark("A day of {minutes} minutes is not possible.")),
    "wall.closed": Parts(
        mark("This is not shown to you."),
        mark("Pay, identity numbers, health and the private addresses of people are sealed."),
        mark("Ask the owner for the right to read what is private of employees."),
    ),
    "wall.key-gone": Parts(
        mark("What was private of this person is gone for ever."),
        mark("The key that it was sealed with was destroyed."),
        "",
    ),
    "wall.seal-broken": Parts(
        mark("What is private here cannot be read: {place}."),
        mark("It was changed outside Backdesk, or the file is damaged."),
        mark("Open a backup, and tell whoever looks after this computer."),
    ),
    "pins.none": Parts(
        mark("No PIN opens self-service for this person."),
        "",
        mark("The personnel office gives one on the person's page."),
    ),
    "pins.must-wait": Parts(
        mark("The PIN was wrong too often."),
        mark("It is not looked at before {until}; every wrong one doubles the wait."),
        mark("Wait, or let the personnel office give a new one."),
    ),
    "pins.spent": Parts(
        mark("The PIN was wrong so often that it opens nothing any more."),
        "",
        mark("Let the personnel office give a new one."),
    ),
    "pins.wrong-length": Parts(
        mark("A PIN has {least} to {most} digits."), "", mark("Choose another one.")
    ),
    "pins.not-digits": Parts(mark("A PIN is made of digits."), "", mark("Write digits only.")),
    "pins.too-plain": Parts(
        mark("This PIN is among the first that a stranger would try."),
        "",
        mark("Choose one without rows and repeats."),
    ),
    "pins.same-again": Parts(
        mark("This is the PIN that stands now."), "", mark("Choose another one.")
    ),
    "own.nobody": Parts(
        mark("Nobody came in with a PIN."),
        mark("One's own data is shown to who shows who asks."),
        mark("Open self-service and type your PIN."),
    ),
    "own.not-own": Parts(mark("This belongs to somebody else.")),
    "own.choose-pin": Parts(
        mark("The PIN was given to you by somebody else."),
        mark("From now on only you are to know it."),
        mark("Choose your own PIN first."),
    ),
    "own.nothing-new": Parts(
        mark("Nothing is to be changed."), "", mark("Change what is no longer right.")
    ),
    "own.without-answer": Parts(
        mark("A refusal needs a reason."), "", mark("Say in a line why it is refused.")
    ),
    "applicants.no-name": Parts(mark("The name is missing."), "", mark("Write the name.")),
    "applicants.no-position": Parts(
        mark("The position is missing."), "", mark("Write what the application is for.")
    ),
    "applicants.deleted-first": Parts(
        mark("The day of forgetting is before the application of {applied}."),
        "",
        mark("Mend the day."),
    ),
}
