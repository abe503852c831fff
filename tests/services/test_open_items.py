"""Open items: the same documents, as of any day, whoever asks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.paging import UnknownState, View
from app.outside.clock import FixedClock
from app.services import invoices, open_items, payments
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import credited, eur, paid, part
from tests.trade import AAMU, a_content, at, drafted, issued, opened_books

DAY = timedelta(days=1)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def open_on(office: Office, days: int) -> list[tuple[str, int]]:
    found = office.ask(open_items.as_of, TODAY + days * DAY)
    return [(item.number, item.open.minor) for item in found]


def test_a_list_as_of_a_day_does_not_know_what_came_after(office: Office) -> None:
    invoice = issued(office)
    second, fifth = at(office, TODAY + 2 * DAY), at(office, TODAY + 5 * DAY)
    paid(second, "100", part(invoice, "100"))
    rest = paid(fifth, "25.50", part(invoice, "25.50"))
    at(office, TODAY + 9 * DAY).do(payments.reverse, rest.id, "Wrong")

    assert open_on(office, -1) == []
    assert open_on(office, 0) == open_on(office, 1) == [("20260001", 12550)]
    assert open_on(office, 2) == open_on(office, 4) == [("20260001", 2550)]
    assert open_on(office, 5) == open_on(office, 8) == []
    assert open_on(office, 9) == [("20260001", 2550)]


def test_a_credit_note_stands_in_the_list_with_its_sign(office: Office) -> None:
    issued(office)
    credited(office, "40")

    assert sorted(open_on(office, 0)) == [("20260001", 12550), ("CN-1", -5020)]


def test_the_list_is_narrowed_to_what_is_late(office: Office) -> None:
    old, new = issued(office), issued(office, a_content(due_on=TODAY + 60 * DAY))
    later = at(office, TODAY + 20 * DAY)

    assert list(later.ask(open_items.spine, View(only=("overdue",)))) == [old.id]
    assert list(later.ask(open_items.spine, View(only=("not-due",)))) == [new.id]
    assert later.ask(open_items.counts) == {"open": 2, "overdue": 1}
    with pytest.raises(UnknownState):
        office.ask(open_items.spine, View(only=("paid",)))


@pytest.mark.parametrize("sort", ["due_on", "issued_on", "number", "customer", "open", "amount"])
def test_the_list_is_sorted_by_every_column(office: Office, sort: str) -> None:
    first, second = issued(office), issued(office, a_content(due_on=TODAY + 60 * DAY))

    rows = office.ask(open_items.first, View(sort=sort), 9)

    assert [row.id for row in rows] == [first.id, second.id]
    assert list(office.ask(open_items.spine, View(sort=sort))) == [first.id, second.id]
    assert office.ask(open_items.rows, (second.id,)) == rows[1:]


def test_the_list_is_searched(office: Office) -> None:
    invoice = issued(office)
    issued(office)

    for words in (invoice.number, "202600017"):
        assert list(office.ask(open_items.spine, View(words=words))) == [invoice.id]
        assert [row.id for row in office.ask(open_items.first, View(words=words), 9)] == [
            invoice.id
        ]


def test_an_aged_list_says_how_late_a_customer_is(office: Office) -> None:
    issued(office)
    later = TODAY + (14 + 45) * DAY

    (sums,) = at(office, later).ask(open_items.aged)

    assert (sums.contact_id, sums.parts) == (AAMU.id, (0, 0, 12550, 0, 0))


def test_the_account_of_a_customer_is_what_it_owes_and_what_it_has(office: Office) -> None:
    issued(office)
    paid(office, "10")
    late = at(office, TODAY + 20 * DAY)

    account = late.ask(open_items.account, AAMU.id)

    assert (account.owed, account.overdue) == ((eur("125.50"),), (eur("125.50"),))
    assert (account.credit, account.items) == ((eur("10"),), 1)


def test_the_list_of_invoices_says_how_each_stands(office: Office) -> None:
    whole, some, none = issued(office), issued(office), issued(office)
    draft = drafted(office)
    paid(office, "175.50", part(whole, "125.50"), part(some, "50"))

    rows = office.ask(invoices.rows, (whole.id, some.id, none.id, draft.id))

    assert [row.open_minor for row in rows] == [0, 7550, 12550, None]
    assert list(office.ask(invoices.spine, View(only=("settled",)))) == [whole.id]
    assert sorted(office.ask(invoices.spine, View(only=("open",)))) == [some.id, none.id]
    late = at(office, TODAY + 20 * DAY)
    assert sorted(late.ask(invoices.spine, View(only=("overdue", "draft")))) == [
        some.id,
        none.id,
        draft.id,
    ]
    assert late.ask(invoices.counts)["overdue"] == 2


def test_a_draft_has_no_position(office: Office) -> None:
    assert office.ask(open_items.position, drafted(office).id) is None


def test_a_view_says_what_its_items_leave_open_together(office: Office) -> None:
    old, new = issued(office), issued(office, a_content(due_on=TODAY + 60 * DAY))
    paid(office, "25.50", part(new, "25.50"))
    credited(office, "40")
    later = at(office, TODAY + 20 * DAY)

    assert later.ask(open_items.sums, View()) == (eur("175.30"),)
    assert later.ask(open_items.sums, View(only=("overdue",))) == (eur("125.50"),)
    assert later.ask(open_items.sums, View(words=old.number or "")) == (eur("125.50"),)
    assert later.ask(open_items.sums, View(words="nobody")) == ()
