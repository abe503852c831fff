"""The rules of rows name tables and permissions that there are, and cost an index no use."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import text

from app.services.permissions import OWNER, Actor, Permission, Role
from app.services.roles import BUILT_IN
from app.storage.offices import create_office
from app.storage.row_rules import ROW_RULES, SIGNS, signs_of
from app.storage.types import metadata

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


def test_a_sentence_of_a_role_still_takes_its_index(bare_server: str) -> None:
    """The tables are new: those that other tests emptied have as many pages as those left in them.

    Their number decides which index is cheaper, and differs from run to run.
    """
    with (
        closing(create_office(bare_server)) as database,
        database.read(rights=CLERK) as unit,
    ):
        # Few rows are sorted faster than found in order: what is asked is whether they can be.
        for way in ("seqscan", "sort", "bitmapscan"):
            unit.connection.execute(text(f"SET LOCAL enable_{way} = off"))
        plans = {
            sentence: "\n".join(unit.connection.scalars(text(f"EXPLAIN {sentence}")))
            for sentence in BY_INDEX
        }

    assert {one: plan for one, plan in plans.items() if BY_INDEX[one] not in plan} == {}
    assert [plan for plan in plans.values() if "Sort" in plan] == []
