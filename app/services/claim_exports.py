"""Expense claims as a table: a row for each expense, as the list of claims shows them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from app.documents.expense_claims import CLAIM_STATES
from app.domain.expenses.expense import ExpenseClaim, ExpenseLine
from app.domain.shared.ids import ExpenseClaimId
from app.domain.shared.paging import View
from app.lang.texts import Say, say_in
from app.services import expenses
from app.services.claiming import Claiming
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.lists import slices


@query(Permission.EXPENSES_READ)
def export(
    desk: Desk, view: View, target: Path, language: str = "", *, replace: bool = False
) -> Exported:
    """Write the expenses of a list of claims to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite.
    """
    home = desk.store.company.get()
    ids = expenses.spine(desk, view)
    table = _Table(desk, say_in(language or home.language))
    rows = chain((table.headings(),), table.rows([ExpenseClaimId(one) for one in ids]))
    return write_rows(home, rows, Exported(target, len(ids)), replace=replace)


class _Table:
    """The expenses of claims, line by line."""

    def __init__(self, desk: Desk, say: Say) -> None:
        self._desk = desk
        self._say = say
        self._names = Claiming(desk).names
        self._accounts = {one.id: one.number for one in desk.store.ledger.accounts()}

    def headings(self) -> Row:
        """Return what the columns are called."""
        say = self._say
        return (
            *(say("Number"), say("Name"), say("Purpose"), say("Status"), say("Day")),
            *(say("Expense"), say("Account"), say("Without VAT"), say("VAT"), say("Amount")),
            *(say("Currency"), say("Paid on")),
        )

    def rows(self, ids: list[ExpenseClaimId]) -> Iterator[Row]:
        """Yield a row for each expense."""
        done = 0
        for group in slices(ids):
            self._desk.progress(done, len(ids))
            for claim in self._desk.store.expenses.get_all([ExpenseClaimId(one) for one in group]):
                yield from (self._row(claim, line) for line in claim.lines)
            done += len(group)

    def _row(self, claim: ExpenseClaim, line: ExpenseLine) -> Row:
        return (
            claim.number,
            self._names.get(claim.employee_id, ""),
            claim.purpose,
            self._say(CLAIM_STATES[claim.state]),
            line.day.isoformat(),
            line.text,
            self._accounts.get(line.account_id, ""),
            line.net.amount,
            line.vat.amount,
            line.gross.amount,
            claim.currency,
            claim.paid_on.isoformat() if claim.paid_on else "",
        )
