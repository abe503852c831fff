"""Fields: text, numbers, money, percentages, days and choices, typed the way an office types.

Numbers take sums (``12*3,5``) and show the result when the field is left. A value that cannot be
read is ``None`` while ``is_readable()`` is false, so that a form can say so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.domain.shared.money import minor_digits
from app.domain.shared.quantities import PRICE_PLACES, QUANTITY_PLACES, RATE_PLACES
from app.domain.shared.readings import NO_DAY
from app.ui.kit.editor import ComboEditor, LineEditor, NumberEditor
from app.ui.kit.icons import drawing
from app.ui.kit.texts import formats
from app.ui.kit.theme import theme

Choice = TypeVar("Choice")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TextEdit(LineEditor):
    """One line of text; blanks at its ends are not part of the value."""

    def value(self) -> str:
        return self.text().strip()

    def put(self, text: str) -> None:
        if text != self.value():
            self.setText(text)
            self.setCursorPosition(0)


class NumberEdit(NumberEditor):
    """A decimal number, of at most so many places; empty is None."""

    def __init__(self, places: int = QUANTITY_PLACES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self.setAlignment(_RIGHT)

    def value(self) -> Decimal | None:
        return self._read() if self.text().strip() else None

    def put(self, value: Decimal | None) -> None:
        if value is None:
            self.clear()
        elif value != self.value():
            self.setText(self._written(value))

    def is_readable(self) -> bool:
        """Say whether the text is empty or a number of no more places than are kept."""
        value = self._read()
        if value is None:
            return not self.text().strip()
        return _places(value) <= self._places

    def tidy(self) -> None:
        value = self.value()
        if value is not None and self.is_readable():
            self.setText(self._written(value))

    def _read(self) -> Decimal | None:
        return formats().parse_decimal(self.text())

    def _written(self, value: Decimal) -> str:
        return formats().plain(value.normalize())


class MoneyEdit(NumberEdit):
    """An amount in a currency, as a decimal: every digit that was typed stays."""

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(PRICE_PLACES, parent)
        self.currency = currency

    def _read(self) -> Decimal | None:
        return formats().parse_money(self.text(), self.currency)

    def _written(self, value: Decimal) -> str:
        return formats().decimal(value, max(minor_digits(self.currency), _places(value)))


class PercentEdit(NumberEdit):
    """A percentage: 25,5 means 25.5 %; the sign may be typed or not."""

    def __init__(self, places: int = RATE_PLACES, parent: QWidget | None = None) -> None:
        super().__init__(places, parent)

    def _read(self) -> Decimal | None:
        return formats().parse_decimal(self.text().replace("%", "").strip())

    def _written(self, value: Decimal) -> str:
        return formats().percent(value.normalize())


class DateEdit(NumberEditor):
    """A day; QuickBooks' keys work: ``+ − T M H Y R W K``, and ``3.4`` and ``+14`` are read."""

    rule = NO_DAY

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._stepped = ""

    def value(self) -> date | None:
        text = self.text().strip()
        return formats().parse_day(text, self._today()) if text else None

    def put(self, day: date | None) -> None:
        if day is None:
            self.clear()
        elif day != self.value():
            self.setText(formats().day(day))

    def is_readable(self) -> bool:
        """Say whether the text is empty or a day."""
        return not self.text().strip() or self.value() is not None

    def tidy(self) -> None:
        day = self.value()
        if day is not None:
            self.setText(formats().day(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        stepped, self._stepped = self._stepped, ""
        if stepped and key.isdigit():
            self.setText(stepped + key)
            self.edited.emit()
        elif key in {"+", "-"} and self._is_whole():
            self._move(timedelta(1 if key == "+" else -1))
            self._stepped = key
        elif len(key) == 1 and key.isalpha() and not self._plainly(event) and self._is_whole():
            self._jump(key)
        else:
            super().keyPressEvent(event)

    def _plainly(self, event: QKeyEvent) -> bool:
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return bool(event.modifiers() & held)

    def _is_whole(self) -> bool:
        return not self.text().strip() or self.hasSelectedText() or self.value() is not None

    def _move(self, by: timedelta) -> None:
        self._show((self.value() or self._today()) + by)

    def _jump(self, key: str) -> None:
        base = self.value() or self._today()
        day = formats().parse_day(key, self._today() if key.lower() == "t" else base)
        if day is not None and day == base and key.lower() != "t":
            back = timedelta(1 if day > base.replace(day=15) and day.day > 1 else -1)
            day = formats().parse_day(key, base + back)
        if day is not None:
            self._show(day)

    def _show(self, day: date) -> None:
        self.setText(formats().day(day))
        self.selectAll()
        self.edited.emit()


class ChoiceEdit(ComboEditor, Generic[Choice]):
    """One of a few values, each with its text; typing its first letters finds it."""

    picked = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[Choice, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[Choice] = []
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[Choice, str]]) -> None:
        """Offer other values, keeping the chosen one where it is still there."""
        chosen = self.value() if self._values else None
        self.clear()
        self._values = [value for value, _text in choices]
        self.addItems([text for _value, text in choices])
        if chosen in self._values:
            self.setCurrentIndex(self._values.index(chosen))

    def value(self) -> Choice:
        """Return the chosen value; there is always one where any was offered."""
        return self._values[max(self.currentIndex(), 0)]

    def put(self, value: Choice) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme().px(16)
        painter = QPainter(self)
        mark = drawing("chevron-down", size, theme().tokens.muted, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - theme().px(8), (self.height() - size) // 2, mark)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), super().minimumSizeHint().height())


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
