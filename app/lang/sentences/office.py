"""Sentences about the office as a whole: records, rights, the door for scripts."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "office.error": Parts(
        mark("That could not be done."),
        mark("Nothing was changed."),
        mark("Try again; if it happens again, write a report from the Help menu."),
    ),
    "office.refused": Parts(
        mark("That is not allowed."),
        mark("A rule of the books does not allow it; nothing was changed."),
        mark("Check what you entered and try again."),
    ),
    "office.not-found": Parts(
        mark("That record is not here any more."),
        mark("It may have been removed since the list was read."),
        mark("Refresh the list and choose it again."),
    ),
    "office.conflict": Parts(
        mark("Somebody else changed this record in the meantime."),
        mark("Saving yours now would overwrite that change."),
        mark("Open the record again and enter your change once more."),
    ),
    "office.conflict:named": Parts(
        mark("{who} changed this record in the meantime, {at}."),
        mark("Saving yours now would overwrite that change."),
        mark("Open the record again and enter your change once more."),
    ),
    "office.unavailable": Parts(
        mark("The company's files cannot be reached just now."),
        mark("The computer did not give access to them; nothing was changed."),
        mark("Check the disk and the network and try again."),
    ),
    "office.illegal-transition": Parts(
        mark("That is not possible in the state this record is in."),
        mark("It was already finished, or something must be done first."),
        mark("Open the record to see its state."),
    ),
    "office.invalid": Parts(
        mark("Some fields need your attention."),
        mark("They are marked in the form; nothing was saved as final."),
        mark("Correct the marked fields and try again."),
    ),
    "office.cancelled": Parts(
        mark("The work was stopped."),
        mark("You stopped it; nothing of it was kept."),
        mark("Start it again when you are ready."),
    ),
    "permissions.not-allowed": Parts(
        mark("You are not allowed to do that."),
        mark("Your role has no permission for it."),
        mark("Ask the owner of the company for the permission."),
    ),
    "codec.not-fitting": Parts(
        mark("The data does not fit at {at}."),
        mark("Expected there: {expected}."),
        mark("Correct the JSON and send it again."),
    ),
    "door.no-such-command": Parts(
        mark("There is no command or query “{name}”."),
        "",
        mark("“backdesk commands” lists them all."),
    ),
    "admin.no-picture": Parts(
        mark("This file cannot be a logo."),
        mark("A logo is a picture in PNG or JPEG format of at most 5 MiB."),
        mark("Save the picture as PNG and choose that file."),
    ),
    "manual.no-such-page": Parts(
        mark("The manual has no page “{page}”."),
        "",
        mark("Choose one from the list of pages."),
    ),
    "welcome.not-the-sample": Parts(
        mark("This is not the sample company."),
        mark("Only the sample company can be removed like that; a real one never is."),
        mark("Keep it; a company that is not needed can be moved away as a folder."),
    ),
}
