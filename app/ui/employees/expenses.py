"""The expense claims: written, handed in, approved by somebody else, posted and paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.domain.expenses.expense import ExpenseState
from app.domain.expenses.row import ClaimRow
from app.domain.shared.ids import ExpenseClaimId
from app.services import claim_exports, expenses
from app.ui.employees.claim_card import ClaimCard
from app.ui.employees.claim_verbs import FORM, ClaimVerbs, possible
from app.ui.employees.expense_words import LISTING
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language, many
from app.ui.kit.verb_list import VerbList

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.exports import Exported

_NEEDED, _LEAST = 740, 280
"""How wide the list and the card are, where there is room for both."""
LETTERS = {
    "n": "claim.new",
    "h": "claim.submit",
    "p": "claim.approve",
    "x": "claim.reject",
    "m": "claim.mend",
    "k": "claim.post",
    "y": "claim.pay",
}


class ExpensesList(VerbList[ClaimRow, ClaimRow]):
    """Lists claims; every verb works from the keyboard."""

    kind = "expense-claim"
    module = "employees"
    letters = MappingProxyType(LETTERS)

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING, strip)
        self._verbs = ClaimVerbs(shell, self)
        self.card = ClaimCard(shell)
        self.set_details(self.card, _NEEDED, _LEAST)
        on, verbs = self.on_chosen, self._verbs
        slots: dict[str, Callable[[], object]] = {
            "claim.new": partial(shell.open, FORM),
            "claim.open": self.open_chosen,
            "claim.submit": on(verbs.submit),
            "claim.approve": on(verbs.approve),
            "claim.reject": on(verbs.reject),
            "claim.mend": on(verbs.mend),
            "claim.post": on(verbs.post),
            "claim.pay": self._pay,
            "claim.print": on(verbs.print),
            "claim.remove": on(verbs.remove),
            "claim.export": self._export,
        }
        self.begin(slots, expenses.counts)

    def open_record(self, record: object) -> None:
        """Open a claim: a draft in its form, another as it prints."""
        if isinstance(record, int):
            ids = (ExpenseClaimId(record),)
            self.shell.client.ask(self._open, expenses.rows, ids)

    def _open(self, rows: Sequence[ClaimRow]) -> None:
        for row in rows:
            is_draft = row.state is ExpenseState.DRAFT
            self.shell.open(FORM if is_draft else self.kind, row.id)

    def tell(self, seen: ClaimRow | None) -> None:
        if seen is None:
            self.card.empty()
        else:
            self.card.show_row(seen)

    def possible(self, seen: ClaimRow | None) -> Mapping[str, bool]:
        return possible(seen)

    def _pay(self) -> None:
        self._verbs.pay(tuple(ExpenseClaimId(one) for one in self.table.selected_ids()))

    def _export(self) -> None:
        kinds = "CSV (*.csv);;XLSX (*.xlsx)"
        name = f"{_(self.listing.title)}.csv"
        wanted, _kind = QFileDialog.getSaveFileName(self, _("Export the list"), name, kinds)
        if wanted:
            path, view = Path(wanted), self.view()
            work = self.shell.client.watch(
                self._exported, claim_exports.export, view, path, language(), replace=True
            )
            self.shell.watch(work, _("Writing {file}", file=path.name))

    def _exported(self, exported: Exported) -> None:
        text = many(
            "{n} row written to {file}",
            "{n} rows written to {file}",
            exported.rows,
            file=exported.target.name,
        )
        self.shell.say(text)
