"""Sentences about letters: what is missing in them, and which moves are not possible."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

STAYS = mark("The number and the paper of an issued letter stay as they are.")
WINDOW = mark("The letter would not arrive without it.")

INCOMING = {
    "letters.without-sender": Parts(
        mark("The letter has no sender."), "", mark("Write who sent it.")
    ),
    "letters.without-subject": Parts(
        mark("The letter has no subject."), "", mark("Write in a few words what it is about.")
    ),
    "letters.received-ahead": Parts(
        mark("{day} is still to come."),
        mark("A letter cannot have been received after today, {today}."),
        mark("Check the day of receipt."),
    ),
    "letters.written-after-receipt": Parts(
        mark("The letter is dated {day}, after the day on which it came."),
        "",
        mark("Check both days."),
    ),
    "letters.reply-days-out-of-range": Parts(
        mark("A period of {days} days cannot be."),
        "",
        mark("Write a number between 0 and {most}."),
    ),
    "letters.reply-before-receipt": Parts(
        mark("The answer would be due on {day}, before the letter came."),
        "",
        mark("Check the day until which an answer is due."),
    ),
    "letters.document-taken": Parts(
        mark("This document is the letter {number} already."),
        mark("One document is the paper of one letter."),
        mark("Choose another document, or open that letter."),
    ),
    "letters.answers-a-draft": Parts(
        mark("The letter cannot answer one of ours that was never issued."),
        "",
        mark("Choose a letter that has a number."),
    ),
    "letters.answers-itself": Parts(
        mark("Our letter {number} answers this one."),
        mark("Two letters cannot each answer the other."),
        mark("Choose another letter."),
    ),
    "letters.without-person": Parts(
        mark("Nobody is named."), "", mark("Write who takes care of the letter.")
    ),
    "letters.without-reason": Parts(
        mark("There is no reason."),
        mark("Whoever reads the register later wants to know why."),
        mark("Write the reason in a few words."),
    ),
    "letters.filed": Parts(
        mark("The letter {number} is filed."),
        mark("Only where its paper is and our note can still be changed."),
        "",
    ),
}

OUTGOING = {
    "letters.without-addressee": Parts(
        mark("The letter is written to nobody."), "", mark("Choose a contact, or write a name.")
    ),
    "letters.without-address": Parts(
        mark("The address of the letter has no {part}."),
        WINDOW,
        mark("Add it to the letter, or to the contact."),
    ),
    "letters.without-email": Parts(
        mark("There is no e-mail address to send the letter to."),
        WINDOW,
        mark("Add it to the letter, or to the contact."),
    ),
    "letters.without-words": Parts(
        mark("The letter says nothing yet."), "", mark("Write it, or choose a template.")
    ),
    "letters.enclosure-gone": Parts(
        mark("A document that the letter encloses is not in the archive."),
        mark("It was put into the trash or destroyed, or you may not see it."),
        mark("Take it out of the enclosures, or take it back in the archive."),
    ),
    "letters.picture-lost": Parts(
        mark("A picture in the letter is not in the archive."),
        mark("It may have been written by a script, or come from another company."),
        mark("Take the picture out, or put it in again."),
    ),
    "letters.dated-ahead": Parts(
        mark("The letter is dated {day}, which is too far ahead."),
        mark("All later letters would have to be dated after it; today is {today}."),
        mark("Date it today."),
    ),
    "letters.not-a-picture": Parts(
        mark("This cannot be shown in a letter."),
        mark("Letters show PNG and JPEG pictures of at most 10 MB."),
        mark("Save the picture as one of these, smaller if need be, and insert it again."),
    ),
    "letters.not-a-draft": Parts(
        mark("The letter is no draft any more."),
        STAYS,
        mark("Copy it to write a new one."),
    ),
    "letters.not-approved": Parts(
        mark("The letter “{subject}” was not approved yet."),
        mark("Letters of its type need two people."),
        mark("Ask somebody else to approve it."),
    ),
    "letters.own-approval": Parts(
        mark("{who} wrote the letter and cannot approve it."),
        mark("Letters of its type need two people."),
        mark("Ask somebody else to approve it."),
    ),
    "letters.not-registered": Parts(
        mark("The letter “{subject}” has no number yet."),
        mark("Only a registered letter can be answered."),
        mark("Register it first."),
    ),
    "letters.negative-postage": Parts(
        mark("Postage cannot be {amount}."), "", mark("Write what was paid, or leave it empty.")
    ),
    "letters.postage-currency": Parts(
        mark("Postage is paid in {expected}, not in {currency}."),
        "",
        mark("Write the amount in {expected}."),
    ),
}

KINDS = {
    "letters.type-without-name": Parts(
        mark("The type of letter has no name."), "", mark("Write its name.")
    ),
    "letters.type-taken": Parts(
        mark("There is a type of letter {name} already."), "", mark("Choose another name.")
    ),
    "letters.signatory-without-name": Parts(
        mark("Whoever signs has no name."), "", mark("Write the name.")
    ),
}

SENTENCES = {**INCOMING, **OUTGOING, **KINDS}
