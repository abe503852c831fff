"""Reports as files: what each report shows, named as the reader names goods."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.services import reorder, report_files, stock_reports
from app.services.office import Office
from app.services.report_files import Asked, Report
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.stocking import came, stock_office, stocked, went
from tests.trade import AT


@pytest.fixture
def office(database: Database) -> Office:
    office = stock_office(database)
    product = stocked(office, "L-9")
    came(office, product, "10", "5")
    went(office, product, "4")
    return office


@on_sqlite
@pytest.mark.parametrize(
    ("report", "figures"),
    [
        (Report.ABC, "A;L-9;"),
        (Report.AGE, ";6;30,00;30,00;"),
        (Report.TURNOVER, ";6;30,00;20,00;"),
        (Report.SLOW, ""),
    ],
)
def test_each_report_is_written_with_its_figures(
    office: Office, tmp_path: Path, report: Report, figures: str
) -> None:
    target = tmp_path / "report.csv"

    exported = office.ask(report_files.export, target, Asked(report), "fi")

    text = target.read_text("utf-8-sig")
    assert figures in text
    assert "Tavara" in text
    assert exported.rows == text.count("\n") - 1
    assert office.ask(report_files.export, tmp_path / "r.xlsx", Asked(report)).rows >= 0


@on_sqlite
def test_only_the_days_that_are_asked_for_are_written(office: Office, tmp_path: Path) -> None:
    ago = TODAY - timedelta(days=30)
    asked = Asked(Report.ABC, ago, ago)

    assert office.ask(report_files.export, tmp_path / "r.csv", asked).rows == 0


@on_sqlite
def test_goods_are_named_in_the_readers_language(office: Office) -> None:
    with office.database.write() as unit:
        (row,) = office.ask(stock_reports.abc)
        before = unit.products.get(row.goods.product_id)
        after = replace(before, names={"fi": "Lamppu", "en": "Lamp"}, version=before.version + 1)
        unit.products.save(before, after, AT)
    names = {
        language: office.ask(stock_reports.abc, None, None, language)[0].goods.name
        for language in ("fi", "en")
    }

    assert names == {"fi": "Lamppu", "en": "Lamp"}
    assert office.ask(reorder.proposals, None, "en") == ()
