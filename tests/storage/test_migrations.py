"""The migrations make what the program makes, and know nothing of it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import StaticPool

from app.storage import migrations
from app.storage.files import Use, open_file
from app.storage.keys import published_keys
from app.storage.place import PAGES
from app.storage.upgrade import CONTENT_PART, ROW_PART, SCRIPTS, Part, migrate

KEY = published_keys("").files
CATALOGUE = (
    """SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2""",
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2",
    "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
    "SELECT proname, prosrc FROM pg_proc WHERE proname LIKE 'guard%' ORDER BY 1",
)
REFRESH = "the newest migration differs from the tables of today: run python build/schema.py"


def test_the_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))

    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


def test_a_migration_imports_nothing_of_the_program() -> None:
    for script in sorted(SCRIPTS.glob("versions/*.py")):
        for node in ast.walk(ast.parse(script.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("app"), script
            if isinstance(node, ast.Import):
                assert not any(name.name.startswith("app") for name in node.names), script


@pytest.mark.parametrize(("name", "part"), [("office.db", ROW_PART), ("archive.db", CONTENT_PART)])
def test_migrating_nothing_makes_todays_files(
    folder: Path, tmp_path: Path, name: str, part: Part
) -> None:
    (tmp_path / name).touch()
    engine = create_engine(
        "sqlite://",
        creator=lambda: open_file(tmp_path / name, KEY, Use.WRITE, PAGES[name]),
        poolclass=StaticPool,
    )
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        migrate(connection, part)
        connection.commit()
    engine.dispose()

    assert objects(tmp_path / name) == objects(folder / name), REFRESH


def objects(path: Path) -> set[tuple[str, ...]]:
    connection = open_file(path, KEY, Use.READ, PAGES[path.name])
    found: set[tuple[str, ...]] = {
        (kind, name, " ".join(str(sql).split()))
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")
    }
    connection.close()
    return found


def test_migrating_nothing_makes_todays_server(bare_server: str, shared_server: str) -> None:
    engine = create_engine(bare_server)
    with engine.begin() as connection:
        migrate(connection, CONTENT_PART)
        migrate(connection, ROW_PART)
    with engine.begin() as connection:
        made = catalogue(connection)
    engine.dispose()
    today = create_engine(shared_server)
    with today.begin() as connection:
        wanted = catalogue(connection)
    today.dispose()

    assert made == wanted, REFRESH


def catalogue(connection: Connection) -> list[list[tuple[object, ...]]]:
    return [[tuple(row) for row in connection.execute(text(asked))] for asked in CATALOGUE]


def test_drafts_of_the_schema_before_stay_on_a_server(
    bare_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = create_engine(bare_server)
    typed = "('contact', 7, 2, '{}', 'Anna', '2026-03-10T12:00:00+00:00')"
    with monkeypatch.context() as then:
        then.setattr(migrations, "HEAD", "0005")
        with engine.begin() as connection:
            migrate(connection, ROW_PART)
            connection.exec_driver_sql(f"INSERT INTO form_draft VALUES {typed}")  # noqa: S608  ours

    with engine.begin() as connection:
        migrate(connection, ROW_PART)
        found = connection.exec_driver_sql("SELECT who, base_version, since FROM form_draft").all()
    engine.dispose()

    assert [tuple(row) for row in found] == [("Anna", 2, None)]
