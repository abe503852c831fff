"""Of an erased person nothing is left anywhere when the years of the law are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.admin.erasure_plan import StillKept
from app.domain.admin.health import Sign
from app.domain.shared.ids import ContactId, InvoiceId
from app.outside.clock import FixedClock
from app.services import anchors, contacts, erasing, health_rounds, invoices, search
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.released import WORDS
from tests.builders import TODAY
from tests.services.erasure import FORM, found_in_rows
from tests.services.known_person import EVERY, known_person
from tests.services.test_erasing import billed
from tests.trade import opened_books

WITH_WORDS = {
    *WORDS,
    *("search_item", "search_index", "document_index", "document_word", "document_form"),
    *("content_chunk", "content_text"),
}
"""Where something of an erased person may stay for the law: rows with words, and their index."""


def an_office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def erased(office: Office, person: ContactId) -> None:
    office.run(erasing.erase, person, office.ask(contacts.get, person).version)


def later(office: Office, person: ContactId) -> Office:
    """Return the office on the day after the last one on which something is kept."""
    until = office.ask(erasing.plan, person).until
    assert until is not None
    return Office(office.database, FixedClock(until + timedelta(days=1)), office.who)


def test_a_person_known_everywhere_is_found_where_the_law_asks_and_then_nowhere(
    database: Database, tmp_path: Path
) -> None:
    office = an_office(database)
    one = known_person(office, tmp_path)
    begun = found_in_rows(office.database, EVERY)
    assert {line.partition(": ")[2] for line in begun} >= set(EVERY) - {"zqattached"}

    erased(office, one.id)

    tables = {line.partition(":")[0] for line in found_in_rows(office.database, EVERY)}
    assert tables <= WITH_WORDS
    plan = office.ask(erasing.plan, one.id)
    assert all(line.law and line.until for line in plan.stays if line.what != "loose-document")
    with pytest.raises(StillKept):
        office.run(erasing.complete, one.id)

    after = later(office, one.id)
    after.run(erasing.complete, one.id)

    assert found_in_rows(office.database, EVERY) == []
    assert all(after.ask(search.find, word) == () for word in EVERY)
    assert after.ask(anchors.walk).holds
    assert after.ask(erasing.due) == ()


def test_who_lives_at_the_same_address_is_kept_whole_for_the_law(
    database: Database, tmp_path: Path
) -> None:
    office = an_office(database)
    both = [
        office.do(contacts.add, replace(FORM, name=name, points=(), accounts=())).result
        for name in ("Quokkanen Zyx", "Quokkanen Anja")
    ]
    papers = [billed(office, one)[0] for one in both]
    for one in both:
        erased(office, one.id)
    kept = office.ask(invoices.get, InvoiceId(papers[1]))

    after = later(office, both[0].id)
    after.run(erasing.complete, both[0].id)

    assert after.ask(invoices.get, InvoiceId(papers[1])) == kept
    assert found_in_rows(database, ("Quokkanen Zyx",)) == []
    lines = after.run(health_rounds.check_now)
    assert [one.topic for one in lines if one.sign is Sign.BAD] == []
