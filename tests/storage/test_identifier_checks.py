"""What came in past the forms and does not check is found; what has no rule is left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.references import rf, viitenumero
from app.storage import identifier_checks
from app.storage.database import Database
from app.storage.identifier_checks import is_payable
from tests.builders import a_contact
from tests.databases import tamper

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_contacts_are_read_in_slices_and_each_wrong_number_is_named(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identifier_checks, "SLICE", 1)
    good, wrong = a_contact(), a_contact("Kahvila Ilta Oy")
    with database.write() as unit:
        unit.contacts.add_all((good, wrong), AT)
        for table, column in (("contact_identifier", "value"), ("contact_account", "iban")):
            change = f"UPDATE {table} SET {column} = 'FI1' WHERE contact_id = {wrong.id}"  # noqa: S608  our own names
            tamper(unit.connection, change)

    with database.read() as unit:
        first, none = unit.identifier_checks.contacts_after(0)
        second, found = unit.identifier_checks.contacts_after(first)
        assert (first, second, none) == (good.id, wrong.id, ())
        assert {one.code for one in found} == {"health.identifier", "health.account"}
        assert {one.field for one in found} == {f"contact:{wrong.id}"}
        assert unit.identifier_checks.contacts_after(second) == (0, ())
        assert list(unit.identifier_checks.invoices()) == []


@given(st.integers(0, 10**15))
def test_every_reference_that_we_make_is_payable(number: int) -> None:
    ours = viitenumero(str(number))

    assert is_payable(ours)
    assert is_payable(rf(ours))
    assert not is_payable(ours[:-1] + str((int(ours[-1]) + 1) % 10))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("INV-2026-1", True), ("RF00123", False), ("1234", False), ("0" * 27, False)],
)
def test_a_reference_is_held_against_the_rule_of_its_shape(reference: str, expected: bool) -> None:  # noqa: FBT001  given by the table
    assert is_payable(reference) is expected
