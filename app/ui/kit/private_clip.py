"""What is private does not stay in the clipboard: it is cleared after half a minute.

    clips = Clips(window)        # from now on
    clips.clear()                # at once, where what is private still lies there

Private is what was copied on a page of the personnel office, and any text with an IBAN in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

SECONDS = 30
_PAGES = "app.ui.employees"
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}")
_SHORTEST, _LONGEST = 15, 34
_LOOKED_AT = 100_000


class Clips(QObject):
    """Watches what this program puts into the clipboard; what others put there is left alone."""

    def __init__(
        self,
        parent: QObject | None = None,
        seconds: float = SECONDS,
        is_ours: Callable[[QClipboard], bool] = QClipboard.ownsClipboard,
    ) -> None:
        super().__init__(parent)
        self._is_ours = is_ours
        self._private = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.clear)
        _clipboard().dataChanged.connect(self._look)

    @property
    def is_waiting(self) -> bool:
        """Say whether something private lies there that will be cleared."""
        return self._timer.isActive()

    def clear(self) -> None:
        """Clear what is private, unless something else was copied since."""
        self._timer.stop()
        kept, self._private = self._private, 0
        clipboard = _clipboard()
        if kept and self._is_ours(clipboard) and hash(clipboard.text()) == kept:
            clipboard.clear()

    def _look(self) -> None:
        clipboard = _clipboard()
        text = clipboard.text() if self._is_ours(clipboard) else ""
        self._private = hash(text) if text and is_private(text, QApplication.focusWidget()) else 0
        if self._private:
            self._timer.start()
        else:
            self._timer.stop()


def is_private(text: str, source: QWidget | None) -> bool:
    """Say whether a text that was copied where the keyboard is must not stay."""
    while source is not None:
        if type(source).__module__.startswith(_PAGES):
            return True
        source = source.parentWidget()
    from app.domain.shared.identifiers import is_right  # noqa: PLC0415  after the first paint

    return any(is_right("iban", one) for one in _ibans(text[:_LOOKED_AT]))


def _ibans(text: str) -> Iterator[str]:
    """Yield what may be an IBAN: words may follow it, so every length that one has is tried."""
    for found in _IBAN.finditer(text):
        signs = re.sub(r"\s", "", found[0])
        yield from (signs[:size] for size in range(_SHORTEST, min(len(signs), _LONGEST) + 1))


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
