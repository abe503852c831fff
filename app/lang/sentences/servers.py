"""Sentences about companies on a server: its address, the line to it, and its accounts."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

ASK_THE_KEEPER = mark("Ask who keeps the server.")
MOVED = Parts(
    mark("The company is open for reading only."),
    mark("It was moved to {to}, and work goes on there."),
    mark("Open it there."),
)

SENTENCES = {
    "server.not-an-address": Parts(
        mark("“{address}” is not the address of a database on a server."),
        mark("It looks like postgresql://user@machine/database."),
        ASK_THE_KEEPER,
    ),
    "server.unprotected": Parts(
        mark("The line to {host} would not be proven."),
        mark("With sslmode={found} somebody on the way could read along or pretend to be it."),
        mark("Leave sslmode out of the address; the server needs a certificate."),
    ),
    "server.not-trusted": Parts(
        mark("The server could not prove that it is the right one."),
        mark("Nothing was sent to it. It said: {reason}."),
        ASK_THE_KEEPER,
    ),
    "server.not-let-in": Parts(
        mark("The server does not let this account in."),
        mark("Its name or its password is wrong, or it may not use this database."),
        ASK_THE_KEEPER,
    ),
    "server.no-database": Parts(
        mark("There is no such database on the server."),
        mark("It said: {reason}."),
        ASK_THE_KEEPER,
    ),
    "server.not-a-name": Parts(
        mark("“{name}” cannot be a name on a server."),
        mark("It has small letters, digits and underscores, and begins with a letter."),
        mark("Choose another name."),
    ),
    "server.too-old": Parts(
        mark("The server is PostgreSQL {version}, which is too old."),
        mark("A company needs PostgreSQL {oldest} or newer."),
        ASK_THE_KEEPER,
    ),
    "server.not-utf8": Parts(
        mark("The database keeps its texts as {encoding}."),
        mark("Names in other scripts would be lost; a company needs UTF8."),
        mark("Make the database anew with the encoding UTF8."),
    ),
    "server.not-durable": Parts(
        mark("The server may forget what it said was saved."),
        mark("Its setting {setting} is {found} and has to be on."),
        ASK_THE_KEEPER,
    ),
    "server.no-checksums": Parts(
        mark("The server would not notice a broken disk."),
        mark("Its data has no checksums."),
        mark("Let who keeps the server switch them on (pg_checksums)."),
    ),
    "moving.same-kind": Parts(
        mark("A company moves from a folder to a server, or back into a folder."),
        "",
        mark("For a copy, pack the company and unpack it elsewhere."),
    ),
    "moving.differs": Parts(
        mark("The company was not moved: what was written over there is not the same."),
        mark("The difference is in {table}: {before} before, {after} after."),
        mark("The company here is as it was. Try again with an empty database or folder."),
    ),
    "text.nul": Parts(
        mark("The text holds a character that cannot be kept."),
        mark("It is U+0000, which shows nothing and comes along when text is copied from a file."),
        mark("Type the text anew, and save again."),
    ),
    "desk-file.broken": Parts(
        mark("The file {file} does not say where a company lies."),
        "",
        mark("Ask for the address, and open the company by it."),
    ),
    "office.read-only:moved": MOVED,
    "storage.not-writable:moved": MOVED,
}
