from __future__ import annotations

from datetime import date

from app.services import tax_codes
from app.storage.database import Database
from tests.taxes import MARCH_15, american, houston
from tests.trade import a_content, a_written_line, drafted, issued


def test_shares_are_read_as_they_were_written(database: Database) -> None:
    office = american(database)
    office.do(tax_codes.write, houston())
    invoice = issued(office, a_content(a_written_line("1", "100", "")))

    with office.database.read() as unit:
        shares = unit.tax_shares.of(invoice.id)
        nothing = unit.tax_shares.of()

    assert [(one.authority, one.tax.minor) for one in shares] == [
        ("tx", 625),
        ("tx.houston", 100),
        ("tx.metro", 100),
    ]
    assert nothing == ()


def test_only_issued_invoices_use_a_code(database: Database) -> None:
    office = american(database)
    office.do(tax_codes.write, houston())
    drafted(office, a_content(a_written_line("1", "100", "")))
    with office.database.read() as unit:
        before = unit.tax_shares.last_used("tx_houston")

    issued(office, a_content(a_written_line("1", "100", "")))

    with office.database.read() as unit:
        assert before is None
        assert unit.tax_shares.last_used("tx_houston") == MARCH_15
        assert unit.tax_shares.collected(date(2026, 3, 16), date(2026, 3, 31)) == ()
