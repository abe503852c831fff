"""By which words the books are found: accounts by number and name, entries by their text."""

from __future__ import annotations

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import Entry
from app.domain.shared.money import Money
from app.domain.shared.search import SearchItem

ACCOUNT = "account"
ENTRY = "entry"


def findable_account(account: Account, language: str) -> SearchItem:
    """Return an account as the search knows it, named in the language of the office."""
    name = account.name_in(language)
    others = (other for other in account.names.values() if other != name)
    return SearchItem(ACCOUNT, account.id, name, account.number, " ".join(others))


def findable_entry(entry: Entry) -> SearchItem:
    """Return an entry as the search knows it; one of a voucher is found by its voucher."""
    debits = sum(max(side.amount.minor, 0) for side in entry.postings)
    return SearchItem(
        kind=ENTRY,
        entity_id=entry.id,
        title=entry.text or entry.number,
        detail=entry.number,
        words=" ".join(side.text for side in entry.postings),
        amounts=(Money(debits, entry.postings[0].amount.currency),),
        day=entry.booked_on,
    )
