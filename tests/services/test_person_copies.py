"""A copy of a person's data holds all of it, and nobody else's; it is noted that it was made."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from app.domain.contacts.contact import Contact
from app.domain.employees.employee import Employee
from app.outside.clock import FixedClock
from app.services import contacts, employees, notes, person_copies
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.audit import audit
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.builders import TODAY
from tests.employing import IDENTITY, hire
from tests.services.erasure import FORM, MAIL, NAME, NOTE, PHONE, STREET
from tests.services.test_erasing import billed
from tests.trade import AAMU, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def person(office: Office) -> Contact:
    one = office.do(contacts.add, FORM).result
    office.do(notes.add, f"contact:{one.id}", "Likes quiet rooms")
    billed(office, one)
    return one


def opened(target: Path) -> tuple[dict[str, Any], list[str], str]:
    """Return the data, the names and the letter of a copy."""
    with ZipFile(io.BytesIO(target.read_bytes())) as archive:
        data = json.loads(archive.read("data.json"))
        assert archive.read("personal-data.pdf").startswith(b"%PDF")
        return data, archive.namelist(), archive.read("letter.txt").decode()


def test_all_of_a_contact_is_in_the_copy_and_nobody_elses(
    office: Office, person: Contact, tmp_path: Path
) -> None:
    target = office.do(person_copies.contact, person.id, tmp_path / "copy.zip").result

    data, names, letter = opened(target)
    text = json.dumps(data, ensure_ascii=False)
    for known in (NAME, STREET, MAIL, PHONE, NOTE, "Likes quiet rooms"):
        assert known in text
    assert data["records"]["invoice"][0]["customer_name"] == NAME
    assert data["records"]["invoice_line"]
    assert AAMU.name not in text
    assert any(name.startswith("documents/") and name.endswith(".pdf") for name in names)
    assert NAME in letter
    assert {one["text"] for one in data["log"]} >= {"Lisää yhteystieto"}


def test_the_same_data_make_the_same_copy(office: Office, person: Contact, tmp_path: Path) -> None:
    with office.database.read() as unit:
        desk = office.desk(unit, lambda _done, _of: None)
        copier = person_copies.Copier(desk, "fi")
        found = unit.person_rows.of_contact(person.id)
        paper = copier.paper((NAME, "1"), copier.card(person), found, (), f"contact:{person.id}")
        data = {"records": found}

        first = copier.bundle(paper, data, "contact", person.id)
        assert copier.bundle(paper, data, "contact", person.id) == first


def test_a_copy_is_noted_without_the_name_of_the_file(
    office: Office, person: Contact, tmp_path: Path
) -> None:
    office.do(person_copies.contact, person.id, tmp_path / f"{NAME}.zip")

    with office.database.read() as unit:
        row = unit.connection.execute(audit.select().order_by(audit.c.seq.desc())).first()
    assert row is not None
    assert (row.command, json.loads(row.arguments)) == (
        "person_copies.contact",
        [[person.id], {}],
    )


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def test_an_employees_copy_holds_what_is_private_and_is_told_as_shown(
    office: Office, maija: Employee, tmp_path: Path
) -> None:
    target = office.do(person_copies.employee, maija.id, tmp_path / "copy.zip").result

    data, _names, _letter = opened(target)
    text = json.dumps(data, ensure_ascii=False)
    assert IDENTITY in text
    assert "4711.23" in text
    shown = office.ask(employees.access_log, maija.id)
    assert [one.command for one in shown] == ["person_copies.employee"]


@pytest.mark.parametrize("missing", [Permission.PRIVACY_EXPORT, Permission.EMPLOYEES_PRIVATE])
def test_who_may_not_gets_no_copy(
    office: Office, maija: Employee, tmp_path: Path, missing: Permission
) -> None:
    role = Role("clerk", frozenset(Permission) - {missing})
    clerk = Office(office.database, office.clock, Actor("Clerk", role))

    with pytest.raises((NotAllowed, BehindWall)):
        clerk.do(person_copies.employee, maija.id, tmp_path / "copy.zip")
    assert not (tmp_path / "copy.zip").exists()
