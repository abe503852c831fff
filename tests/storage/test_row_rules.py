"""The rules of rows name tables and permissions that there are, and cost an index no use."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.services.permissions import OWNER, Actor, Permission, Role
from app.services.roles import BUILT_IN
from app.storage.database import Database
from app.storage.row_rules import ROW_RULES, SIGNS, signs_of
from app.storage.types import metadata
from tests.databases import on_postgresql

CLERK = Actor("Ville", next(one for one in BUILT_IN if one.name == "sales")).rights
BY_INDEX = {
    "SELECT * FROM document WHERE id = 7": "pk_document",
    "SELECT * FROM document WHERE file_id = 7": "ix_document_file",
    "SELECT id FROM document WHERE state = 'filed' ORDER BY received_at DESC, id DESC LIMIT 50": (
        "ix_document_list"
    ),
    "SELECT id FROM document WHERE correspondent_id = 7": "ix_document_correspondent",
    "SELECT * FROM document_version WHERE document_id = 7": "pk_document_version",
    "SELECT * FROM document_tag WHERE tag_id = 7": "ix_document_tag_back",
    "SELECT * FROM document_link WHERE kind = 'contact' AND record_id = 7": (
        "ix_document_link_back"
    ),
    "SELECT * FROM archive_file WHERE id = 7": "pk_archive_file",
    "SELECT id, title FROM document_entry WHERE id = 7": "pk_document_entry",
    "SELECT id FROM expense_claim WHERE employee_id = 7": "ix_expense_claim_employee",
}


def test_every_walled_table_is_there_once() -> None:
    named = [one.table for one in ROW_RULES]

    assert set(named) <= set(metadata.tables)
    assert len(named) == len(set(named))


def test_every_sign_is_one_letter_and_stands_for_permissions_that_there_are() -> None:
    known = {one.value for one in Permission}

    assert all(len(one) == 1 and one.isalpha() for one in SIGNS)
    assert {name for needed in SIGNS.values() for name in needed} <= known


def test_who_may_everything_bears_every_sign() -> None:
    assert signs_of(Actor("Anna", OWNER).rights) == "".join(SIGNS)
    assert signs_of(frozenset()) == ""
    assert signs_of(Actor("B", Role("b", frozenset({Permission.ARCHIVE_PERSONAL}))).rights) == "p"


@on_postgresql
@pytest.mark.parametrize("sentence", BY_INDEX)
def test_a_sentence_of_a_role_still_takes_its_index(database: Database, sentence: str) -> None:
    with database.read(rights=CLERK) as unit:
        # Few rows are sorted faster than found in order: what is asked is whether they can be.
        for way in ("seqscan", "sort", "bitmapscan"):
            unit.connection.execute(text(f"SET LOCAL enable_{way} = off"))
        plan = "\n".join(unit.connection.scalars(text(f"EXPLAIN {sentence}")))

    assert BY_INDEX[sentence] in plan
    assert "Sort" not in plan
