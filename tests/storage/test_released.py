"""Words of what is kept go only while an erasure is ended, and amounts never do."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError

from app.domain.admin.erased import Erased, erased
from app.domain.admin.erasure_plan import ErasurePlan, Staying
from app.domain.shared.ids import ErasureId
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.guards import ROW_GUARDS
from app.storage.invoice_tables import invoice
from app.storage.released import GATE, WORDS
from app.storage.trust_tables import erasure
from app.storage.types import metadata
from tests.builders import TODAY
from tests.trade import a_content, opened_books

LAST = date(2032, 12, 31)
PLAN = ErasurePlan("contact", 7, 1, "Aino", (), (Staying("invoice", 1, LAST, "Law"),), (), "X")


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    draft = opened.do(invoices.draft, a_content()).result
    opened.do(invoices.issue, draft.id)
    with database.write() as unit:
        unit.erased.add(erased(ErasureId(1), PLAN, TODAY, "Maija"))
    return opened


def begin(office: Office, on: date) -> Erased:
    with office.database.write() as unit:
        before = unit.erased.get(ErasureId(1))
        unit.erased.save(before, after := before.begin_end(on, "Maija"))
    return after


def test_every_word_is_a_column_and_every_guard_of_words_opens() -> None:
    for name, columns in WORDS.items():
        assert set(columns) <= set(metadata.tables[name].columns.keys())
    for guard in ROW_GUARDS:
        is_open = guard.deed == "UPDATE" and guard.table in WORDS
        assert (GATE in guard.condition) is is_open


def test_a_name_stays_until_an_erasure_is_ended(office: Office) -> None:
    with pytest.raises(SQLAlchemyError), office.database.write() as unit:
        unit.connection.execute(update(invoice).values(customer_name="X"))

    begin(office, date(2033, 1, 1))

    with office.database.write() as unit:
        unit.connection.execute(update(invoice).values(customer_name="X"))


@pytest.mark.parametrize("column", ["gross_minor", "number", "issued_on", "customer_id"])
def test_what_is_no_word_stays_even_then(office: Office, column: str) -> None:
    begin(office, date(2033, 1, 1))

    with pytest.raises(SQLAlchemyError), office.database.write() as unit:
        unit.connection.execute(update(invoice).values({column: None, "customer_name": "X"}))


def test_nothing_is_ended_on_its_last_day_nor_shortened_nor_forgotten(office: Office) -> None:
    with pytest.raises(SQLAlchemyError):
        begin(office, LAST)
    for changed in (
        update(erasure).values(kept_until=date(2026, 1, 1)),
        update(erasure).values(kept_until=None),
        update(erasure).values(record_id=8),
        erasure.delete(),
    ):
        with pytest.raises(SQLAlchemyError), office.database.write() as unit:
            unit.connection.execute(changed)
