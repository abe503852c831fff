from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.journal import Entry, Journal
from app.domain.payments.open_item import Position
from app.domain.payments.undue import settled_of, sides_of_due, stood_on
from app.domain.shared.ids import AccountId, EntryId, InvoiceId
from app.domain.shared.money import Money
from tests.taxes import MARCH_15, baht

UNDUE, DUE = AccountId(1), AccountId(2)


def a_position(amount: int, left: int) -> Position:
    whole = Position(InvoiceId(1), None, "THB", MARCH_15, MARCH_15, amount, amount, MARCH_15)
    return replace(whole, open_minor=left)


@given(st.integers(1, 10**9), st.integers(0, 10**8), st.data())
def test_tax_falls_due_between_nothing_and_all_of_it(
    gross: int, tax: int, data: st.DataObject
) -> None:
    left = data.draw(st.integers(0, gross))

    settled = settled_of(Money(tax, "THB"), a_position(gross, left)).minor

    assert 0 <= settled <= tax
    if left == 0:
        assert settled == tax
    if left == gross:
        assert settled == 0


def test_a_credit_note_counts_the_other_way_round() -> None:
    note = a_position(-1070, -535)

    assert settled_of(Money(-70, "THB"), note) == Money(-35, "THB")


def test_what_falls_due_moves_from_one_account_to_the_other() -> None:
    sides = sides_of_due(baht("7"), UNDUE, DUE, "service")
    back = sides_of_due(baht("-7"), UNDUE, DUE, "service")

    assert [(one.account_id, one.amount) for one in sides] == [
        (UNDUE, baht("7")),
        (DUE, baht("-7")),
    ]
    assert [one.account_id for one in back] == [DUE, UNDUE]
    entry = Entry(EntryId(1), "1", Journal.GENERAL, MARCH_15, "", tuple(sides))
    assert stood_on(UNDUE, (entry, entry)) == {"service": baht("14")}
    assert stood_on(AccountId(3), (entry,)) == {}
