"""Each country gives documents up on the day after their last, and not a day before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.archive.holds import HoldForm
from app.services import disposing, documents, holding
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.services.test_disposing import an_office, due_on, filed
from tests.services.test_documents import a_type, changed, taken
from tests.trade import at


@pytest.mark.parametrize(
    ("country", "code", "parts", "last"),
    [
        ("DE", "bill", {}, date(2034, 12, 31)),
        ("DE", "financial-statement", {}, date(2036, 12, 31)),
        ("DE", "letter", {}, date(2032, 12, 31)),
        ("DE", "contract", {"event_on": date(2030, 6, 30)}, date(2036, 12, 31)),
        ("FI", "bill", {}, date(2032, 12, 31)),
        ("FI", "financial-statement", {}, date(2036, 12, 31)),
        ("FI", "contract", {"event_on": date(2028, 2, 29)}, date(2038, 2, 28)),
        ("TH", "bill", {}, date(2031, 12, 31)),
        ("TH", "personnel", {"event_on": date(2026, 9, 30)}, date(2028, 9, 30)),
        ("US", "bill", {}, date(2033, 12, 31)),
        ("US", "personnel", {"event_on": date(2026, 9, 30)}, date(2030, 12, 31)),
    ],
)
@on_sqlite
def test_each_country_gives_up_a_document_on_the_day_after_its_last(
    database: Database, country: str, code: str, parts: dict[str, Any], last: date
) -> None:
    office = an_office(database, country)
    one = filed(office, "a.pdf", code, **parts)

    before, after = due_on(office, last), due_on(office, date.fromordinal(last.toordinal() + 1))

    assert (before, after) == (set(), {one})
    (item,) = at(office, date(2045, 1, 1)).ask(disposing.due)
    assert item.ground is not None
    assert item.ground.until == last


@on_sqlite
def test_journey_5_a_german_bill_of_2026_goes_after_2034_unless_it_is_held(
    database: Database,
) -> None:
    office = an_office(database, "DE")
    one, held = filed(office, "bill.pdf"), filed(office, "disputed.pdf")
    form = HoldForm("Dispute", "Letter of their lawyer", documents=(held,))
    office.do(holding.place, form)

    assert due_on(office, date(2034, 12, 31)) == set()
    assert due_on(office, date(2035, 1, 1)) == {one}


@on_sqlite
def test_a_fiscal_year_of_its_own_moves_the_last_day(database: Database) -> None:
    office = an_office(database, "TH", year_starts=4)
    one = filed(office, "a.pdf", day=date(2026, 4, 1))

    assert due_on(office, date(2032, 3, 31)) == set()
    assert due_on(office, date(2032, 4, 1)) == {one}


@on_sqlite
def test_what_is_for_good_waits_for_its_event_or_has_no_type_is_never_due(
    database: Database,
) -> None:
    office = an_office(database)
    filed(office, "minutes.pdf", "minutes", day=date(1990, 1, 1))
    filed(office, "contract.pdf", "contract", day=date(1990, 1, 1))
    filed(office, "untyped.pdf", type_id=None, day=date(1990, 1, 1))
    inbox = taken(office, "inbox.pdf")
    changed(office, inbox, type_id=a_type(office, "bill").id, day=date(1990, 1, 1))

    assert due_on(office, date(2099, 1, 1)) == set()


@on_sqlite
def test_what_belongs_to_a_booking_is_kept_as_a_voucher(database: Database) -> None:
    office = an_office(database)
    one = filed(office, "note.pdf", "other")

    assert due_on(office, date(2030, 1, 1)) == {one}
    office.do(documents.link, one, "entry:7")
    assert due_on(office, date(2032, 12, 31)) == set()
    assert due_on(office, date(2033, 1, 1)) == {one}
