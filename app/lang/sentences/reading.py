"""Sentences about files whose text cannot be read: each stays filed as it came."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "reading.empty": Parts(
        mark("There is nothing in the file."),
        mark("It has not one byte; it was probably cut off on its way."),
        mark("Ask the sender for it again, then put this one into the trash."),
    ),
    "reading.damaged": Parts(
        mark("The file cannot be read: it is damaged or cut off."),
        mark("It is filed as it came."),
        mark("Open it in its own program; if that fails too, ask the sender for it again."),
    ),
    "reading.locked": Parts(
        mark("The file opens with a password only."),
        mark("Until then its text cannot be found."),
        mark("Enter the password; it is kept in this company."),
    ),
    "reading.locked:office": Parts(
        mark("The file opens with a password only."),
        mark("Until then its text cannot be found."),
        mark("Open it in its own program, save it without the password and file that version."),
    ),
    "reading.locked:zip": Parts(
        mark("The file opens with a password only."),
        mark("Until then its text cannot be found."),
        mark("Open it in its own program, save it without the password and file that version."),
    ),
    "reading.wrong-password": Parts(
        mark("The password does not open the file."),
        "",
        mark("Check it, capital letters too, and try again."),
    ),
    "reading.too-large": Parts(
        mark("The text of files larger than {most} MB is not read."),
        mark("The file is filed as it came and can be opened."),
        mark("Give it a title and tags by which it is found."),
    ),
    "reading.unpacks-too-large": Parts(
        mark("The file unpacks to far more than a document holds."),
        mark("Such files are made to bring programs down; nothing of it was opened."),
        mark("Ask the sender what it is, or put it into the trash."),
    ),
    "reading.too-deep": Parts(
        mark("The parts of the file are nested deeper than any program writes them."),
        mark("Such files are made to bring programs down; it was not read."),
        mark("Ask the sender what it is, or put it into the trash."),
    ),
    "reading.declares-entities": Parts(
        mark("The file declares entities, by which a few bytes become millions."),
        mark("Such files are made to bring programs down; it was not read."),
        mark("Ask the sender what it is, or put it into the trash."),
    ),
    "reading.took-too-long": Parts(
        mark("Reading the file took too long."),
        mark("A step of reading is given {seconds} seconds; what was read before is kept."),
        mark("Give it a title and tags by which it is found, or try again."),
    ),
    "reading.broke-down": Parts(
        mark("The file could not be read to its end."),
        mark("It is damaged or needs too much memory; it is filed as it came."),
        mark("Open it in its own program; if that fails too, ask the sender for it again."),
    ),
    "tesseract.cannot-read": Parts(
        mark("The program that reads pictures failed on this page."),
        "",
        mark("Check that tesseract works on this computer, and try again."),
    ),
}
