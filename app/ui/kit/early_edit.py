"""The field of an early-payment discount: ``2/10`` is two per cent within ten days."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment
from app.domain.shared.quantities import RATE_PLACES, Rate
from app.domain.shared.readings import NO_EARLY
from app.ui.kit.editor import NumberEditor
from app.ui.kit.texts import _, formats, many

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")
_MOST_DIGITS = 6


class EarlyEdit(NumberEditor):
    """Per cent and days, as trade writes them; empty is None, and ``0`` is no discount."""

    rule = NO_EARLY

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("such as {example}", example="2/10"))

    def value(self) -> EarlyPayment | None:
        return self._read() if self.text().strip() else None

    def put(self, early: EarlyPayment | None) -> None:
        if early is None:
            self.clear()
        elif early != self.value():
            self.setText(early_text(early))

    def show_usual(self, early: EarlyPayment) -> None:
        """Show in the empty field what holds then."""
        if early.percent:
            self.setPlaceholderText(early_text(early))
        else:
            self.setPlaceholderText(_("such as {example}", example="2/10"))

    def is_readable(self) -> bool:
        """Say whether the text is empty or a discount."""
        return not self.text().strip() or self._read() is not None

    def tidy(self) -> None:
        found = self.value()
        if found is not None:
            self.setText(early_text(found))

    def _read(self) -> EarlyPayment | None:
        text = self.text()
        if text.strip().casefold() == _("None").casefold():
            return NO_EARLY_PAYMENT
        found = _NUMBERS.findall(text)
        if "-" in text or any(len(one) > _MOST_DIGITS for one in found):
            return None
        if found == ["0"]:
            return NO_EARLY_PAYMENT
        return _discount(*found) if len(found) == 2 else None


def _discount(percent: str, days: str) -> EarlyPayment | None:
    read = formats().parse_decimal(percent)
    if read is None or read != round(read, RATE_PLACES) or not days.isdecimal():
        return None
    return EarlyPayment(int(days), Rate(read)) if read else NO_EARLY_PAYMENT


def early_text(early: EarlyPayment) -> str:
    """Return a discount in words, also that there is none."""
    if not early.percent:
        return _("None")
    percent = formats().percent(early.percent)
    return many(
        "{percent} less within {n} day",
        "{percent} less within {n} days",
        early.days,
        percent=percent,
    )
