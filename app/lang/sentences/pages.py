"""Sentences about pages, serial numbers, binders and e-invoices."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_UNTOUCHED = mark("The document stays as it was.")
_ASK_AGAIN = mark("The original is kept; ask the sender for a readable copy.")
_PUT_RIGHT = mark("Put it right and save again.")

SENTENCES = {
    "pages.no-such-page": Parts(
        mark("The document has no page {page}."),
        _UNTOUCHED,
        mark("Choose among the pages that it has."),
    ),
    "pages.none": Parts(
        mark("No page would be left."),
        _UNTOUCHED,
        mark("Keep at least one page, or put the document into the trash."),
    ),
    "pages.too-many": Parts(
        mark("The document has {count} pages."),
        mark("No more than {most} are worked on at once."),
        mark("Split it with the program that made it."),
    ),
    "pages.nothing-to-split": Parts(
        mark("There is nothing to split in {document}."),
        mark("No separator sheet, blank page or cut divides its pages."),
        mark("Choose the pages before which a new document begins."),
    ),
    "pages.odd-turn": Parts(
        mark("A page cannot be turned by {degrees} degrees."),
        mark("Pages are turned by quarters."),
        mark("Turn it by 90, 180 or 270 degrees."),
    ),
    "pages.not-pages": Parts(
        mark("The document has no pages that can be worked on."),
        mark("It is neither a PDF nor a picture, or its file is damaged ({reason})."),
        mark("Scan the paper again, or file the document as it is."),
    ),
    "pages.two-walls": Parts(
        mark("These documents have different readers."),
        mark("Nobody but them may read either, and one document has one circle of readers."),
        mark("Put only documents of one circle together."),
    ),
    "pages.locked": Parts(
        mark("The document opens with a password only."),
        mark("Its pages cannot be read."),
        mark("Enter the password; it is kept in this company."),
    ),
    "pages.too-large": Parts(
        mark("The file {name} is too large to work on its pages."),
        mark("The limit is {most} MiB."),
        mark("It stays filed as it is."),
    ),
    "pages.signed": Parts(
        mark("The document {document} is signed electronically."),
        mark("A new version of its pages would not bear the signature; the signed one is kept."),
        mark("Make the new version all the same only if nobody needs the signature on it."),
    ),
    "serials.too-many": Parts(
        mark("{count} labels cannot be printed."),
        mark("It must be one at least and {most} at most."),
        mark("Print fewer now and more when they are used up."),
    ),
    "binders.without-name": Parts(
        mark("The binder has no name."), "", mark("Write what stands on its back.")
    ),
    "binders.long-name": Parts(
        mark("The name of the binder is too long."),
        mark("The limit is {most} characters."),
        mark("Write a shorter one."),
    ),
    "binders.name-taken": Parts(
        mark("There is already a binder {name}."), "", mark("Write another name.")
    ),
    "binders.backwards": Parts(mark("The last number is lower than the first."), "", _PUT_RIGHT),
    "binders.overlaps": Parts(
        mark("Some of these numbers stand in binder {name}."),
        mark("It holds {first} to {last}."),
        mark("Choose numbers that are in no other binder."),
    ),
    "binders.out-of-range": Parts(mark("Serial numbers go from 1 to {most}."), "", _PUT_RIGHT),
    "einvoices.not-one": Parts(
        mark("{name} is not an e-invoice that can be shown."),
        mark("It is neither UBL, CII, e-Tax nor Finvoice: {reason}."),
        _ASK_AGAIN,
    ),
    "einvoices.more-than-one": Parts(
        mark("{name} carries {count} e-invoices that differ."),
        mark("Nobody can say which of them is meant."),
        mark("The original is kept; ask the sender for one with a single e-invoice."),
    ),
    "einvoices.broken": Parts(
        mark("The XML of {name} is broken."),
        mark("It cannot be read beyond line {line}, place {column}."),
        _ASK_AGAIN,
    ),
    "einvoices.wrong-encoding": Parts(
        mark("{name} is not written in the encoding that it names: {encoding}."),
        mark("Its letters would come out wrong, so it is not read."),
        _ASK_AGAIN,
    ),
    "einvoices.declares-entities": Parts(
        mark("{name} declares entities or a type of document."),
        mark(
            "Such a file can grow without end or fetch others; no e-invoice does so, and it is"
            " not read."
        ),
        _ASK_AGAIN,
    ),
    "einvoices.larger-than-any": Parts(
        mark("{name} is larger or deeper than any e-invoice."),
        mark("It is not read, so that it cannot fill the computer."),
        _ASK_AGAIN,
    ),
    "einvoices.damaged-pdf": Parts(
        mark("The PDF {name} cannot be opened."),
        mark("It ends too early, is damaged, or asks for a password."),
        _ASK_AGAIN,
    ),
    "einvoices.not-in-pdf": Parts(
        mark("The PDF {name} carries no e-invoice."),
        mark("No file in it is UBL, CII, e-Tax or Finvoice."),
        mark("The original is kept; write the bill from what the page says."),
    ),
}
