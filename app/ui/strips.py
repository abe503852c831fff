"""The strips over the page: this is the sample company, this office is for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.banner import Banner
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # A company names half the domain, which must not be loaded before the first paint.
    from app.domain.admin.company import Company


class Strips(QWidget):
    """Says what is unusual about the open office; ``unwanted()`` asks to remove the sample."""

    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = Banner("sample")
        self.read_only = Banner("read-only")
        self.sample.pressed.connect(self.unwanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sample)
        column.addWidget(self.read_only)

    def follow(self, shell: Shell, company: Company) -> None:
        """Say what is unusual about an office."""
        if company.is_sample:
            self.sample.tell(
                _("Sample company: everything here is made up. Try anything."), _("Remove it…")
            )
        office = shell.client.office
        if office.is_read_only:
            # The services are loaded once there is an office; they must not be before.
            from app.services.office import ReadOnly  # noqa: PLC0415  once there is an office

            told = error_sentence(ReadOnly(**office.database.read_only_facts))
            self.read_only.tell(str(told))

    def clear(self) -> None:
        """Say nothing: no office is open."""
        self.sample.tell("")
        self.read_only.tell("")
