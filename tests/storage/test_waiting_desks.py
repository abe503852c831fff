"""Two desks with a new program come to an older office on a server: one migrates, one waits."""

from __future__ import annotations

import multiprocessing
import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from app.storage import migrations, server_desks, upgrade
from app.storage.identity import Newer
from app.storage.offices import create_office, open_office
from app.storage.place import BeingUpgraded
from app.storage.presence import InUse
from app.storage.upgrade import NotUpgraded

NOW, NEXT = migrations.HEAD, f"{int(migrations.HEAD) + 1:04d}"
GATE = 77
WAITS = f"""
    if part == "rows":
        op.execute("SELECT pg_advisory_xact_lock({GATE})")
        op.execute("CREATE TABLE migrated_once (a INT)")
"""
FAILS = """
    if part == "rows":
        op.execute("CREATE TABLE half (a INT)")
        op.execute("UPDATE nowhere SET some = 1")
"""
HELD = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {} AND granted"


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    copied = tmp_path / "migrations"
    shutil.copytree(upgrade.SCRIPTS, copied, ignore=shutil.ignore_patterns("__pycache__"))
    return copied


def write_step(scripts: Path, deed: str) -> None:
    head = '"""Next."""\nfrom alembic import op\n'
    known = f'revision = "{NEXT}"\ndown_revision = "{NOW}"\n'
    body = f"\n\ndef upgrade(part: str) -> None:{deed}"
    (scripts / "versions" / f"{NEXT}_next.py").write_text(head + known + body)


def be_newer(scripts: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(upgrade, "SCRIPTS", scripts)
    patch.setattr(migrations, "HEAD", NEXT)


def desk(url: str, scripts: Path) -> None:
    """Be a desk with the newer program, which opens the office and goes."""
    with pytest.MonkeyPatch.context() as patch:
        be_newer(scripts, patch)
        open_office(url).close()


def tables(url: str) -> set[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        names = set(connection.dialect.get_table_names(connection))
    engine.dispose()
    return names


def test_one_desk_migrates_while_the_other_waits_and_goes_on(
    bare_server: str, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_office(bare_server).close()
    write_step(scripts, WAITS)
    engine = create_engine(bare_server, isolation_level="AUTOCOMMIT")
    first = multiprocessing.get_context("spawn").Process(target=desk, args=(bare_server, scripts))
    with engine.connect() as gate:
        gate.execute(text(f"SELECT pg_advisory_lock({GATE})"))
        first.start()
        held = text(HELD.format(upgrade.UPGRADE_LOCK))
        while not gate.scalar(held):
            assert first.exitcode is None
        with pytest.MonkeyPatch.context() as patch:
            be_newer(scripts, patch)
            with pytest.raises(BeingUpgraded):
                open_office(bare_server)
        gate.execute(text(f"SELECT pg_advisory_unlock({GATE})"))
        first.join()
    engine.dispose()

    assert first.exitcode == 0
    assert "migrated_once" in tables(bare_server)
    with pytest.raises(Newer):
        open_office(bare_server)
    be_newer(scripts, monkeypatch)
    open_office(bare_server).close()


def test_a_step_that_fails_leaves_the_older_office(
    bare_server: str, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_office(bare_server).close()
    write_step(scripts, FAILS)
    with pytest.MonkeyPatch.context() as patch:
        be_newer(scripts, patch)
        with pytest.raises(NotUpgraded):
            open_office(bare_server)

    assert "half" not in tables(bare_server)
    open_office(bare_server).close()


def test_no_office_is_migrated_under_a_desk_with_the_older_program(
    bare_server: str, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_desks, "LOOKS", 1)
    older = create_office(bare_server)
    write_step(scripts, "\n    pass\n")
    be_newer(scripts, monkeypatch)

    with pytest.raises(InUse):
        open_office(bare_server)

    with older.read() as unit:
        assert unit.audit.count() == 0
    older.close()
    open_office(bare_server).close()
