"""Sentences about companies on a server: its address, the line to it, and its accounts."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

ASK_THE_KEEPER = mark("Ask who keeps the server.")

SENTENCES = {
    "server.not-an-address": Parts(
        mark("“{address}” is not the address of a database on a server."),
        mark("It looks like this: postgresql://user@machine/database"),
        ASK_THE_KEEPER,
    ),
    "server.unprotected": Parts(
        mark("The line to {host} would not be proven."),
        mark("With sslmode={found} somebody on the way could read along or pretend to be it."),
        mark("Leave sslmode out of the address; the server needs a certificate."),
    ),
    "server.not-trusted": Parts(
        mark("The server could not prove that it is the right one."),
        mark("Nothing was sent to it. It said: {reason}"),
        ASK_THE_KEEPER,
    ),
    "server.not-let-in": Parts(
        mark("The server does not let this account in."),
        mark("Its name or its password is wrong, or it may not use this database."),
        ASK_THE_KEEPER,
    ),
    "server.no-database": Parts(
        mark("There is no such database on the server."),
        mark("It said: {reason}"),
        ASK_THE_KEEPER,
    ),
}
