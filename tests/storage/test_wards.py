"""Every ward names columns that there are, and what is sealed is warded."""

from __future__ import annotations

from app.services.permissions import OWNER, Permission
from app.storage.types import metadata
from app.storage.wards import OWN, WARDS, closed_to

PRIVATE = frozenset({Permission.EMPLOYEES_PRIVATE.value})


def test_every_ward_names_columns_and_permissions_that_there_are() -> None:
    known = {OWN, *(one.value for one in Permission)}

    for ward in WARDS:
        assert set(ward.columns) <= {one.name for one in metadata.tables[ward.table].columns}, ward
        for needed in (ward.read, ward.change, ward.insert, ward.delete):
            assert set(needed or ()) <= known, ward


def test_every_sealed_column_is_closed_to_who_may_nothing() -> None:
    closed = closed_to(frozenset())
    sealed = {(name, "sealed") for name, one in metadata.tables.items() if "sealed" in one.columns}

    assert len(sealed) > 8
    assert sealed <= closed.read
    assert {("user_account", "limits"), ("audit", "changes"), ("employee", "pin")} <= closed.read


def test_nothing_that_is_kept_for_good_is_changed_or_deleted_by_anybody() -> None:
    closed = closed_to(frozenset(one.value for one in OWNER.permissions))

    assert {("audit", one.name) for one in metadata.tables["audit"].columns} <= closed.change
    assert {"audit", "day_closing", "user_account"} <= closed.delete
    assert closed.read == frozenset()


def test_who_reads_what_is_private_reads_every_seal_and_no_users() -> None:
    closed = closed_to(PRIVATE).read

    assert not [one for one in closed if one[1] == "sealed"]
    assert ("user_role", "permissions") in closed
