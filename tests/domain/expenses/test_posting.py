from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Entry, Journal
from app.domain.expenses.posting import sides_of, sides_of_payment
from app.domain.shared.ids import AccountId, EntryId
from tests.domain.expenses.test_expense import DAY, claim, line

AMOUNTS = st.lists(
    st.tuples(st.integers(1, 10**6), st.sampled_from(["0", "13.5", "25.5"])), min_size=1, max_size=6
)


def account_of(use: AccountUse, vat: str | None) -> AccountId:
    return AccountId({AccountUse.INPUT_VAT: 1, AccountUse.EMPLOYEE_PAYABLE: 2}[use])


@given(AMOUNTS)
def test_whatever_is_claimed_is_booked_in_balance_and_paid_in_full(
    amounts: list[tuple[int, str]],
) -> None:
    made = claim(*(line(at, *one) for at, one in enumerate(amounts)))

    sides = sides_of(made, account_of)
    payment = sides_of_payment(made, AccountId(3), account_of)

    Entry(EntryId(1), "1", Journal.GENERAL, DAY, "x", sides)
    Entry(EntryId(2), "2", Journal.BANK, DAY, "x", payment)
    owed = [one.amount.minor for one in (*sides, *payment) if one.account_id == 2]
    assert sum(owed) == 0
    assert made.gross.minor == sum(minor for minor, _ in amounts)
    vat = sum(one.amount.minor for one in sides if one.account_id == 1)
    assert vat == made.vat.minor
