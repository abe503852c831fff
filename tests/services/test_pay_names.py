"""Numbers and names of who is paid."""

from __future__ import annotations

from app.domain.shared.ids import EmployeeId
from app.services.office import no_progress
from app.services.pay_names import Names
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.payrolling import employ, pay_desk
from tests.payrolls import eur


@on_sqlite
def test_people_are_named_and_who_is_unknown_is_nameless(database: Database) -> None:
    desk = pay_desk(database)
    person = employ(desk, eur("3200"))

    with database.read() as unit:
        names = Names(desk.office.desk(unit, no_progress), [person.id], TODAY)

    assert names.of(person.id) == (person.number, "Aino Salonen")
    assert names.of(EmployeeId(1)) == ("", "")
