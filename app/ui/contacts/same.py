"""A note inside the form: this contact looks like one that is there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.contacts.alike import Alike
from app.domain.contacts.duplicates import Reason
from app.lang.texts import mark
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

REASONS = {
    Reason.IDENTIFIER: mark("{name} ({number}) has the same identifier."),
    Reason.ACCOUNT: mark("{name} ({number}) has the same bank account."),
    Reason.EMAIL: mark("{name} ({number}) has the same e-mail address."),
    Reason.PHONE: mark("{name} ({number}) has the same phone number."),
    Reason.NAME: mark("{name} ({number}) has nearly the same name."),
    Reason.DOMAIN: mark("{name} ({number}) has the same internet domain."),
}


class SameNote(QWidget):
    """Says who may be the same, and leads there; ``wanted(id)`` when the clerk goes."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: int | None = None
        self.text = plain_label(role="warn")
        self.button = QPushButton(_("Open that one"))
        self.button.clicked.connect(self._go)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        theme().dress(self, controls)
        self.hide()

    def tell(self, found: Sequence[Alike]) -> None:
        """Say who is the likeliest; nobody found is not shown."""
        self.setVisible(bool(found))
        if found:
            row = found[0].row
            self._record = row.id
            sentence = _(REASONS[found[0].likeness.reason], name=row.name, number=row.number)
            self.text.setText(f"! {sentence}")
            self.setAccessibleName(sentence)

    def _go(self) -> None:
        if self._record is not None:
            self.wanted.emit(self._record)
