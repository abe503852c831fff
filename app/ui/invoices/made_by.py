"""From an invoice to the plan that it was made of."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.recurring.plan import KIND, Plan
from app.domain.shared.ids import InvoiceId
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class MadeBy(QObject):
    """Opens the plan of an invoice, or says that there is none."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def open_plan(self, invoice_id: InvoiceId) -> None:
        """Show the plan that an invoice was made of."""
        from app.services import plans  # noqa: PLC0415  a start does not wait for it

        self._shell.client.ask(self._show, plans.made_by, invoice_id)

    def _show(self, plan: Plan | None) -> None:
        if plan is None:
            self._shell.say(_("This invoice was made by no plan."))
        else:
            self._shell.open(KIND, plan.id)
