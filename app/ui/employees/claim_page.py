"""A claim in a tab as it prints, with its receipts behind it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from app.domain.expenses.expense import ExpenseClaim
from app.domain.shared.ids import ExpenseClaimId
from app.services import expense_papers, expenses
from app.ui.employees.claim_verbs import ClaimVerbs, possible
from app.ui.employees.expense_words import STATES, TONES
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.pill import Pill
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class ClaimPage(PaperPage):
    """Shows one claim."""

    tables = frozenset({"expense_claim", "expense_line"})

    def __init__(self, shell: Shell, record: int | None) -> None:
        self.claim: ExpenseClaim | None = None
        self.claim_id = ExpenseClaimId(record or 0)
        super().__init__(shell, "expense-claim", record or 0, _("Expense claim"))
        self.state = Pill()
        self.bar.add(self.state)
        for name in ("claim.reject", "claim.approve"):
            self.bar.add(shell.book.button(name))
        self._verbs = ClaimVerbs(shell, self)
        verbs = self._verbs
        shell.book.offer(
            self,
            {
                "claim.submit": partial(self._do, verbs.submit),
                "claim.approve": partial(self._do, verbs.approve),
                "claim.reject": partial(self._do, verbs.reject),
                "claim.mend": partial(self._do, verbs.mend),
                "claim.post": partial(self._do, verbs.post),
                "claim.pay": partial(verbs.pay, (self.claim_id,)),
                "claim.print": self.page.print_out,
            },
        )
        self._allow()
        self._ask_claim()

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        return expense_papers.page, {"claim_id": self.claim_id}

    def _ask_claim(self) -> None:
        self.shell.client.ask_or(self._know, self._gone, expenses.get, self.claim_id)

    def _know(self, claim: ExpenseClaim) -> None:
        self.claim = claim
        title = claim.number or claim.purpose
        self.bar.title.setText(title)
        self.titled.emit(title)
        self.state.tell(_(STATES[claim.state]), TONES[claim.state])
        self._allow()

    def _allow(self) -> None:
        for name, allowed in possible(self.claim).items():
            self.shell.book.allow(self, name, allowed=allowed)

    def _do(self, verb: Callable[[ExpenseClaim], object]) -> None:
        if self.claim is not None:
            verb(self.claim)

    def _news(self, tables: frozenset[str]) -> None:
        super()._news(tables)
        if tables & self.tables:
            self._ask_claim()
