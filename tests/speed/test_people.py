"""The people of the benchmarks are listed, led, paid and found as others are."""

from __future__ import annotations

from pathlib import Path

from app.domain.shared.paging import View
from app.services import contracts, employees, search
from tests.speed.people import LED, staffed


def test_so_many_people_as_are_wanted_work_or_worked_here(tmp_path: Path) -> None:
    office, ids = staffed(tmp_path, 20)
    try:
        counted = office.ask(employees.counts)
        assert counted["employed"] + counted["left"] == len(ids) == 20
        assert len(office.ask(employees.first, View(), 50)) == counted["employed"]
        row = office.ask(employees.rows, (ids[LED],))[0]
        assert row.manager == office.ask(employees.rows, (ids[1],))[0].name
        (contract,) = office.ask(contracts.of, ids[3])
        assert office.do(contracts.show_pay, contract.id).result is not None
        assert [hit.entity_id for hit in office.ask(search.find, "Person 13")] == [ids[13]]
    finally:
        office.close()
