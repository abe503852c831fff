"""Offices for tests, on SQLite and on a PostgreSQL that is started once: made once, then copied.

A test that takes ``database`` runs on both; where PostgreSQL cannot start, that half is skipped
by name. ``on_sqlite`` keeps it to one. A test that takes ``folder`` is about an office's files,
and ``sample_of`` gives it the sample company of a country.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, text

from app.outside.clock import FixedClock
from app.services import demo
from app.services.permissions import Actor
from app.storage import keys, place
from app.storage.database import Database
from app.storage.keys import Keys, keys_in
from app.storage.offices import create_office, key_place, open_office, open_with
from app.storage.signs import content_office, content_revision, office, revision
from app.storage.types import contents_metadata, metadata
from tests.storage.faults.own_server import own_server

try:
    import fcntl
except ImportError:  # a system on which processes have other ways to wait for each other
    fcntl = None  # type: ignore[assignment]  # as above

SMALL_BALLAST = 64 << 10
CHEAP_KIB = 64
UNHELD = ("fsync", "full_page_writes")
"""What holds against a power cut, which no test of this server waits for."""
SAMPLE_DAY = FixedClock(date(2026, 3, 10))

Samples = Callable[[str], Path]
"""Returns where the sample company of a country lies."""

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what an office makes by itself out of the folders of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("platformdirs.user_documents_dir", lambda: str(home / "Documents"))
        patch.setattr("platformdirs.user_data_dir", lambda name, **_: str(home / "data" / name))
        # Programs that a test starts are told so.
        patch.setenv("XDG_DOCUMENTS_DIR", str(home / "Documents"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        yield


@pytest.fixture(autouse=True, scope="session")
def small_ballast() -> Iterator[None]:
    """Hold back little of the disk: tests open hundreds of offices."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place, "BALLAST_BYTES", SMALL_BALLAST)
        yield


@pytest.fixture(autouse=True, scope="session")
def cheap_passwords() -> Iterator[None]:
    """Stretch passwords little: what an attacker would pay, every test would."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "MEMORY_KIB", CHEAP_KIB)
        patch.setattr(keys, "TIME", 1)
        yield


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory, small_ballast: None) -> Path:
    """Return the folder of a new, closed office; to be copied, not opened."""
    path = tmp_path_factory.mktemp("template") / "Empty.backdesk"
    create_office(path).close()
    return path


@pytest.fixture
def folder(tmp_path: Path, empty_folder: Path) -> Path:
    """Return the folder of a new, closed office of its own."""
    copied = tmp_path / "Lumo.backdesk"
    shutil.copytree(empty_folder, copied)
    return copied


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, small_ballast: None) -> Samples:
    """Return where the closed sample company of a country lies; to be copied, not opened.

    It is made once, where processes can wait for each other: it takes longer than most tests.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if fcntl and "PYTEST_XDIST_WORKER" in os.environ else own

    @cache
    def made(country: str) -> Path:
        path = shared / f"sample-{country}.backdesk"
        with path.with_suffix(".lock").open("w") as gate:
            if fcntl is not None:
                fcntl.flock(gate, fcntl.LOCK_EX)
            if not path.exists():
                making = own / path.name.replace("sample", "made")
                demo.create_sample(making, country, SAMPLE_DAY, Actor("Anna")).close()
                making.rename(path)
        return path

    return made


@pytest.fixture
def sample_of(tmp_path: Path, samples: Samples) -> Samples:
    """Return the folder of a country's sample company, closed, of the test's own."""

    def copied(country: str) -> Path:
        path = tmp_path / "Sample.backdesk"
        shutil.copytree(samples(country), path)
        return path

    return copied


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a private PostgreSQL and return its address; skip where it cannot start.

    Its folder is not pytest's: that one is closed to the user as whom root has to run the server.
    """
    with ExitStack() as stack:
        try:
            server = stack.enter_context(own_server())
        except Exception as refused:  # noqa: BLE001  whatever it is, these tests are skipped by name
            pytest.skip(f"PostgreSQL cannot start here: {refused}")
        url = server.get_uri(driver="psycopg")
        run_sql(url, *map("ALTER SYSTEM SET {} = off".format, UNHELD), "SELECT pg_reload_conf()")
        yield url


@pytest.fixture(scope="session")
def shared_server(postgresql: str) -> str:
    """Return the address of an office on PostgreSQL that tests use one after the other."""
    create_office(postgresql).close()
    return postgresql


@pytest.fixture(scope="session")
def sweep(shared_server: str) -> Iterator[Callable[[], None]]:
    """Return what empties the office on PostgreSQL.

    Its connection stays, with a function of its own: a new one would learn every table anew, and
    each sentence has its way.
    """
    engine = create_engine(shared_server, pool_pre_ping=True)
    signs = (office, revision, content_office, content_revision)
    tables = (*metadata.tables.values(), *contents_metadata.tables.values())
    names = ["search_index", "document_index", *(one.name for one in tables if one not in signs)]
    deleting = "".join(map("DELETE FROM {}; ".format, names))

    @event.listens_for(engine, "connect")
    def _learn(connection: Any, _record: object) -> None:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            "CREATE FUNCTION pg_temp.sweep() RETURNS void LANGUAGE plpgsql AS "
            f"$$ BEGIN {deleting}END $$"
        )
        connection.commit()

    def swept() -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT pg_temp.sweep()")

    yield swept
    engine.dispose()


@pytest.fixture(scope="session")
def server_keys(shared_server: str) -> Keys:
    """Return the keys of the office on PostgreSQL, which has no password and keeps them."""
    return keys_in(key_place(shared_server).read(), "", "", shared_server)


@pytest.fixture
def server(shared_server: str, sweep: Callable[[], None]) -> Iterator[str]:
    """Return the address of an empty office on PostgreSQL; what the test wrote is removed."""
    yield shared_server
    sweep()


@pytest.fixture
def bare_server(postgresql: str) -> Iterator[str]:
    """Return the address of a PostgreSQL database in which there is nothing."""
    name = f"bare_{uuid.uuid4().hex}"
    run_sql(postgresql, f"CREATE DATABASE {name} STRATEGY FILE_COPY")
    yield renamed(postgresql, name)
    run_sql(postgresql, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Open a new office, once on each database."""
    if request.param == "sqlite":
        opened = open_office(request.getfixturevalue("folder"))
    else:
        keys: Keys = request.getfixturevalue("server_keys")
        opened = open_with(request.getfixturevalue("server"), keys)
    yield opened
    opened.close()


def renamed(url: str, database: str) -> str:
    """Return an address of PostgreSQL with another database in it."""
    before, _, options = url.partition("?")
    return f"{before.rpartition('/')[0]}/{database}?{options}"


def run_sql(url: str, *statements: str) -> None:
    """Run statements that no transaction may hold."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


def tamper(connection: Connection, statement: str) -> None:
    """Do what no command can: change rows that the guards keep, and put the guards back."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql(statement)
        return
    wanted = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = connection.execute(wanted).all()
    for trigger in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger.name}")
    connection.exec_driver_sql(statement)
    for trigger in triggers:
        connection.exec_driver_sql(trigger.sql)
