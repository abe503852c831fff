from __future__ import annotations

from app.storage.database import Database


def test_a_new_office_has_no_taxes_of_its_own(database: Database) -> None:
    with database.read() as unit:
        assert unit.tax_codes.all() == ()
        assert unit.exemptions.all() == ()
        assert unit.certificates.all() == ()
        assert unit.tax_shares.of() == ()
