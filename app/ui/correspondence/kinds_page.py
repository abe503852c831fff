"""Types of letters and those who sign: written by those who may, beside each other in one tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from app.lang.texts import mark
from app.ui.correspondence.signatories_pane import SignatoriesPane
from app.ui.correspondence.types_pane import TypesPane
from app.ui.kit.focus import lead_to
from app.ui.kit.sections import Section, Sections
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _

KIND = "letter-kinds"


class LetterKindsPage(RecordPage):
    """Types of letters, and signatories."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.setWindowTitle(_("Letter types and signatories"))
        self.sections = Sections(
            (
                Section("types", mark("Letter types"), partial(TypesPane, shell)),
                Section("signatories", mark("Signatories"), partial(SignatoriesPane, shell)),
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
