"""Pictures that a letter or a signature shows are needed, and those alone."""

from __future__ import annotations

from dataclasses import replace

from app.domain.correspondence.body import Body, Image
from app.storage.database import Database
from app.storage.pictured import pictured
from tests.domain.correspondence.letters import an_outgoing
from tests.storage.letters import ANNA, furnish

SHOWN, SIGNED, LOST = "a" * 64, "b" * 64, "c" * 64


def test_what_is_shown_or_signed_with_is_needed(database: Database) -> None:
    furnish(database)
    with database.write() as unit:
        unit.letters_out.add(an_outgoing(body=Body((Image(SHOWN, 20),))))
        unit.signatories.save(ANNA, replace(ANNA, version=2, picture=SIGNED))

    with database.read() as unit:
        assert pictured(unit.connection, (SHOWN, SIGNED, LOST)) == {SHOWN, SIGNED}
        assert pictured(unit.connection, (SIGNED,)) == {SIGNED}
        assert pictured(unit.connection, ()) == set()
