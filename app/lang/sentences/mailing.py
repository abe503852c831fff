"""Sentences about mailing lists."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "mailing.without-name": Parts(mark("The mailing list has no name."), "", mark("Write one.")),
    "mailing.name-taken": Parts(
        mark("There is a mailing list called {name} already."),
        mark("Two would not be told apart."),
        mark("Choose another name."),
    ),
    "mailing.nobody": Parts(
        mark("Nobody is on the mailing list."), "", mark("Add contacts, or write a rule.")
    ),
    "merging.mailing-stopped": Parts(
        mark("The contact wants no letters that go to many."),
        "",
        mark("Write alone, or take the stop out at the contact."),
    ),
    "merging.reminder-stopped": Parts(
        mark("Reminders to the contact are stopped: something is not settled."),
        "",
        mark("Write alone, or take the stop out at the contact."),
    ),
    "merging.put-away": Parts(
        mark("The contact was put away."), "", mark("Take it back to write to it.")
    ),
    "merging.without-language": Parts(
        mark("The template says nothing in the language of the list ({language})."),
        mark("Everybody on the list reads that language."),
        mark("Write the template in it, or choose another."),
    ),
    "merging.nobody-on-it": Parts(
        mark("Nobody is on the mailing list today."),
        "",
        mark("Choose another list, or change its rule."),
    ),
    "merging.nobody-fits": Parts(
        mark("Nobody who was skipped can get the letter yet."),
        mark("What was missing is still missing."),
        mark("Mend it at the contacts, then try again."),
    ),
    "merging.begun": Parts(
        mark("Some letters of “{number}” are issued already."),
        mark("An issued letter keeps its number and its paper."),
        mark("Issue the rest, or leave it as it is."),
    ),
}
