"""What an office writes of taxes itself: codes of places, and customers who are exempt."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from app.lang.texts import mark
from app.ui.accounting.exempt_customers import ExemptCustomers
from app.ui.accounting.own_codes import OwnCodes
from app.ui.kit.focus import lead_to
from app.ui.kit.sections import Section, Sections
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _

KIND = "tax-codes"


class TaxCodesPage(RecordPage):
    """Own tax codes, and exempt customers."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.setWindowTitle(_("Own tax codes"))
        self.sections = Sections(
            (
                Section("codes", mark("Own tax codes"), partial(OwnCodes, shell)),
                Section("exempt", mark("Exempt customers"), partial(ExemptCustomers, shell)),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)
        lead_to(self, self.sections)
        self.sections.turned.connect(self.turned)

    @property
    def shown(self) -> tuple[QObject, ...]:
        return (self.sections.current, self)
