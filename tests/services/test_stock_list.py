"""The stock list of a day, on paper and in a file, is worth what its account says."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.services import stock_list
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.stocking import came, stock_office, stocked, went

EARLIER = TODAY - timedelta(days=9)


def test_the_stock_list_of_a_day_says_cost_value_and_that_the_account_agrees(
    database: Database, tmp_path: Path
) -> None:
    office = stock_office(database)
    gone, kept = stocked(office, "B-2"), stocked(office, "A-1")
    came(office, gone, "10", "5", on=EARLIER)
    came(office, kept, "3", "3.3333", on=EARLIER)
    went(office, gone, "10")

    then = office.ask(stock_list.listed, EARLIER)
    now = office.ask(stock_list.listed, TODAY + timedelta(days=9))
    paper = "\n".join(page_texts(office.ask(stock_list.page, EARLIER, "en")))
    exported = office.ask(stock_list.export, tmp_path / "stock.csv", EARLIER, "en")

    assert [one.code for one in then.rows] == ["A-1", "B-2"]
    assert [one.code for one in now.rows] == ["A-1"]
    assert (now.agreement.day, now.agreement.difference_minor) == (TODAY, 0)
    for told in ("60.00", "5.0000", f"Agrees with account {then.agreement.account}."):
        assert told in paper
    first, *lines = (tmp_path / "stock.csv").read_text("utf-8-sig").splitlines()
    assert exported.rows == len(lines) == 2
    assert first.startswith("Code;Goods;On hand;Unit;Cost of one;Value")
    assert lines[0].split(";")[-4:] == ["3,3333", "10,00", "EUR", EARLIER.isoformat()]
    with pytest.raises(AlreadyThere):
        office.ask(stock_list.export, tmp_path / "stock.csv", EARLIER)


def test_nothing_lies_there_on_an_early_day(database: Database) -> None:
    office = stock_office(database)
    came(office, stocked(office), "1", "5")

    paper = "\n".join(page_texts(office.ask(stock_list.page, date(2000, 1, 1), "en")))

    assert "Nothing lay there." in paper
