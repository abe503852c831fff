"""Lists and files of five thousand people, beside the bare reading of the same rows."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from app.domain.shared.paging import View
from app.services import employee_papers, employees, person_events, search
from app.services.office import Office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.speed.people import staffed

PEOPLE = 5_000
BLOCK = 100
BARE = (
    "SELECT e.id FROM employee e JOIN employee_record r ON r.employee_id = e.id "
    "WHERE r.valid_from <= '{day}' AND (r.valid_until IS NULL OR r.valid_until > '{day}') "
    "AND (e.ends_on IS NULL OR e.ends_on >= '{day}') ORDER BY r.name_key, e.id"
)


@bench("people", row=6, sized=False)
def lists(site: Site) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        office, ids = staffed(Path(folder), PEOPLE)
        try:
            times = site.interleaved(partial(listed, office), partial(bare, office), rounds=5)
            yield Figure(f"list of {PEOPLE} people", *times, "bare SQL", ratio=3, at_most=400)
            block = tuple(ids[2000 : 2000 + BLOCK])
            alone: dict[str, Callable[[], object]] = {
                "first page": partial(office.ask, employees.first, View(), 200),
                f"{BLOCK} rows": partial(office.ask, employees.rows, block),
                "found by words": partial(office.ask, search.find, "person 777"),
                "file of one": partial(office.ask, employees.seen, ids[777]),
                "timeline of one": partial(office.ask, person_events.of, ids[777]),
                "file of one as PDF": partial(office.ask, employee_papers.page, ids[777]),
            }
            for name, act in alone.items():
                yield Figure(name, median(site.alone(act, rounds=5)), None)
        finally:
            office.close()


def listed(office: Office) -> int:
    """Return how many people the list shows, with the whole of its order read."""
    return len(office.ask(employees.spine, View(sort="name")))


def bare(office: Office) -> int:
    """Return how many people the database lists, read as plainly as it can."""
    with office.database.read() as unit:
        told = BARE.replace("{day}", TODAY.isoformat())
        return len(unit.connection.exec_driver_sql(told).fetchall())
