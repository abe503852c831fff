"""The list of people is written as it is shown, with nothing that is private."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.shared.paging import View
from app.services import people_exports
from app.services.office import Office
from app.services.people_exports import ListOn
from app.services.permissions import NotAllowed, Permission, Role
from app.storage.database import Database
from tests.employing import IDENTITY, STARTS, a_form, as_role, hire
from tests.order_desk import an_ordering_office

NO_PEOPLE = Role("seller", frozenset(Permission) - {Permission.EMPLOYEES_READ})


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


def test_the_list_is_written_as_of_its_day(office: Office, tmp_path: Path) -> None:
    hire(office, a_form(work_email="maija@aamu.fi"))
    target = tmp_path / "people.csv"

    done = office.ask(people_exports.people, target, ListOn(View()), "fi")

    lines = target.read_text("utf-8-sig").splitlines()
    assert done.rows == 1
    assert lines[0].startswith("Numero;Nimi;")
    assert "Maija Salonen;Accountant" in lines[1]
    assert "maija@aamu.fi" in lines[1]
    assert IDENTITY not in target.read_text("utf-8-sig")
    before = ListOn(View(), STARTS - timedelta(1))
    assert office.ask(people_exports.people, target, before, replace=True).rows == 0


def test_who_may_not_read_of_people_writes_no_list(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        as_role(office, NO_PEOPLE).ask(
            people_exports.people, tmp_path / "people.csv", ListOn(View())
        )

    assert not (tmp_path / "people.csv").exists()
