"""The books as tables: what a file says is what the page says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.accounting.periods import Period
from app.outside.clock import FixedClock
from app.services import accounting, book_exports
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from tests.builders import TODAY
from tests.trade import issued, journey_6_content, opened_books

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    issued(opened, journey_6_content())
    return opened


def lines_of(path: Path) -> list[list[str]]:
    text = path.read_text("utf-8-sig").splitlines()
    return [[cell.strip('"') for cell in line.split(";")] for line in text]


def test_the_trial_balance_is_written_to_the_cent(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "balance.csv"

    exported = office.ask(book_exports.trial_balance, target, TODAY, language="fi")

    head, *rows = lines_of(target)
    assert head[0] == "Numero"
    assert exported.rows == len(rows) == 7
    assert rows[0][0] == "1700"
    assert rows[0][3:6] == ["686,56", "0,00", "686,56"]


def test_a_balance_from_a_day_on_keeps_what_was_before_as_opening(
    office: Office, tmp_path: Path
) -> None:
    target = tmp_path / "balance.csv"
    april = date(2026, 4, 1)

    office.ask(book_exports.trial_balance, target, date(2026, 4, 30), since=april)

    row = lines_of(target)[1]
    assert row[2:6] == ["686,56", "0,00", "0,00", "686,56"]


def test_ledger_journal_and_chart_are_written(office: Office, tmp_path: Path) -> None:
    receivables = next(one for one in office.ask(accounting.accounts) if one.number == "1700")

    office.ask(book_exports.ledger, tmp_path / "ledger.csv", receivables.id, MARCH)
    office.ask(book_exports.journal, tmp_path / "journal.csv", MARCH)
    chart = office.ask(book_exports.accounts, tmp_path / "chart.csv", TODAY)

    assert lines_of(tmp_path / "ledger.csv")[1][3:6] == ["686,56", "", "686,56"]
    journal = lines_of(tmp_path / "journal.csv")[1:]
    assert len(journal) == 7
    assert {row[7] for row in journal} == {"", "standard", "reduced", "low"}
    assert chart.rows == len(office.ask(accounting.accounts))


def test_a_file_that_is_there_is_kept(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "chart.xlsx"
    office.ask(book_exports.accounts, target, TODAY)

    with pytest.raises(AlreadyThere):
        office.ask(book_exports.accounts, target, TODAY)
