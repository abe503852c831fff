from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.bills.bill import BILL, Bill, BillState
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Conflict, NotFound
from app.outside.clock import FixedClock
from app.services import archive
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.bills.test_bill import BILL as FORM
from tests.trade import LUMO


def document(database: Database, content: bytes = b"x") -> DocumentId:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    return DocumentId(office.do(archive.file, "a.xml", "text/xml", content).result.id)


@pytest.fixture
def kept(database: Database) -> Bill:
    with database.write() as unit:
        unit.company.add(LUMO)
    bill = Bill(document(database), 1, BillState.DRAFT, FORM)
    with database.write() as unit:
        unit.bills.add(bill)
    return bill


def test_a_bill_comes_back_as_it_was_written(database: Database, kept: Bill) -> None:
    with database.read() as unit:
        assert unit.bills.get(kept.id) == unit.bills.of(kept.id) == kept
        assert unit.bills.of(DocumentId(7)) is None
        with pytest.raises(NotFound):
            unit.bills.get(DocumentId(7))


def test_those_that_wait_are_found_by_their_number(database: Database, kept: Bill) -> None:
    aside = replace(kept, version=2, state=BillState.PUT_ASIDE)

    with database.write() as unit:
        before = (unit.bills.waiting(), unit.bills.numbered("7"), unit.bills.numbered("8"))
        unit.bills.save(kept, aside)

    with database.read() as unit:
        assert before == ((kept,), (kept,), ())
        assert (unit.bills.waiting(), unit.bills.numbered("7")) == ((), ())


def test_a_document_has_one_bill_and_two_changes_of_a_version_conflict(
    database: Database, kept: Bill
) -> None:
    with pytest.raises(Conflict), database.write() as unit:
        unit.bills.add(kept)
    with database.write() as unit:
        unit.bills.save(kept, replace(kept, version=2))
    with pytest.raises(Conflict), database.write() as unit:
        unit.bills.save(kept, replace(kept, version=2))
    with pytest.raises(Conflict), database.read() as unit:
        unit.bills.current(kept.id, 1)
    assert BILL == "draft-bill"
