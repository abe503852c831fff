"""A million entries of the log in the list, beside the bare statements on one read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from app.domain.admin.log import LogWanted
from app.outside.clock import FixedClock
from app.services import log
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.audit import audit, audit_record
from app.storage.database import Database
from app.storage.lists import slices
from app.storage.offices import create_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.trade import LUMO

ENTRIES = 1_000_000
CONTACTS = 20_000
AT_ONCE = 20_000
BEGAN = datetime(2016, 3, 10, 6, tzinfo=UTC)
STEP = timedelta(minutes=5)
PEOPLE = ("Aino", "Boon", "Kaisa", "Pekka", "Sari")
COMMANDS = ("contacts.change", "invoices.issue", "payments.record", "orders.confirm")
FIRST_ROWS, BLOCK = 200, 100
BARE = "SELECT seq FROM audit ORDER BY at DESC, seq DESC"
MONTH = LogWanted(TODAY - timedelta(days=40), TODAY - timedelta(days=10))
WANTED = {
    "a month": MONTH,
    "a person": LogWanted(who="Boon"),
    "an area": LogWanted(area="contacts"),
    "what was refused": LogWanted(is_refused=True),
    "one record": LogWanted(record="contact:77"),
    "a word in a month": LogWanted(MONTH.since, MONTH.until, words="Asiakas 77"),
}


@bench("log", row=4, sized=False)
def million_entries(site: Site) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="log-") as place:
        database = create_office(Path(place) / "Log.backdesk")
        _fill(database)
        office = Office(database, FixedClock(TODAY), Actor("Bench"))
        first = site.alone(partial(office.ask, log.first, FIRST_ROWS))
        yield Figure("first rows", first[0], None, at_most=50)
        whole = partial(_count, office, LogWanted())
        times = site.interleaved(whole, partial(_bare, database), rounds=5)
        yield Figure("whole order of entries", *times, "a bare statement", ratio=1.5, at_most=600)
        for name, wanted in WANTED.items():
            found = site.alone(partial(office.ask, log.first, FIRST_ROWS, wanted), rounds=5)
            yield Figure(f"first rows of {name}", found[0], None, at_most=100)
        block = tuple(office.ask(log.spine)[ENTRIES // 2 : ENTRIES // 2 + BLOCK])
        rows = site.alone(partial(office.ask, log.rows, block))
        yield Figure(f"jump to {BLOCK} rows", rows[0], None, at_most=16)
        names = site.alone(partial(office.ask, log.people), rounds=5)
        yield Figure("who ever did something", names[0], None, at_most=20)
        database.close()


def _fill(database: Database) -> None:
    """Write ten years of entries; nobody walks their chain here."""
    with database.write() as unit:
        unit.company.add(LUMO)
    for some in slices(range(1, ENTRIES + 1), AT_ONCE):
        with database.write() as unit:
            unit.connection.execute(insert(audit), [_entry(seq) for seq in some])
            told = [{"record": f"contact:{seq % CONTACTS}", "seq": seq} for seq in some]
            unit.connection.execute(insert(audit_record), told)


def _entry(seq: int) -> dict[str, object]:
    contact = seq % CONTACTS
    changes = (
        f'[{{"after":{{"name":"Asiakas {contact} Oy","town":"Oulu"}},'
        f'"before":{{"name":"Asiakas {contact}","town":"Turku"}},"record":"contact:{contact}"}}]'
    )
    return {
        "seq": seq,
        "at": BEGAN + seq * STEP,
        "who": PEOPLE[seq % len(PEOPLE)],
        "command": COMMANDS[seq % len(COMMANDS)],
        "arguments": f"[[{contact},1],{{}}]",
        "refused": "office.invalid" if seq % 997 == 0 else "",
        "changes": changes,
        "previous": f"{seq - 1:064x}",
        "hash": f"{seq:064x}",
    }


def _count(office: Office, wanted: LogWanted) -> int:
    return len(office.ask(log.spine, wanted))


def _bare(database: Database) -> int:
    with database.read() as unit:
        return len(unit.connection.exec_driver_sql(BARE).fetchall())
