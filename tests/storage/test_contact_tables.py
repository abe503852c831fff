"""Contacts become rows: numbers by value, roles as bits, keys that mark who is who."""

from __future__ import annotations

from itertools import combinations

import pytest
from sqlalchemy.dialects import sqlite

from app.domain.contacts.contact import Role
from app.domain.contacts.duplicates import Reason
from app.storage.contact_tables import NO_VALUE, Roles, key_rows, row_of
from tests.builders import a_contact


@pytest.mark.parametrize(
    "roles", [frozenset(some) for size in range(5) for some in combinations(Role, size)]
)
def test_roles_survive_as_bits(roles: frozenset[Role]) -> None:
    kept = Roles().process_bind_param(roles, sqlite.dialect())

    assert Roles().process_result_value(kept, sqlite.dialect()) == roles


@pytest.mark.parametrize(
    ("number", "value"),
    [("0042", 42), ("1001", 1001), ("A7", NO_VALUE), ("๑", NO_VALUE), ("9" * 30, NO_VALUE)],
)
def test_only_plain_digits_have_a_value(number: str, value: int) -> None:
    assert row_of(a_contact(number=number), "FI")["number_value"] == value


def test_a_contact_is_marked_by_its_identifier_account_mail_phone_domain_and_name() -> None:
    contact = a_contact("Kahvila Aamu Oy")

    marked = {row["reason"]: row["value"] for row in key_rows([contact])}

    assert marked[Reason.ACCOUNT] == "FI4950009420028730"
    assert marked[Reason.EMAIL] == "maija@aamu.example"
    assert marked[Reason.NAME] == "kahvila amu"
    assert marked.keys() == set(Reason)
