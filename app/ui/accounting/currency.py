"""The currency of a report: to be chosen only where something was booked in several."""

from __future__ import annotations

from app.services import accounting
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class CurrencyChoice(ChoiceEdit[str]):
    """Offers the currencies of the books, the company's own first; ``edited()`` when chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setAccessibleName(_("Currency"))
        self.setToolTip(_("Currency"))
        self.hide()
        shell.client.changed.connect(self._changed)
        self._ask()

    def currency(self) -> str:
        """Return the chosen currency; nothing is the company's own."""
        return self.value() if self.count() else ""

    def _ask(self) -> None:
        self._shell.client.ask(self._show, accounting.currencies)

    def _show(self, currencies: tuple[str, ...]) -> None:
        self.offer([(one, one) for one in currencies])
        self.setVisible(len(currencies) > 1)

    def _changed(self, tables: frozenset[str]) -> None:
        if "journal_entry" in tables:
            self._ask()
