"""Exports of the books: chart, trial balance, ledger and journal as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import Entry
from app.domain.accounting.periods import Period
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money
from app.lang.texts import Say, mark, say_in
from app.services import accounting
from app.services.exports import Exported, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query

Row = Sequence[str | Decimal | None]

CHART = (
    mark("Number"),
    mark("Name"),
    mark("Kind"),
    mark("VAT code"),
    mark("Report line"),
    mark("Balance"),
    mark("Currency"),
)
BALANCE = (
    mark("Number"),
    mark("Name"),
    mark("Opening balance"),
    mark("Debit"),
    mark("Credit"),
    mark("Balance"),
    mark("Currency"),
)
LEDGER = (
    mark("Date"),
    mark("Entry"),
    mark("Text"),
    mark("Debit"),
    mark("Credit"),
    mark("Balance"),
    mark("Currency"),
)
JOURNAL = (
    mark("Date"),
    mark("Entry"),
    mark("Text"),
    mark("Account"),
    mark("Name"),
    mark("Debit"),
    mark("Credit"),
    mark("VAT code"),
    mark("Currency"),
)


@query(Permission.OFFICE_EXPORT)
def accounts(
    desk: Desk, target: Path, to: date, language: str = "", *, replace: bool = False
) -> Exported:
    """Write the chart with balances after a day; raises AlreadyThere, CannotWrite, TooLong."""
    rows = [
        (
            one.number,
            one.name,
            one.kind.value,
            one.vat,
            one.report,
            _amount(one.balance_minor, one.currency),
            one.currency,
        )
        for one in accounting.chart(desk, to, language)
    ]
    return _out(desk, (CHART, language), rows, Exported(target, len(rows)), replace=replace)


@query(Permission.OFFICE_EXPORT)
def trial_balance(  # noqa: PLR0913  the same days and currency as the page, and where it goes
    desk: Desk,
    target: Path,
    to: date,
    *,
    currency: str = "",
    since: date | None = None,
    language: str = "",
    replace: bool = False,
) -> Exported:
    """Write the trial balance, as ``accounts`` does."""
    found = accounting.trial_balance(desk, to, language, currency, since)
    rows = [
        (
            one.number,
            one.name,
            _amount(one.opening_minor, found.currency),
            _amount(one.debit_minor, found.currency),
            _amount(one.credit_minor, found.currency),
            _amount(one.balance_minor, found.currency),
            found.currency,
        )
        for one in found.rows
    ]
    return _out(desk, (BALANCE, language), rows, Exported(target, len(rows)), replace=replace)


@query(Permission.OFFICE_EXPORT)
def ledger(  # noqa: PLR0913  the same days and currency as the page, and where it goes
    desk: Desk,
    target: Path,
    account_id: AccountId,
    days: Period,
    *,
    currency: str = "",
    language: str = "",
    replace: bool = False,
) -> Exported:
    """Write the postings of an account in these days, each with the balance after it."""
    found = accounting.ledger(desk, account_id, days.first, days.last, currency)
    rows = [
        (
            one.booked_on.isoformat(),
            one.number,
            one.text,
            *_sides(Money(one.amount_minor, one.currency)),
            _amount(one.balance_minor, one.currency),
            one.currency,
        )
        for one in found.rows
    ]
    return _out(desk, (LEDGER, language), rows, Exported(target, len(rows)), replace=replace)


@query(Permission.OFFICE_EXPORT)
def journal(
    desk: Desk, target: Path, days: Period, language: str = "", *, replace: bool = False
) -> Exported:
    """Write every posting of the entries of these days."""
    chart = {one.id: one for one in accounting.accounts(desk)}
    spoken = _say(desk, language).language
    found = desk.store.journal.entries_in(days.first, days.last)
    rows = [row for entry in found for row in _postings(entry, chart, spoken)]
    return _out(desk, (JOURNAL, language), rows, Exported(target, len(rows)), replace=replace)


def _postings(entry: Entry, chart: dict[AccountId, Account], language: str) -> Iterator[Row]:
    for side in entry.postings:
        account = chart[side.account_id]
        yield (
            entry.booked_on.isoformat(),
            entry.number,
            side.text or entry.text,
            account.number,
            account.name_in(language),
            *_sides(side.amount),
            side.vat,
            side.amount.currency,
        )


def _sides(amount: Money) -> tuple[Decimal | None, Decimal | None]:
    """Return an amount in the column of its side."""
    return (amount.amount, None) if amount.minor > 0 else (None, (-amount).amount)


def _amount(minor: int, currency: str) -> Decimal:
    return Money(minor, currency).amount


def _say(desk: Desk, language: str) -> Say:
    return say_in(language or desk.store.company.get().language)


def _out(
    desk: Desk,
    titled: tuple[Sequence[str], str],
    rows: Iterable[Row],
    exported: Exported,
    *,
    replace: bool,
) -> Exported:
    """Write rows under the titles of their columns, in a language."""
    titles, language = titled
    say = _say(desk, language)
    head: Row = tuple(say(title) for title in titles)
    return write_rows(desk.store.company.get(), chain((head,), rows), exported, replace=replace)
