"""A small chart of accounts and entries for it."""

from __future__ import annotations

from datetime import date

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.shared.ids import AccountId, EntryId, new_id
from app.domain.shared.money import Money
from app.storage.database import Database

RECEIVABLES = Account(
    AccountId(11),
    "1700",
    {"en": "Receivables", "fi": "Myyntisaamiset"},
    AccountKind.ASSET,
    AccountUse.RECEIVABLES,
)
BANK = Account(AccountId(12), "1910", {"en": "Bank"}, AccountKind.ASSET, AccountUse.BANK)
SALES = Account(AccountId(13), "3000", {"en": "Sales"}, AccountKind.INCOME, AccountUse.SALES)
VAT = Account(
    AccountId(14), "2939", {"en": "VAT payable"}, AccountKind.LIABILITY, AccountUse.OUTPUT_VAT
)
CHART = (RECEIVABLES, BANK, SALES, VAT)


def an_entry(
    *sides: tuple[Account, int],
    on: date = date(2026, 3, 10),
    number: str = "",
    source: str = "",
    currency: str = "EUR",
) -> Entry:
    """Return an entry; of its sides debit is positive; without sides it is a sale of 125.50."""
    entry_id = new_id()
    return Entry(
        id=EntryId(entry_id),
        number=number or f"E-{entry_id}",
        journal=Journal.SALES,
        booked_on=on,
        text="Sale to Kahvila Aamu",
        postings=tuple(
            Posting(account.id, Money(minor, currency))
            for account, minor in sides or ((RECEIVABLES, 12550), (SALES, -10000), (VAT, -2550))
        ),
        source=source,
    )


def opened(database: Database, *entries: Entry) -> None:
    """Write the chart and post entries."""
    with database.write() as unit:
        unit.ledger.add_account(*CHART)
        unit.ledger.post(*entries)
