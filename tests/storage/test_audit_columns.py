"""The audit is one chain for all: rows stay whole, and what is in them is a matter of columns."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.outside.clock import FixedClock
from app.services import anchors, contracts, drafts, employees
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.services.roles import BUILT_IN
from app.storage.database import Database
from app.storage.faults import Forbidden
from tests.builders import TODAY
from tests.employing import PRIVATE, a_form, as_role, hire
from tests.services.test_canary import leaked
from tests.trade import opened_books

HIDDEN = ("arguments", "changes")
SHAPES = (
    "SELECT * FROM audit",
    "SELECT {c} FROM audit",
    "SELECT seq FROM audit WHERE {c} LIKE '%4711%'",
    "SELECT seq FROM audit ORDER BY {c}",
    "SELECT count({c}) FROM audit",
    "SELECT count(DISTINCT {c}) FROM audit",
    "SELECT length({c}) FROM audit",
    "SELECT max({c}) FROM audit",
    "SELECT substr({c}, 1, 1) FROM audit",
    "SELECT {c}, count(*) FROM audit GROUP BY {c}",
    "SELECT a.seq FROM audit AS a JOIN audit AS b ON a.{c} = b.{c}",
    "SELECT seq FROM audit WHERE {c} IN (SELECT {c} FROM audit)",
    "SELECT (SELECT max({c}) FROM audit) FROM company",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM audit WHERE {c} > 'a')",
    "SELECT CASE WHEN {c} > 'a' THEN 1 END FROM audit",
    "SELECT row_number() OVER (ORDER BY {c}) FROM audit",
    "SELECT {c} FROM audit UNION ALL SELECT {c} FROM audit",
    "WITH seen AS (SELECT {c} AS x FROM audit) SELECT x FROM seen",
    "SELECT x FROM (SELECT * FROM audit) AS inside, (SELECT 1 AS x) AS one",
    "SELECT seq FROM audit GROUP BY seq HAVING max({c}) > 'a'",
)
"""What each has to answer to who may not read the log: that it is forbidden."""
READERS = {Permission.AUDIT_READ, Permission.EMPLOYEES_PRIVATE}
OUTSIDE = [one for one in BUILT_IN if not one.permissions & READERS]
INSIDE = [one for one in BUILT_IN if one.permissions & READERS]


@pytest.fixture
def office(database: Database) -> Office:
    """An office whose audit tells of a person's pay, health and account, sealed."""
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    maija = hire(opened)
    (contract,) = opened.ask(contracts.of, maija.id)
    opened.do(employees.show_private, maija.id)
    opened.do(contracts.show_pay, contract.id)
    opened.do(contracts.next_version, contract.id)
    opened.do(drafts.keep, "employee-private", maija.id, maija.version, PRIVATE)
    opened.do(employees.change, maija.id, maija.version, a_form(position="Head"))
    return opened


def test_there_are_roles_on_both_sides() -> None:
    assert {one.name for one in OUTSIDE} >= {"sales", "warehouse", "correspondence", "backup"}
    assert {one.name for one in INSIDE} >= {"owner", "auditor", "accounting", "personnel"}


@pytest.mark.parametrize("role", OUTSIDE, ids=[one.name for one in OUTSIDE])
def test_no_shape_of_sentence_reads_what_entries_hold(office: Office, role: Role) -> None:
    rights = Actor("Somebody", role).rights
    for shape in SHAPES:
        for column in HIDDEN:
            sentence = shape.format(c=column)
            with office.database.read(rights=rights) as unit, pytest.raises(Forbidden):
                unit.connection.execute(text(sentence)).all()


@pytest.mark.parametrize("role", INSIDE, ids=[one.name for one in INSIDE])
def test_who_reads_the_log_finds_what_is_private_sealed(office: Office, role: Role) -> None:
    with office.database.read(rights=Actor("Somebody", role).rights) as unit:
        rows = unit.connection.execute(text("SELECT * FROM audit")).all()

    assert len(rows) > 5
    assert leaked("\n".join(map(str, rows))) == []
    assert any("sealed" in str(one) for one in rows)


@pytest.mark.parametrize("name", ["owner", "auditor", "accounting"])
def test_who_may_verify_proves_the_whole_chain(office: Office, name: str) -> None:
    role = next(one for one in BUILT_IN if one.name == name)

    walked = as_role(office, role).ask(anchors.walk)

    assert walked.broken == ()
