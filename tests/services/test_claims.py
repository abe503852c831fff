"""Disputes and stops: told with a reason, undone as they were, and never of what is paid."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.reminders.standing import COLLECTION, NothingStopped, NotYetCollected
from app.domain.shared.refusals import Invalid
from app.services import claims, open_items
from app.services.claims import NotAClaim
from app.services.office import Office
from app.storage.database import Database
from tests.paying import paid, part
from tests.reminding import an_owed_office, due, run_on
from tests.trade import at, drafted

RUN_DAY = date(2026, 3, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def test_a_disputed_invoice_is_shown_as_such_among_the_open_items(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    later = at(office, RUN_DAY)

    later.do(claims.dispute, (invoice.id,), "Wrong colour", date(2026, 2, 1))

    (item,) = later.ask(open_items.rows, (invoice.id,))
    standing = later.ask(claims.standing, invoice.id)
    assert (item.is_disputed, item.is_stopped, item.level) == (True, False, 0)
    assert (standing.dispute, standing.disputed_on) == ("Wrong colour", date(2026, 2, 1))


def test_a_dispute_needs_a_reason_and_a_day_that_has_come(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    later = at(office, RUN_DAY)

    with pytest.raises(Invalid):
        later.do(claims.dispute, (invoice.id,), " ")
    with pytest.raises(Invalid):
        later.do(claims.dispute, (invoice.id,), "Wrong colour", date(2026, 3, 2))


def test_a_stop_is_resumed_and_resuming_is_undone(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    later = at(office, RUN_DAY)
    later.do(claims.stop, (invoice.id,))

    before = later.do(claims.resume, (invoice.id,)).result
    assert not later.ask(claims.standing, invoice.id).is_stopped
    later.do(claims.restore, before)

    assert later.ask(claims.standing, invoice.id).is_stopped
    with pytest.raises(NothingStopped):
        later.do(claims.resume, (due(office, "5", date(2026, 1, 15)).id,))


def test_a_claim_goes_to_collection_after_its_last_reminder_and_back(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    with pytest.raises(NotYetCollected):
        at(office, RUN_DAY).do(claims.collect, (invoice.id,))
    for day in (date(2026, 3, 1), date(2026, 3, 15), date(2026, 3, 29)):
        run_on(office, day)
    later = at(office, date(2026, 4, 12))

    later.do(claims.collect, (invoice.id,))
    assert later.ask(claims.standing, invoice.id).level == COLLECTION
    later.do(claims.take_back, (invoice.id,))

    assert later.ask(claims.standing, invoice.id).level == COLLECTION - 1


def test_only_what_is_owed_can_be_disputed(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    later = at(office, RUN_DAY)
    paid(later, "1000", part(invoice, "1000"))

    for one in (invoice.id, drafted(later).id):
        with pytest.raises(NotAClaim):
            later.do(claims.dispute, (one,), "Wrong colour")
