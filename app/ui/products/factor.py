"""The factor of a unit: exactly how many of the product's own unit one of it is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from app.domain.shared.quantities import LARGEST, QUANTITY_PLACES
from app.ui.kit.editor import NumberEditor
from app.ui.kit.texts import _, formats

_PART = 10**QUANTITY_PLACES


class FactorEdit(NumberEditor):
    """A number or a fraction: 12, 1000, 0.5 or 1/3, none of them rounded; empty is None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("12 or 1/3"))

    def value(self) -> Fraction | None:
        return self._read() if self.text().strip() else None

    def put(self, value: Fraction | None) -> None:
        if value is None:
            self.clear()
        elif value != self.value():
            self.setText(_written(value))

    def is_readable(self) -> bool:
        """Say whether the text is empty, a number, or one divided by another."""
        return not self.text().strip() or self._read() is not None

    def tidy(self) -> None:
        value = self.value()
        if value is not None:
            self.setText(_written(value))

    def _read(self) -> Fraction | None:
        """Return what stands there; parts are read one by one, for a quotient would be rounded."""
        told = [formats().parse_decimal(one) for one in self.text().split("/")]
        parts = [Fraction(one) for one in told if one is not None]
        if len(parts) != len(told) or len(parts) > 2 or not all(parts[1:]):
            return None
        value = parts[0] / parts[1] if parts[1:] else parts[0]
        is_kept = max(abs(value.numerator), value.denominator) < LARGEST
        return value if is_kept else None


def _written(value: Fraction) -> str:
    """Return a fraction as a decimal where that is the same number, else as a fraction."""
    if (value * _PART).denominator == 1:
        return formats().decimal(Decimal(value.numerator) / value.denominator)
    return f"{value.numerator}/{value.denominator}"
