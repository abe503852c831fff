"""Contacts of a table get numbers that nobody has."""

from __future__ import annotations

from app.domain.contacts.form import ContactForm
from app.domain.contacts.row import ContactRow
from app.services import contacts
from app.services.contact_intake import ContactIntake
from app.services.office import Desk, Office
from app.services.permissions import Permission, command


@command(Permission.OFFICE_IMPORT)
def take_in(desk: Desk, rows: tuple[tuple[str, str], ...]) -> tuple[ContactRow, ...]:
    intake = ContactIntake(desk, ",")
    candidates = [
        intake.candidate(row, str(row), {"name": [name], "number": [number]})
        for row, (name, number) in enumerate(rows)
    ]
    return desk.store.contact_lists.rows(intake.create(candidates))


def test_free_numbers_go_around_those_of_the_table_and_of_the_office(office: Office) -> None:
    office.do(contacts.add, ContactForm("Vanha", number="1004"))

    made = office.do(take_in, (("A", ""), ("B", "1005"), ("C", ""), ("D", "X1"))).result

    assert [row.number for row in made] == ["1006", "1005", "1007", "X1"]


def test_a_title_is_the_name_of_a_record_and_empty_for_none(office: Office) -> None:
    made = office.do(take_in, (("Aamu", ""),)).result

    @command(Permission.OFFICE_IMPORT)
    def titles(desk: Desk) -> tuple[str, str]:
        intake = ContactIntake(desk, ",")
        return intake.title(made[0].id), intake.title(1)

    assert office.do(titles).result == ("Aamu", "")
