"""Sentences about second pairs of eyes: what waits for another person, and who may decide."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "approvals.waits": Parts(
        mark("It was not done yet: another person looks at it first."),
        mark("It waits under Company, Approvals. {names} may approve it."),
        mark("You can withdraw it there."),
    ),
    "approvals.needed": Parts(
        mark("Another person has to look at this first."),
        mark("Among many, or inside longer work, it does not wait by itself."),
        mark("Do this one alone; then it waits under Company, Approvals."),
    ),
    "approvals.nobody-else": Parts(
        mark("Another person has to look at this first, and nobody else may do it."),
        mark("Who asks never approves it."),
        mark("Ask an owner to give somebody else the right."),
    ),
    "approvals.cannot-wait": Parts(
        mark("Another person has to look at this first, but it cannot wait."),
        mark("It holds private data that belongs to no one person, and is not kept meanwhile."),
        mark("Leave out what needs the other person, and do that part by itself."),
    ),
    "approvals.too-large": Parts(
        mark("Another person has to look at this first, but its files are too large to wait."),
        mark("At most {most} MiB of files are kept with a request."),
        mark("Divide the files, and do one part after the other."),
    ),
    "approvals.no-file": Parts(
        mark("Another person has to look at this first, but it cannot wait."),
        mark("Only files are kept with a request: {file} is a folder, or is not there any more."),
        mark("Choose files that are there, and ask again."),
    ),
    "approvals.decided": Parts(
        mark("This was decided already."),
        mark("{by} was faster."),
    ),
    "approvals.own": Parts(
        mark("You asked for this yourself."),
        mark("Another person approves or refuses it."),
        mark("You can withdraw it."),
    ),
    "approvals.not-yours": Parts(
        mark("{name} asked for this."),
        mark("Only who asked withdraws it."),
        mark("You can refuse it."),
    ),
    "approvals.moved-on": Parts(
        mark("This is no longer what was asked for: something was changed since."),
        mark("You would approve what nobody showed you."),
        mark("Refuse it, and let it be asked for again."),
    ),
    "approvals.secret-needed": Parts(
        mark("A password is missing."),
        mark("Passwords are not kept while something waits."),
        mark("Enter the password that the user begins with, and tell it to the user."),
    ),
    "approvals.no-second": Parts(
        mark("{name} is the only owner of this company."),
        mark("Nobody else could approve anything."),
        mark("Make somebody else an owner first."),
    ),
    "approvals.least-without-amount": Parts(mark("Only the rule of amounts has an amount.")),
    "approvals.least-below-nothing": Parts(mark("An amount cannot be below zero.")),
    "from-backups.second-wanted": Parts(
        mark("A second person has to be there: the owner of this backup asked for it."),
        mark("A company that is not there yet cannot keep a request."),
        mark("Let somebody else who may restore enter name and password as the second person."),
    ),
    "approvals.without-reason": Parts(mark("Say why you refuse it.")),
}
