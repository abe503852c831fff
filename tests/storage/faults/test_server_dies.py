"""A server is killed while an office is brought up to date or a table is taken in.

All of it is there afterwards or nothing, it is told in words, and who was there goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import new_id
from app.domain.shared.imports import ImportKind, Source
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.lang.sentences import SENTENCES
from app.outside.clock import FixedClock
from app.services import contacts, imports, products
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import servers
from app.storage.faults import NotSaved, OutcomeUnknown, Unreachable
from app.storage.offices import create_office, open_office
from app.storage.server_keys import write_slots
from tests.builders import TODAY
from tests.storage.faults.own_server import kill, own_server, start_again
from tests.storage.test_waiting_desks import be_newer, scripts, tables, write_step
from tests.trade import opened_books

__all__ = ["scripts"]

pytestmark = pytest.mark.skipif(
    not Path("/proc").exists(), reason="the end of a server is seen in /proc"
)
ROWS = 30
CONTACTS = "\n".join(["Name", *(f"Customer {one}" for one in range(ROWS))]).encode()
PRODUCTS = "\n".join(
    ["Tuotekoodi;Nimike;ALV %;Veroton hinta;Yksikkö"]
    + [f"K-{one};Kirja {one};25,5;10;kpl" for one in range(ROWS)]
).encode()
TABLES = {ImportKind.CONTACTS: CONTACTS, ImportKind.PRODUCTS: PRODUCTS}
FIRST, MIDDLE, LAST = "INSERT INTO import_run", "INSERT INTO search_item", "INSERT INTO audit "
COMMIT = "commit"


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """Give a server that may be killed; the system lives on, and with it all that was written."""
    with own_server() as mine:
        mine.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield mine


@pytest.fixture
def url(server: Any) -> str:
    """Return the address of an empty database on a server that may be killed."""
    name = f"mortal_{new_id()}"
    server.psql(f"CREATE DATABASE {name}")
    return str(server.get_uri(database=name, driver="psycopg"))


def dies(server: Any, office: Office, when: str) -> None:
    """Let a server die once, right after a statement or right before the commit."""
    writer, left = office.database.rows.writer, [when]

    def look(_connection: object, *told: Any) -> None:
        if left and (left[0] == COMMIT if not told else told[1].startswith(left[0])):
            left.clear()
            kill(server)

    event.listen(writer, "commit" if when == COMMIT else "after_cursor_execute", look)


def taken_in(office: Office, kind: ImportKind) -> int:
    plan = office.ask(imports.look, kind, Source(), TABLES[kind]).plan
    return office.do(imports.run, plan, TABLES[kind]).result.run.created


def there(office: Office, kind: ImportKind) -> int:
    ask = contacts.spine if kind is ImportKind.CONTACTS else products.spine
    return len(office.ask(ask, View()))


@pytest.mark.parametrize("when", [FIRST, MIDDLE, LAST, COMMIT])
@pytest.mark.parametrize("kind", list(TABLES))
def test_a_table_is_taken_in_whole_or_not_at_all(
    server: Any, url: str, kind: ImportKind, when: str
) -> None:
    office = Office(create_office(url), FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    before = there(office, kind)
    dies(server, office, when)

    with pytest.raises((Unreachable, NotSaved, OutcomeUnknown)) as told:
        taken_in(office, kind)
    with pytest.raises(Unreachable):
        there(office, kind)
    start_again(server)

    assert told.value.code in SENTENCES
    assert there(office, kind) == before
    assert office.ask(imports.runs) == ()
    assert taken_in(office, kind) == ROWS
    assert there(office, kind) == before + ROWS
    with office.database.read() as unit:
        assert list(unit.audit.broken()) == []
    office.close()


KILLING = """
    if part == "rows":
        op.execute("CREATE TABLE half (a INT)")
        {early}
        op.execute("CREATE TABLE whole (a INT)")
        {late}
"""
DEED = "from tests.storage.faults.own_server import end_all; end_all({pid})"


def steps(server: Any, where: str) -> str:
    deed = {where: DEED.format(pid=server.get_pid())}
    return KILLING.format(early=deed.get("early", ""), late=deed.get("late", ""))


@pytest.mark.parametrize("where", ["early", "late"])
def test_an_office_is_as_it_was_when_its_server_dies_in_an_upgrade(
    server: Any, url: str, scripts: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    create_office(url).close()
    write_step(scripts, steps(server, where))
    with pytest.MonkeyPatch.context() as patch:
        be_newer(scripts, patch)
        with pytest.raises(OfficeError) as told:
            open_office(url)
    start_again(server)

    assert told.value.code in SENTENCES
    assert not {"half", "whole"} & tables(url)
    open_office(url).close()
    write_step(scripts, steps(server, ""))
    be_newer(scripts, monkeypatch)
    goes_on(url)


def test_an_office_is_up_to_date_when_its_server_dies_right_after_the_upgrade(
    server: Any, url: str, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_office(url).close()
    write_step(scripts, steps(server, ""))
    be_newer(scripts, monkeypatch)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(servers, "write_slots", dying(server, write_slots))
        with pytest.raises(Unreachable):
            open_office(url)
    start_again(server)

    goes_on(url)


def dying(server: Any, deed: Callable[..., None]) -> Callable[..., None]:
    """Return what is done at a server that is not there any more."""

    def do(*told: Any) -> None:
        kill(server)
        deed(*told)

    return do


def goes_on(url: str) -> None:
    """Prove that an office is up to date whole and can be worked in."""
    office = Office(open_office(url), FixedClock(TODAY), Actor("Maija"))
    assert {"half", "whole"} <= tables(url)
    opened_books(office)
    office.do(contacts.add, ContactForm("First"))
    with office.database.read() as unit:
        assert unit.audit.count() == 1
        assert list(unit.audit.broken()) == []
    office.close()
