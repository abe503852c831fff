"""The postage book of a month: its dispatches, their totals, its page and its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.correspondence.letter import Channel
from app.domain.shared.money import Money
from app.services import dispatching, postage
from app.services.office import Office
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.services.letters import an_office, issued


@pytest.fixture
def office(database: Database) -> Office:
    office = an_office(database)
    for way, paid in ((Channel.POST, 230), (Channel.REGISTERED, 1290)):
        told = (issued(office).id, way, "", "RR1", Money(paid, "EUR"))
        office.do(dispatching.send, *told)
    return office


def test_a_month_holds_what_left_in_it_with_totals(office: Office) -> None:
    book = office.ask(postage.book, TODAY)

    assert (book.first, book.last) == (date(2026, 3, 1), date(2026, 3, 31))
    assert [line.number for line in book.lines] == ["OUT-2026-0001", "OUT-2026-0002"]
    assert [(one.channel, one.count, one.postage.minor) for one in book.totals] == [
        (Channel.POST, 1, 230),
        (Channel.REGISTERED, 1, 1290),
        (None, 2, 1520),
    ]
    assert office.ask(postage.book, date(2026, 4, 1)).lines == ()
    assert office.ask(postage.book, date(2026, 2, 28)).lines == ()
    assert office.ask(postage.book, date.max).last == date.max


def test_the_month_is_printed_with_its_tracking_numbers(office: Office) -> None:
    (page,) = page_texts(office.ask(postage.printed, TODAY, "en"))

    for words in ("Postage book", "OUT-2026-0002", "RR1", "Registered mail", "15.20"):
        assert words in page


def test_the_month_is_written_to_a_file(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "postage.csv"

    exported = office.ask(postage.export, TODAY, target, "en")

    rows = target.read_text(encoding="utf-8-sig").splitlines()
    assert (exported.rows, len(rows)) == (2, 3)
    assert "OUT-2026-0001" in rows[1]
    assert "2,30" in rows[1]
    with pytest.raises(AlreadyThere):
        office.ask(postage.export, TODAY, target, "en")
