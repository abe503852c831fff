"""What can be done with a claim wherever it is shown: in the list and on its own page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.expenses.expense import ExpenseClaim, ExpenseState, Paying
from app.domain.expenses.row import ClaimRow
from app.domain.shared.ids import ExpenseClaimId
from app.services import expense_papers, expenses
from app.ui.employees.claim_dialogs import PayDialog, RejectDialog
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language

Known = ClaimRow | ExpenseClaim
FORM = "expense-claim-form"
OF_STATE = {
    "claim.submit": ExpenseState.DRAFT,
    "claim.approve": ExpenseState.SUBMITTED,
    "claim.reject": ExpenseState.SUBMITTED,
    "claim.post": ExpenseState.APPROVED,
}


def possible(claim: Known | None) -> Mapping[str, bool]:
    """Return which verbs are allowed with a claim."""
    state = claim.state if claim is not None else None
    fit = {name: state is wanted for name, wanted in OF_STATE.items()}
    is_by_bank = claim is not None and claim.paying is Paying.BANK
    return fit | {
        "claim.open": claim is not None,
        "claim.print": claim is not None,
        "claim.mend": state in {ExpenseState.DRAFT, ExpenseState.REJECTED},
        "claim.pay": state is ExpenseState.POSTED and is_by_bank,
        "claim.remove": state is ExpenseState.DRAFT and claim is not None and not claim.number,
    }


class ClaimVerbs(QObject):
    """Does with claims what a clerk asks for, and tells it."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self.shell = shell
        self.page = page

    def submit(self, claim: Known) -> None:
        """Hand a draft in."""
        known = (claim.id, claim.version)
        self.shell.client.do(self._submitted, expenses.submit, *known)

    def approve(self, claim: Known) -> None:
        """Approve a claim of somebody else."""
        known = (claim.id, claim.version)
        self.shell.client.do(self._approved, expenses.approve, *known)

    def reject(self, claim: Known) -> None:
        """Ask why, and reject a claim of somebody else."""
        RejectDialog(self.shell, self.page, claim.id, claim.version).open()

    def mend(self, claim: Known) -> None:
        """Open a draft to be changed; a rejected one becomes a draft again."""
        if claim.state is ExpenseState.REJECTED:
            self.shell.client.do(self._mended, expenses.redraft, claim.id)
        else:
            self.shell.open(FORM, claim.id)

    def post(self, claim: Known) -> None:
        """Book an approved claim."""
        self.shell.client.do(self._posted, expenses.post, claim.id)

    def pay(self, claims: tuple[ExpenseClaimId, ...]) -> None:
        """Ask on which day the bank paid claims."""
        if claims:
            PayDialog(self.shell, self.page, claims).open()

    def print(self, claim: Known) -> None:
        """Print a claim with its receipts."""
        told = partial(self._show_paper, claim.number or claim.purpose)
        self.shell.client.ask(told, expense_papers.page, claim.id, language())

    def remove(self, claim: Known) -> None:
        """Ask, and remove a draft that was never handed in."""
        question = Question(
            _("Remove this draft?"),
            _("What was typed is gone; its receipts stay in the archive."),
            _("Remove"),
        )
        ask(self.page, question, partial(self._remove, claim.id))

    def _remove(self, claim_id: ExpenseClaimId) -> None:
        self.shell.client.do(self._removed, expenses.remove, claim_id)

    def _submitted(self, claim: ExpenseClaim) -> None:
        self.shell.say(_("{number} is handed in", number=claim.number))

    def _approved(self, claim: ExpenseClaim) -> None:
        self.shell.say(_("{number} is approved", number=claim.number))

    def _mended(self, claim: ExpenseClaim) -> None:
        self.shell.open(FORM, claim.id)

    def _posted(self, claim: ExpenseClaim) -> None:
        self.shell.say(_("{number} is in the books", number=claim.number))

    def _removed(self, _claim: ExpenseClaim) -> None:
        self.shell.say(_("The draft is removed"))

    def _show_paper(self, name: str, content: bytes) -> None:
        print_pdf(self.page, self.shell.client.lanes, content, name)
