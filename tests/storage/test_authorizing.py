"""SQLite itself refuses what a role may not, in whatever sentence it is asked."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import func, literal_column, select, text

from app.services.permissions import OWNER, Actor
from app.services.roles import BUILT_IN
from app.storage.authorizing import RIGHTS
from app.storage.database import Database
from app.storage.employee_tables import contract
from app.storage.faults import Forbidden
from app.storage.unit import Unit
from tests.databases import on_sqlite

READ = 20
"""What SQLite calls the reading of a column."""
EVERYTHING = Actor("Anna", OWNER).rights
SALES = Actor("Ville", next(one for one in BUILT_IN if one.name == "sales")).rights
BARE = (
    "SELECT sealed FROM contract",
    "SELECT * FROM payslip",
    "SELECT id FROM contract ORDER BY sealed",
    "SELECT id FROM contract WHERE sealed > 'a'",
    "SELECT count(sealed) FROM tax_card",
    "SELECT length(p.sealed) FROM pay_item AS p",
    "WITH hidden AS (SELECT sealed AS x FROM contract) SELECT x FROM hidden",
    "SELECT (SELECT max(sealed) FROM applicant) FROM company",
    "SELECT id FROM employee WHERE id IN (SELECT employee_id FROM leave_request WHERE sealed > '')",
    "SELECT sealed FROM sealed_file",
    "SELECT limits FROM user_account",
    "SELECT permissions FROM user_role",
    "SELECT changes FROM audit",
    "SELECT arguments FROM audit WHERE seq = 1",
)
WRITES = (
    "UPDATE contract SET sealed = ''",
    "INSERT INTO company SELECT * FROM payslip",
    "INSERT INTO tax_card SELECT * FROM tax_card",
    "UPDATE user_account SET roles = '[\"owner\"]'",
    "INSERT INTO user_role VALUES (1, 1, 'x', '[]')",
    "DELETE FROM person_key",
)
NOBODY = (
    "UPDATE audit SET who = 'Ville'",
    "DELETE FROM audit",
    "DROP TRIGGER guard_audit_update_kept",
    "DROP TABLE contract",
    "CREATE TABLE mine (a)",
    "CREATE TEMP TABLE mine (a)",
    "CREATE TEMP VIEW mine AS SELECT 1",
    "ALTER TABLE contract ADD COLUMN a",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "PRAGMA writable_schema = ON",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA key = 'x'",
    "PRAGMA table_info(contract)",
    "SELECT load_extension('x')",
    "SELECT sqlcipher_export('main')",
    "REINDEX",
    "ANALYZE",
)


def tried(unit: Unit, sentence: str) -> Any:
    """Send a bare sentence as a slip in a service would."""
    return unit.connection.execute(text(sentence)).all()


@on_sqlite
@pytest.mark.parametrize("sentence", BARE)
def test_no_sentence_reads_a_hidden_column(database: Database, sentence: str) -> None:
    with database.read(rights=SALES) as unit, pytest.raises(Forbidden):
        tried(unit, sentence)
    with database.read(rights=EVERYTHING) as unit:
        tried(unit, sentence)


@on_sqlite
@pytest.mark.parametrize("sentence", WRITES)
def test_no_sentence_writes_what_the_role_may_not(database: Database, sentence: str) -> None:
    with pytest.raises(Forbidden), database.write(SALES) as unit:
        tried(unit, sentence)


@on_sqlite
@pytest.mark.parametrize("sentence", NOBODY)
def test_what_no_command_does_nobody_may(database: Database, sentence: str) -> None:
    with pytest.raises(Forbidden), database.write(EVERYTHING) as unit:
        tried(unit, sentence)


@on_sqlite
@pytest.mark.parametrize("role", BUILT_IN, ids=[one.name for one in BUILT_IN])
def test_who_is_not_let_in_reads_no_salary_whatever_the_role(database: Database, role: Any) -> None:
    rights = Actor("Somebody", role).rights
    with database.read(rights=rights) as unit:
        if "employees.private" in rights:
            assert tried(unit, "SELECT sealed FROM payslip") == []
        else:
            with pytest.raises(Forbidden):
                tried(unit, "SELECT sealed FROM payslip")


@on_sqlite
def test_what_was_prepared_for_one_role_is_not_carried_out_for_another(database: Database) -> None:
    """The same connection, and the same sentence that the driver keeps ready."""
    wanted = select(func.count(contract.c.sealed)).where(contract.c.id > literal_column("0"))
    for _ in range(3):
        with database.write(EVERYTHING) as unit:
            assert unit.connection.scalar(wanted) == 0
            used = unit.connection.connection.driver_connection
        with database.write(SALES) as unit:
            assert unit.connection.connection.driver_connection is used
            with pytest.raises(Forbidden):
                unit.connection.scalar(wanted)


@on_sqlite
def test_the_same_rights_prepare_nothing_anew(database: Database) -> None:
    """Whoever asks again pays nothing: SQLite is asked when it prepares, and only then."""
    asked: list[int] = []
    with database.write(SALES) as unit:
        raw: Any = unit.connection.connection.driver_connection

        def note(deed: int, *_: object) -> int:
            asked.append(deed)
            return 0

        raw.set_authorizer(note)
    counts = []
    for _ in range(4):
        with database.write(SALES) as unit:
            assert unit.connection.connection.driver_connection is raw
            unit.connection.execute(select(contract.c.id)).all()
        counts.append(asked.count(READ))

    first, *later = [after - before for before, after in pairwise((0, *counts))]
    assert first > 0
    assert later == [0, 0, 0]


@on_sqlite
def test_the_house_itself_is_not_bound(database: Database) -> None:
    with database.write(SALES) as unit:
        assert unit.connection.info[RIGHTS] == SALES
    with database.write() as unit:
        tried(unit, "SELECT sealed FROM contract")
        assert unit.connection.info[RIGHTS] is None
