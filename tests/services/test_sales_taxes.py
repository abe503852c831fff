from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.accounting.periods import Period
from app.services import sales_taxes, tax_codes
from app.services.office import Office
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from tests.documents.reading import page_texts
from tests.taxes import american, houston
from tests.trade import a_content, a_written_line, issued

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def office(database: Database) -> Office:
    opened = american(database)
    opened.do(tax_codes.write, houston())
    issued(opened, a_content(a_written_line("1", "1234.56", "")))
    issued(opened, a_content(a_written_line("1", "50", "resale")))
    return opened


def test_the_report_is_written_as_a_table(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "tax.csv"

    done = office.ask(sales_taxes.export_report, target, MARCH)

    lines = target.read_text("utf-8-sig").splitlines()
    assert done.rows == 4
    assert lines[1] == "tx,Texas,State,6.25,1234.56,77.16,USD"
    assert lines[-1] == ',"Sale for resale, certificate on file",,0,50.00,0.00,USD'
    with pytest.raises(AlreadyThere):
        office.ask(sales_taxes.export_report, target, MARCH)


def test_the_report_is_a_page(office: Office) -> None:
    text = "\n".join(page_texts(office.ask(sales_taxes.report_page, MARCH.first, MARCH.last)))

    for words in ("Sales tax by authority", "Houston Metro", "101.85", "Sales without tax"):
        assert words in text
