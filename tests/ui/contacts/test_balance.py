"""The balance of a contact in words: what it owes, what of it is late, and its credit."""

from __future__ import annotations

from app.services.open_items import Account
from app.ui.contacts.facts import account_text
from tests.paying import eur


def test_a_contact_that_owes_nothing_has_no_balance() -> None:
    assert account_text(Account((), (), (), 0)) == ""


def test_what_is_open_late_and_left_stands_in_one_line() -> None:
    account = Account((eur("120"),), (eur("20"),), (eur("5"),), 2)

    assert account_text(account) == "2 open items · €120.00 open · €20.00 overdue · credit €5.00"
