"""Who holds a number at a server holds up all others: what is sent meanwhile is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import event

from app.outside.clock import FixedClock
from app.services import admin, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from tests.builders import TODAY
from tests.foreign import a_picture
from tests.trade import drafted, opened_books

HELD = 33
"""So many statements are sent from taking a number to the commit; each is a wait for an answer."""
READS = ("SELECT pg_advisory_xact_lock", "SELECT pg_notify(")
"""Asked meanwhile: the end of the chain, that nobody destroys, and that others hear of it."""


@pytest.fixture
def office(bare_server: str) -> Iterator[Office]:
    opened = Office(create_office(bare_server), FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    opened.do(admin.change_logo, a_picture(Image.new("RGB", (30, 20))))
    opened.do(invoices.issue, drafted(opened).id)
    yield opened
    opened.close()


def sent(office: Office) -> list[str]:
    """Return all that is sent to the server while an invoice is issued."""
    draft, said = drafted(office).id, []

    def note(_connection: object, _cursor: object, statement: str, *_: Any) -> None:
        said.append(statement)

    for engines in (office.database.rows, office.database.documents):
        for engine in (engines.writer, engines.reader):
            event.listen(engine, "before_cursor_execute", note)
    office.do(invoices.issue, draft)
    return said


def test_nothing_is_read_while_a_number_is_held_and_few_statements_are_sent(
    office: Office,
) -> None:
    said = sent(office)
    taken = next(at for at, one in enumerate(said) if one.startswith("UPDATE number_series"))

    held = said[taken:]

    read = [one for one in held if one.startswith("SELECT")]
    assert [one for one in read if not one.startswith(READS)] == []
    assert len(held) <= HELD, "\n".join(held)
