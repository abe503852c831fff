"""Gaps are counted by the database and told in their order."""

from __future__ import annotations

from datetime import date

from app.domain.archive.gaps import Gap
from app.domain.contacts.contact import Role
from app.storage.database import Database
from app.storage.gaps import Asked
from tests.builders import a_contact
from tests.domain.archive.papers import AT

ON = Asked(date(2026, 3, 10))


def test_suppliers_without_contract_come_by_name(database: Database) -> None:
    with database.write() as unit:
        for name, role in (("Ö", Role.SUPPLIER), ("A", Role.SUPPLIER), ("B", Role.CUSTOMER)):
            unit.contacts.add(a_contact(name, role), AT)

        found = unit.gaps.first(Gap.CONTRACT, ON, 9)

        assert [one.name for one in found] == ["A", "Ö"]
        assert unit.gaps.count(Gap.CONTRACT, ON) == 2
        assert unit.gaps.first(Gap.CONTRACT, ON, 1) == found[:1]
        assert unit.gaps.count(Gap.PAPER, ON) == 0
        assert unit.gaps.first(Gap.VOUCHER, ON, 9) == ()
