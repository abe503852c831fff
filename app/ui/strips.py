"""The strips over the page: this is the sample company, this office is for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.fault_strip import FULL, FaultStrip
from app.ui.hearing import Hearing
from app.ui.kit.banner import Banner
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # A company names half the domain, which must not be loaded before the first paint.
    from app.domain.admin.company import Company
    from app.domain.orders.reserving import Loss


class Strips(QWidget):
    """Says what is unusual about the open office; ``unwanted()`` asks to remove the sample."""

    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = Banner("sample")
        self.read_only = Banner("read-only")
        self.server = Banner("read-only")
        self.lost = Banner("lost")
        self.faults = FaultStrip()
        self._losses: tuple[Loss, ...] = ()
        self._shell: Shell | None = None
        self.sample.pressed.connect(self.unwanted)
        self.lost.pressed.connect(self._show_lost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sample)
        column.addWidget(self.read_only)
        column.addWidget(self.server)
        column.addWidget(self.lost)
        column.addWidget(self.faults)

    def follow(self, shell: Shell, company: Company) -> None:
        """Say what is unusual about an office."""
        self._shell = shell
        shell.client.lost.connect(self.tell_lost)
        self.faults.follow(shell)
        if company.is_sample:
            self.sample.tell(
                _("Sample company: everything here is made up. Try anything."), _("Remove it…")
            )
        hearing = self._hearing = Hearing(shell.client)
        hearing.stood.connect(self._tell_standing)
        hearing.begin(shell.client)
        office = shell.client.office
        if office.is_read_only and office.database.read_only_facts.get("why") != FULL:
            # The services are loaded once there is an office; they must not be before.
            from app.services.office import ReadOnly  # noqa: PLC0415  once there is an office

            told = error_sentence(ReadOnly(**office.database.read_only_facts))
            self.read_only.tell(str(told))

    def clear(self) -> None:
        """Say nothing: no office is open."""
        self.sample.tell("")
        self.read_only.tell("")
        self.faults.clear()
        self.server.tell("")
        self._forget()

    def _tell_standing(self, is_there: bool) -> None:  # noqa: FBT001  a signal's only value
        away = _("The server does not answer. What was saved is safe; work goes on when it does.")
        self.server.tell("" if is_there else away)

    def tell_lost(self, losses: tuple[Loss, ...]) -> None:
        """Say which orders lost goods that were held for them, until somebody looks at them."""
        from app.ui.orders.lost import lost_text  # noqa: PLC0415  loads the window of orders

        self._losses = (*self._losses, *losses)
        self.lost.tell(lost_text(self._losses), _("&Show the orders"))

    def _show_lost(self) -> None:
        from app.ui.orders.lost import show_lost  # noqa: PLC0415  as above

        losses, shell = self._losses, self._shell
        self._forget()
        if shell is not None:
            show_lost(self.window(), shell, losses)

    def _forget(self) -> None:
        self._losses = ()
        self.lost.tell("")
