"""Sentences about the archive: what is filed stays as it was."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "archive.changed": Parts(
        mark("The document {document} is damaged."),
        mark("Its bytes are not those that were filed."),
        mark("Restore the company from its latest backup."),
    ),
    "contents.missing": Parts(
        mark("The document itself is missing from the archive."),
        mark("Its entry is there, but the stored file is not; the archive may be damaged."),
        mark("Restore the company from its latest backup."),
    ),
    "contents.destroyed": Parts(
        mark("The document itself was destroyed on {day}."),
        mark("Its years were over and nothing asked for it; the certificate says who signed."),
        "",
    ),
    "files.already-there": Parts(
        mark("There is already a file named {file}."),
        mark("It was not overwritten."),
        mark("Choose another name, or say that the file may be replaced."),
    ),
    "files.inside-an-office": Parts(
        mark("{file} lies in the folder of a company."),
        mark("That folder holds the company itself and nothing else may be written there."),
        mark("Choose another folder."),
    ),
    "files.cannot-write": Parts(
        mark("The file {file} cannot be written."),
        mark("The computer gave this reason: {reason}."),
        mark("Choose another folder, or make room on the disk."),
    ),
    "files.cannot-read": Parts(
        mark("The file {file} cannot be read."),
        mark("The computer gave this reason: {reason}."),
        mark("Check that the file is there and that you may open it."),
    ),
}
