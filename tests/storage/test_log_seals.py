"""What the log keeps sealed opens to who may read it, and to nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.admin.erasure import Owner, Part
from app.domain.shared.ids import ContactId, EmployeeId
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.log_seals import ERASED, PRIVATE
from tests.builders import TODAY
from tests.employing import IDENTITY, hire
from tests.trade import opened_books

KINDS = ("employee", "employee_record", "contract")


@pytest.fixture
def hired(database: Database) -> EmployeeId:
    """Hire Maija and return her id; every private change of her is in the log."""
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    return hire(office).id


def told(database: Database, *, is_let_in: bool) -> dict[str, object]:
    """Return the sealed changes by their kind, as somebody reads them."""
    found: dict[str, object] = {}
    with database.read() as unit:
        if is_let_in:
            unit.wall.let_in()
        for _seq, change in unit.audit.changes():
            if isinstance(change.after, dict) and "sealed" in change.after:
                kind = change.record.partition(":")[0]
                found[kind] = unit.log_seals.opened(change.record, change.after)
    return found


def test_who_was_let_in_reads_what_was_sealed(database: Database, hired: EmployeeId) -> None:
    found = told(database, is_let_in=True)

    assert IDENTITY in str(found["employee_record"])
    assert "4711.23" in str(found["contract"])


def test_before_the_wall_it_is_private(database: Database, hired: EmployeeId) -> None:
    assert told(database, is_let_in=False) == dict.fromkeys(KINDS, PRIVATE)


def test_what_lost_its_key_is_erased(database: Database, hired: EmployeeId) -> None:
    with database.write() as unit:
        unit.wall.destroy([hired])

    assert told(database, is_let_in=True) == dict.fromkeys(KINDS, ERASED)


def test_what_is_not_sealed_is_told_as_it_is(database: Database) -> None:
    with database.read() as unit:
        seals = unit.log_seals
        assert seals.opened("contact:1", {"name": "Aamu"}) == {"name": "Aamu"}
        assert seals.opened("contact:1", None) is None
        assert seals.opened("unheard-of:1", {"sealed": "x"}) == PRIVATE
        assert seals.opened("contract:none", {"sealed": "x"}) == PRIVATE
        assert seals.opened("contract:12", {"sealed": "x"}) == PRIVATE


def test_what_a_contacts_key_sealed_opens_until_the_key_is_gone(database: Database) -> None:
    with database.write() as unit:
        lying = unit.contact_seals.seal(Owner(7, Part.CARD), "contact:7", {"name": "Aino"})
        assert unit.log_seals.opened("contact:7", {"sealed": lying}) == {"name": "Aino"}

        unit.contact_seals.destroy(ContactId(7), date(2026, 3, 10))
        assert unit.log_seals.opened("contact:7", {"sealed": lying}) == ERASED
