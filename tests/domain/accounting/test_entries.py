"""What a clerk writes in the books becomes an account or an entry, tidy and balanced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import AccountKind, AccountUse
from app.domain.accounting.entries import AccountForm, NewEntry, form_of
from app.domain.accounting.journal import Journal, Posting, Unbalanced
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money, TooLarge
from tests.builders import TODAY

FORM = AccountForm(" 1700 ", {"en": " Bank ", "fi": " "}, AccountKind.ASSET, AccountUse.BANK)


def test_an_account_is_tidied() -> None:
    account = FORM.as_account(AccountId(1), 2)

    assert (account.number, account.names, account.version) == ("1700", {"en": "Bank"}, 2)
    assert (account.kind, account.use) == (AccountKind.ASSET, AccountUse.BANK)


def test_a_form_shows_what_an_account_is() -> None:
    account = replace(FORM, report="R1", is_closed=True).as_account(AccountId(1), 2)

    assert form_of(account).as_account(AccountId(1), 2) == account


def test_an_entry_has_no_empty_sides() -> None:
    sides = tuple(
        Posting(AccountId(no), Money(minor, "EUR")) for no, minor in enumerate((5, 0, -5))
    )

    entry = NewEntry(TODAY, " Rent ", sides, Journal.GENERAL).as_entry(EntryId(7), "1")

    assert [side.amount.minor for side in entry.postings] == [5, -5]
    assert (entry.text, entry.booked_on, entry.number) == ("Rent", TODAY, "1")


def test_an_entry_of_nothing_does_not_balance() -> None:
    with pytest.raises(Unbalanced):
        NewEntry(TODAY, "", ()).as_entry(EntryId(7), "1")


def test_an_entry_does_not_come_to_more_than_the_books_hold() -> None:
    large = Money(99_999_999_999_999_999, "EUR")
    sides = (Posting(AccountId(1), large), Posting(AccountId(2), -large))

    with pytest.raises(TooLarge):
        NewEntry(TODAY, "x", sides * 2).as_entry(EntryId(1), "1")

    assert NewEntry(TODAY, "x", sides).as_entry(EntryId(1), "1").postings == sides
