from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from app.domain.payments.withholding import Income, NewCertificate, Withheld
from app.services import tax_codes, withholding
from app.storage.database import Database
from tests.taxes import MARCH_15, american, baht, houston, thai
from tests.trade import AAMU, a_content, a_written_line, issued


def test_records_are_read_as_they_were_written(database: Database) -> None:
    office = american(database)
    kept = office.do(tax_codes.write, houston()).result

    with office.database.read() as unit:
        assert unit.tax_codes.get(kept.id) == kept


@pytest.mark.parametrize(
    "deed",
    [
        "DELETE FROM withholding_certificate",
        "UPDATE withholding_certificate SET number = 'X'",
        "UPDATE withholding_certificate SET tax_minor = 1",
    ],
)
def test_the_database_itself_keeps_certificates(database: Database, deed: str) -> None:
    office = thai(database)
    row = Withheld(Income.SERVICES, MARCH_15, baht("100"), baht("3"), "rent")
    office.do(withholding.issue, NewCertificate(AAMU.id, (row,)))

    with pytest.raises(DatabaseError), office.database.write() as unit:
        unit.connection.execute(text(deed))


@pytest.mark.parametrize(
    "deed",
    ["DELETE FROM invoice_tax", "UPDATE invoice_tax SET tax_minor = 0", "DELETE FROM tax_code"],
)
def test_the_database_itself_keeps_the_taxes_of_invoices(database: Database, deed: str) -> None:
    office = american(database)
    office.do(tax_codes.write, houston())
    issued(office, a_content(a_written_line("1", "100", "")))

    with pytest.raises(DatabaseError), office.database.write() as unit:
        unit.connection.execute(text(deed))
