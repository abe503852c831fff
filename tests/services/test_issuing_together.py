"""Several clerks at once: every number is taken once, none is missing, nothing is half done."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import event

from app.domain.shared.ids import InvoiceId
from app.outside.clock import FixedClock
from app.services import accounting, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.databases import on_postgresql, on_sqlite
from tests.trade import drafted, journey_6_content, opened_books

EACH = 6
SCRIPT = """
import sys
from pathlib import Path
from tests.services.test_issuing_together import an_office, issue_all
from app.storage.offices import open_office

for invoice_id in sys.argv[2:]:
    database = open_office(Path(sys.argv[1]), wants="script")
    issue_all(an_office(database), (int(invoice_id),))
    database.close()
"""
STATEMENTS_OF_ISSUE = 49
"""The layout of the paper and the parts of the work are one each; the company is read once."""


def an_office(database: Database) -> Office:
    return Office(database, FixedClock(TODAY), Actor("Maija"))


def issue_all(office: Office, ids: tuple[int, ...]) -> list[str]:
    return [office.do(invoices.issue, InvoiceId(one)).result.number for one in ids]


def drafts(office: Office, count: int) -> tuple[int, ...]:
    return tuple(drafted(office).id for _ in range(count))


def expected(count: int) -> list[str]:
    return [f"2026{number:04}" for number in range(1, count + 1)]


def require_whole(database: Database, count: int) -> None:
    """Assert that so many invoices were issued, each with its entry and its paper."""
    with database.read() as unit:
        assert list(unit.numbers.gaps("invoice")) == []
        assert list(unit.numbers.gaps("journal")) == []
        assert list(unit.audit.broken()) == []
        assert unit.balances.differences() == ()
        assert len(unit.archive.spine()) == len(unit.journal.spine()) == count
    office = an_office(database)
    assert office.ask(invoices.counts)["issued"] == count
    assert office.ask(accounting.trial_balance, TODAY).difference_minor == 0


def test_threads_of_one_office_take_numbers_in_turn(database: Database) -> None:
    office = an_office(database)
    opened_books(office)
    ids = [drafts(office, EACH) for _ in range(3)]

    with ThreadPoolExecutor(3) as clerks:
        numbers = [number for done in clerks.map(issue_all, [office] * 3, ids) for number in done]

    assert sorted(numbers) == expected(3 * EACH)
    require_whole(database, 3 * EACH)


@on_postgresql
def test_clerks_at_one_server_take_numbers_in_turn(database: Database, server: str) -> None:
    opened_books(an_office(database))
    ids = [drafts(an_office(database), EACH) for _ in range(3)]
    others = [open_office(server) for _ in range(3)]

    with ThreadPoolExecutor(3) as clerks:
        done = clerks.map(issue_all, map(an_office, others), ids)
        numbers = [number for one in done for number in one]
    for other in others:
        other.close()

    assert sorted(numbers) == expected(3 * EACH)
    require_whole(database, 3 * EACH)


def test_programs_on_one_computer_take_numbers_in_turn(folder: Path) -> None:
    database = open_office(folder)
    opened_books(an_office(database))
    ids = [drafts(an_office(database), 3) for _ in range(2)]
    database.close()

    started = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(folder), *map(str, mine)],
            cwd=Path(__file__).parents[2],
        )
        for mine in ids
    ]

    assert [one.wait(60) for one in started] == [0, 0]
    database = open_office(folder)
    require_whole(database, 6)
    database.close()


@on_sqlite
def test_issuing_asks_the_database_only_so_often(database: Database) -> None:
    office = an_office(database)
    opened_books(office)
    draft = drafted(office, journey_6_content())
    office.do(invoices.issue, drafted(office).id)
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    writers = (database.rows.writer, database.contents._writer)
    for engine in writers:
        event.listen(engine, "before_cursor_execute", note)
    office.do(invoices.issue, draft.id)
    for engine in writers:
        event.remove(engine, "before_cursor_execute", note)

    assert len(statements) <= STATEMENTS_OF_ISSUE, "\n".join(statements)
