"""The page of payments to contractors."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from app.lang.texts import mark
from app.ui.accounting.contractors import Contractors
from app.ui.kit.focus import lead_to
from app.ui.kit.sections import Strip
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _

KIND = "contractors"


class ContractorsPage(RecordPage):
    """Payments to contractors; the list of a year is a key away."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.setWindowTitle(_("Contractors"))
        self.pane = Contractors(shell, Strip(((KIND, mark("Contractors")),), KIND))
        self.pane.bar.add(shell.book.button("books.nec-list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        lead_to(self, self.pane)

    @property
    def shown(self) -> tuple[QObject, ...]:
        return (self.pane, self)
