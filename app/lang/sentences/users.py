"""Sentences about users: logging in, passwords, roles, and who may not do something alone."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

ASK_AN_OWNER = mark("Ask an owner of this company.")

SENTENCES = {
    "log.too-much": Parts(
        mark("That are {count} entries, and no more than {most} are printed at once."),
        "",
        mark("Narrow the log to fewer days or to one person, or export it."),
    ),
    "keys.log-in-needed": Parts(
        mark("This company opens with a user name and a password."),
        "",
        mark("Enter your name and your password."),
    ),
    "keys.wrong-log-in": Parts(
        mark("Name and password do not belong together."),
        mark("Capital and small letters are not the same in a password."),
        mark("Enter both again, or ask an owner for a new password."),
    ),
    "keys.too-many-tries": Parts(
        mark("The password was wrong too often."),
        mark("Each further try has to wait longer, so that nobody tries them all."),
        mark("Wait {seconds} s, then enter it again."),
    ),
    "boxes.not-opened": Parts(
        mark("A key of this company does not fit."),
        mark("It was changed, or it belongs to another company."),
        mark("Restore the company from its latest backup."),
    ),
    "users.has-users": Parts(
        mark("This company has users already."),
        mark("Only an owner makes further ones."),
        mark("Log in as an owner and make the user there."),
    ),
    "users.keys-lacking": Parts(
        mark("You hold no key of what is private of people, so you cannot give it to others."),
        mark("Only an owner gives and takes keys."),
        ASK_AN_OWNER,
    ),
    "permissions.above-limit": Parts(
        mark("{amount} is above what you may decide alone."),
        mark("Your limit is {most}, in its own currency only."),
        mark("Let somebody with a higher limit do it."),
    ),
    "users.none-yet": Parts(
        mark("This company has no users yet."),
        mark("It opens for everybody who opens it on this computer."),
        mark("Begin with users under Company, Users."),
    ),
    "users.last-owner": Parts(
        mark("{name} is the last owner of this company."),
        mark("Without an owner nobody could let anybody in any more."),
        mark("Make somebody else an owner first."),
    ),
    "drafts.still-a-user": Parts(
        mark("{name} may still log in."),
        mark("What was typed and not saved is there for {name} to go on with."),
        mark("Shut the user out first."),
    ),
    "users.not-a-user": Parts(mark("{name} is not a user of this company."), "", ASK_AN_OWNER),
    "users.no-key-store": Parts(
        mark("This computer has no key store that keeps a key."),
        "",
        mark("Log in with your password."),
    ),
    "users.shut-out": Parts(
        mark("{name} has been shut out of this company."),
        mark("An owner did so while the company was open; what was typed is kept."),
        ASK_AN_OWNER,
    ),
    "users.not-an-owner": Parts(
        mark("{name} is not an owner of this company."),
        mark("The recovery code gives an owner another password, and nobody else."),
        mark("Enter the name of an owner."),
    ),
    "users.code-mistyped": Parts(
        mark("The recovery code is not as it was printed."),
        mark("It has seven groups of four characters; one is wrong, missing or too many."),
        mark("Compare it with the page, group by group."),
    ),
    "users.no-name": Parts(mark("A name is missing.")),
    "users.name-taken": Parts(mark("{name} is taken already.")),
    "users.name-too-long": Parts(mark("The name has more than {most} characters.")),
    "users.name-stays": Parts(
        mark("The name of a user cannot be changed, because the log names it."),
    ),
    "users.no-role": Parts(mark("Without a role this user sees nothing.")),
    "users.unknown-role": Parts(mark("There is no role {role}.")),
    "users.unknown-permission": Parts(mark("There is no right {permission}.")),
    "users.password-too-short": Parts(mark("A password has at least {least} characters.")),
    "users.password-is-name": Parts(mark("The password is the name.")),
    "users.limit-below-nothing": Parts(mark("A limit cannot be below zero.")),
}
