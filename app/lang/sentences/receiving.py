"""Sentences about receiving: files and folders that could not be taken in."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "receiving.empty": Parts(
        mark("The file {file} is empty."),
        mark("It has no content: whatever wrote it did not finish, or broke off."),
        mark("Scan or save it once more. The empty file stays where it is."),
    ),
    "receiving.not-a-file": Parts(
        mark("{file} is not a file."),
        mark("It is a link or a device; what it leads to may change or never end."),
        mark("Put the file itself there."),
    ),
    "receiving.still-written": Parts(
        mark("The file {file} is still being written."),
        mark("Half a file is not taken in."),
        mark("Wait until it is finished; from a watched folder it comes by itself."),
    ),
    "receiving.folder-gone": Parts(
        mark("The folder {folder} cannot be reached."),
        mark("The computer gave this reason: {reason}."),
        mark("Plug it in or connect it again; its files are then taken in by themselves."),
    ),
    "receiving.not-cleared": Parts(
        mark("The file {file} is in the archive, but it still lies in its folder."),
        mark("The computer gave this reason: {reason}."),
        mark("Move or delete it by hand, or let this program write there. It is not filed twice."),
    ),
    "receiving.not-unpacked": Parts(
        mark("The attachments of the mail {file} cannot be read."),
        mark("The mail itself is in the inbox, whole."),
        mark("Open it in your mail program, save the attachments, and take these in."),
    ),
    "receiving.too-deep": Parts(
        mark("The folder {file} lies too deep."),
        mark("Files are taken in from folders up to {most} levels down."),
        mark("Move its files further up."),
    ),
    "receiving.without-folder": Parts(
        mark("No folder is named."), "", mark("Choose the folder whose files are taken in.")
    ),
    "receiving.folder-twice": Parts(
        mark("The folder {folder} is watched already."), "", mark("Choose another folder.")
    ),
    "receiving.within-an-office": Parts(
        mark("The folder {folder} belongs to a company."),
        mark("What lies there is the company itself."),
        mark("Choose another folder."),
    ),
    "receiving.unknown-type": Parts(
        mark("There is no such type of document."), "", mark("Choose one from the list.")
    ),
}
