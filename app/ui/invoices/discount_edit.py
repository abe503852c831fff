"""The discount field: ``5`` is five per cent, ``20 €`` is twenty euros."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.invoices.invoice import NO_DISCOUNT, Discount
from app.ui.invoices.rows import Reader
from app.ui.kit.editor import NumberEditor


class DiscountEdit(NumberEditor):
    """A discount in per cent or as an amount, written as the clerk says it."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> Discount:
        return self._reader.parse_discount(self.text()) or NO_DISCOUNT

    def put(self, discount: Discount) -> None:
        self.setText(self._reader.discount(discount))

    def is_readable(self) -> bool:
        """Say whether the text is empty or a discount."""
        return self._reader.parse_discount(self.text()) is not None

    def tidy(self) -> None:
        if self.is_readable():
            self.put(self.value())
