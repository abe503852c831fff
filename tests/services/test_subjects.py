"""Subjects: records are named as the asker may see them."""

from __future__ import annotations

import pytest

from app.domain.archive.document import Link
from app.domain.shared.refusals import NotFound
from app.services.office import Desk, Office
from app.services.permissions import Permission, query
from app.services.subjects import Subjects
from app.storage.database import Database
from tests.services.letters import an_office, issued, registered
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


@query(Permission.COMPANY_READ)
def named(desk: Desk, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return what these records are called."""
    links = tuple(Subjects(desk).require(one) for one in sources)
    names = Subjects(desk).names((*links, None, Link("contact", 9)))
    return tuple(names[one] for one in links)


def test_records_of_every_kind_are_named(office: Office) -> None:
    came, went = registered(office), issued(office)
    sources = (f"contact:{AAMU.id}", f"letter-in:{came.id}", f"letter-out:{went.id}")

    contact, incoming, outgoing = office.ask(named, sources)

    assert contact == AAMU.name
    assert incoming.startswith(came.number)
    assert outgoing.startswith(went.number)
    assert office.ask(named, (f"document:{went.document_id}",))[0]


def test_an_invoice_that_is_not_there_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(named, ("invoice:9",))
