"""Lists of quotes: in the order asked for, narrowed by how they stand, read from indexes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.invoices.invoice import Buyer
from app.domain.quotes.choosing import figures_of
from app.domain.quotes.quote import Quote
from app.domain.quotes.standing import Shown
from app.domain.shared.ids import ContactId, QuoteId
from app.domain.shared.paging import UnknownSort, View
from app.storage.database import Database
from tests.builders import a_contact
from tests.databases import on_sqlite
from tests.quoting import DAY, FIRM, a_quote
from tests.storage.plans import plans_of, statements_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
LAST = DAY + timedelta(days=30)


def named(number: int, name: str) -> Quote:
    quote = a_quote(FIRM, id=QuoteId(number))
    return replace(quote, offer=replace(quote.offer, buyer=Buyer(name)))


@pytest.fixture(autouse=True)
def listed(database: Database) -> None:
    """Keep a draft, one that was sent, one that was accepted and one that was thrown away."""
    sent = named(2, "Zetterberg").send("Q-2026-0001", DAY)
    accepted = named(3, "Aamu").send("Q-2026-0002", DAY + timedelta(days=1)).accept((), LAST)
    with database.write() as unit:
        unit.contacts.add_all((replace(a_contact(), id=ContactId(7)),), AT)
        for quote in (named(1, "Mäkelä"), sent, accepted, named(4, "Gone").discard()):
            unit.quotes.add(quote, figures_of(quote))


def ids(database: Database, view: View, today: date = DAY) -> list[int]:
    with database.read() as unit:
        found = unit.quote_lists.spine(view, None, today)
        assert list(unit.quote_lists.first(view, 2, None, today)) == list(found)[:2]
        return list(found)


def test_the_newest_come_first_and_drafts_before_them(database: Database) -> None:
    assert ids(database, View()) == [1, 3, 2]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("number", [2, 3, 1]),
        ("customer", [3, 1, 2]),
        ("valid_until", [2, 3, 1]),
        ("gross", [1, 2, 3]),
    ],
)
def test_a_list_is_in_the_order_asked_for(database: Database, sort: str, order: list[int]) -> None:
    assert ids(database, View(sort=sort)) == order


def test_an_order_that_is_not_known_is_refused(database: Database) -> None:
    with pytest.raises(UnknownSort):
        ids(database, View(sort="colour"))


@pytest.mark.parametrize(
    ("shown", "today", "found"),
    [
        (Shown.DRAFT, DAY, [1]),
        (Shown.OPEN, LAST, [2]),
        (Shown.OPEN, LAST + timedelta(days=1), []),
        (Shown.RUN_OUT, LAST, []),
        (Shown.RUN_OUT, LAST + timedelta(days=1), [2]),
        (Shown.ACCEPTED, DAY, [3]),
        (Shown.ORDERED, DAY, []),
    ],
)
def test_a_list_is_narrowed_to_how_quotes_stand_on_a_day(
    database: Database, shown: Shown, today: date, found: list[int]
) -> None:
    assert ids(database, View(only=(shown.value,)), today) == found
    with database.read() as unit:
        assert unit.quote_lists.counts(today)[shown] == len(found)


def test_rows_say_what_counts(database: Database) -> None:
    with database.read() as unit, statements_of(unit.connection) as sent:
        rows = unit.quote_lists.rows((2, 9, 1))

    assert [(row.id, row.number, row.net_minor) for row in rows] == [
        (2, "Q-2026-0001", 100_00),
        (1, "", 100_00),
    ]
    assert len(sent) == 1


@on_sqlite
@pytest.mark.parametrize("view", [View(), View(sort="customer")])
def test_the_first_rows_are_read_from_an_index(database: Database, view: View) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.quote_lists.first(view, 100, None, DAY)

    assert [step for step in plans if "ix_quote_" in step]
    assert not [step for step in plans if "TEMP B-TREE" in step]


@on_sqlite
def test_what_has_run_out_is_found_by_its_state_and_day(database: Database) -> None:
    view = View(sort="valid_until", only=(Shown.RUN_OUT.value,))
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.quote_lists.first(view, 100, None, DAY)

    assert [step for step in plans if "ix_quote_state (state=? AND valid_until<?)" in step]
