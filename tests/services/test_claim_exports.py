from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.employees.employee import Employee
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import claim_exports
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from tests.builders import TODAY
from tests.claiming import submitted, the_journey
from tests.employing import hire
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def test_each_expense_is_a_row_with_the_claim_it_is_of(
    office: Office, maija: Employee, tmp_path: Path
) -> None:
    claim = submitted(office, the_journey(office, maija.id))

    told = office.ask(claim_exports.export, View(), tmp_path / "claims.csv", "en")

    rows = told.target.read_text("utf-8-sig").splitlines()
    assert (told.rows, len(rows)) == (1, 4)
    assert rows[0].startswith("Number;Name;Purpose;Status;Day;Expense")
    assert rows[2].split(";")[:6] == [
        *(claim.number, "Maija Salonen", "Customer visit in Turku", "Handed in"),
        *("2026-03-09", "Lunch"),
    ]
    assert rows[2].split(";")[7:10] == ["20,62", "2,78", "23,40"]


def test_a_file_that_is_there_is_not_replaced_unasked(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("mine", "utf-8")

    with pytest.raises(AlreadyThere):
        office.ask(claim_exports.export, View(), target, "en")

    assert target.read_text("utf-8") == "mine"
