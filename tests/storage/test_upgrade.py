"""An older office is upgraded whole and proven, or stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import migrations, upgrade
from app.storage.checks import check
from app.storage.database import Database
from app.storage.identity import Newer
from app.storage.offices import open_office
from app.storage.upgrade import NotUpgraded, Older
from tests.builders import TODAY
from tests.databases import tamper
from tests.trade import issued, opened_books

Update = Callable[[str], None]
NOW = migrations.HEAD
NEXT = f"{int(NOW) + 1:04}"
ADDS_A_COLUMN = """
    if part == "rows":
        with op.batch_alter_table("invoice", recreate="auto") as batch:
            batch.add_column(sa.Column("mood", sa.Text))
"""
REBUILDS_A_PARENT = """
    if part == "rows":
        with op.batch_alter_table("invoice", recreate="always") as batch:
            batch.add_column(sa.Column("mood", sa.Text))
        with op.batch_alter_table("contact", recreate="always") as batch:
            batch.add_column(sa.Column("mood", sa.Text))
"""
LOSES_ROWS = """
    if part == "rows":
        op.execute("DELETE FROM invoice_line")
"""
CHANGES_AMOUNTS = """
    if part == "rows":
        op.execute("UPDATE invoice SET gross_minor = gross_minor + 1")
"""
BREAKS_A_REFERENCE = """
    if part == "rows":
        op.execute("UPDATE invoice_line SET invoice_id = invoice_id + 5")
"""
FAILS_LATE = """
    if part == "contents":
        op.execute("UPDATE nowhere SET some = 1")
"""
FAILS = """
    op.execute("UPDATE nowhere SET some = 1")
"""


@pytest.fixture
def office(folder: Path) -> Path:
    """Return the folder of a closed office with two issued invoices."""
    opened = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    for _ in range(2):
        issued(opened)
    opened.close()
    return folder


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Update:
    """Return what makes this a newer program, with one more migration."""
    scripts = tmp_path / "migrations"
    shutil.copytree(upgrade.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))

    def to(deed: str) -> None:
        head = '"""Next."""\nimport sqlalchemy as sa\nfrom alembic import op\n'
        known = f'revision = "{NEXT}"\ndown_revision = "{NOW}"\n'
        body = f"\n\ndef upgrade(part: str) -> None:{deed}"
        (scripts / "versions" / f"{NEXT}_next.py").write_text(head + known + body)
        monkeypatch.setattr(upgrade, "SCRIPTS", scripts)
        monkeypatch.setattr(migrations, "HEAD", NEXT)

    return to


def numbers(folder: Path) -> list[str]:
    opened = open_office(folder)
    try:
        assert check(opened) == ()
        with opened.read() as unit:
            return [row.number for row in unit.invoices.rows(unit.invoices.spine())]
    finally:
        opened.close()


@pytest.mark.parametrize("deed", [ADDS_A_COLUMN, REBUILDS_A_PARENT])
def test_an_upgraded_office_keeps_everything(office: Path, update: Update, deed: str) -> None:
    before = numbers(office)

    update(deed)

    assert numbers(office) == before
    assert (office / f"office-before-{NEXT}.db").exists()


def test_an_upgraded_office_is_guarded_as_before(office: Path, update: Update) -> None:
    update(REBUILDS_A_PARENT)
    opened = open_office(office)

    with opened.read() as unit:
        guards = unit.connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'invoice'"
        ).scalar()
    opened.close()

    assert guards == 4


@pytest.mark.parametrize(
    "deed", [LOSES_ROWS, CHANGES_AMOUNTS, BREAKS_A_REFERENCE, FAILS_LATE, FAILS]
)
def test_an_upgrade_that_is_not_proven_leaves_the_office_as_it_was(
    office: Path, update: Update, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    before = numbers(office)

    update(deed)
    with pytest.raises(NotUpgraded):
        open_office(office)
    monkeypatch.undo()

    assert numbers(office) == before
    assert not list(office.glob("*before*"))


def test_what_a_migration_says_that_it_changes_may_change(office: Path, update: Update) -> None:
    update(CHANGES_AMOUNTS + '\n\nMAY_CHANGE = ("invoice",)\n')

    opened = open_office(office)
    opened.close()

    assert (office / f"office-before-{NEXT}.db").exists()


def test_an_office_that_may_only_be_read_is_not_upgraded(office: Path, update: Update) -> None:
    first = open_office(office)
    update(ADDS_A_COLUMN)

    with pytest.raises(Older):
        open_office(office)
    first.close()


def test_the_copy_made_before_opens_in_the_older_program(
    office: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = numbers(office)
    update(ADDS_A_COLUMN)
    open_office(office).close()
    monkeypatch.undo()

    with pytest.raises(Newer):
        open_office(office)
    (office / f"office-before-{NEXT}.db").replace(office / "office.db")
    (office / f"archive-before-{NEXT}.db").replace(office / "archive.db")

    assert numbers(office) == before


def test_an_office_on_a_server_is_upgraded_too(server: str, update: Update) -> None:
    update(ADDS_A_COLUMN)
    database: Database | None = None
    try:
        database = open_office(server)
        with database.read() as unit:
            assert unit.connection.exec_driver_sql("SELECT mood FROM invoice").all() == []
    finally:
        if database is not None:
            with database.write() as unit:
                tamper(unit.connection, f"UPDATE schema_revision SET version_num = '{NOW}'")  # noqa: S608  ours
                tamper(unit.connection, "ALTER TABLE invoice DROP COLUMN mood")
            with database.contents.writing() as connection:
                tamper(connection, f"UPDATE content_revision SET version_num = '{NOW}'")  # noqa: S608  ours
            database.close()
