"""The books: a trial balance to any day, and the ledger of one account and month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, text

from app.domain.accounting.chart import AccountUse
from app.services import accounting
from tests.speed.bench import Figure, Site, bench

DAYS = {"to a month's end": date(2026, 2, 28), "to any day": date(2025, 11, 17)}
FULL_SUM = text(
    "SELECT account_id, sum(CASE WHEN amount_minor > 0 THEN amount_minor ELSE 0 END),"
    " sum(CASE WHEN amount_minor < 0 THEN -amount_minor ELSE 0 END)"
    " FROM journal_posting WHERE booked_on <= :to AND currency = 'EUR' GROUP BY account_id"
)
MONTH = (date(2025, 11, 1), date(2025, 11, 30))
ONE_LEDGER = text(
    "SELECT p.id, p.entry_id, e.number, p.booked_on, e.text, p.amount_minor, e.source"
    " FROM journal_posting p JOIN journal_entry e ON e.id = p.entry_id"
    " WHERE p.account_id = :account AND p.booked_on BETWEEN :first AND :last AND p.currency = 'EUR'"
    " ORDER BY p.booked_on, p.id"
)


@bench("trial balance", row=10)
def trial_balance(site: Site) -> Iterator[Figure]:
    for what, to in DAYS.items():

        def ours(to: date = to) -> dict[int, tuple[int, int]]:
            balance = site.office.ask(accounting.trial_balance, to)
            return {row.account_id: (row.debit_minor, row.credit_minor) for row in balance.rows}

        def limit(to: date = to) -> dict[int, tuple[int, int]]:
            with site.office.database.read() as unit:
                return _summed(unit.connection, to)

        yield Figure(what, *site.interleaved(ours, limit, rounds=5), "full sum", at_most=10)


@bench("ledger", row=11)
def ledger(site: Site) -> Iterator[Figure]:
    chart = site.office.ask(accounting.accounts)
    bank = next(one for one in chart if one.use is AccountUse.RECEIVABLES)

    def ours() -> int:
        return site.office.ask(accounting.ledger, bank.id, *MONTH).closing_minor

    def limit() -> int:
        with site.office.database.read() as unit:
            days = {"first": MONTH[0].isoformat(), "last": MONTH[1].isoformat()}
            before = unit.balances.balance(bank.id, date(2025, 10, 31), "EUR")
            rows = unit.connection.execute(ONE_LEDGER, {"account": bank.id, **days}).all()
            return before + int(sum(row.amount_minor for row in rows))

    yield Figure("receivables in a month", *site.interleaved(ours, limit), "raw SQL", ratio=1.5)


def _summed(connection: Connection, to: date) -> dict[int, tuple[int, int]]:
    rows = connection.execute(FULL_SUM, {"to": to.isoformat()})
    return {account: (debit, credit) for account, debit, credit in rows}
