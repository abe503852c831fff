"""The bars of a page view: page, zoom and what can be done; and the line that searches."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.reading import Reading
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import Theme, theme

_REST = 80


def page_view(theme: Theme) -> str:
    """Return the look of a page view: quiet bars over a calm ground."""
    t, px = theme.tokens, theme.px
    return (
        controls(theme)
        + f"""
QWidget#tools, QWidget#find {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
QAbstractScrollArea, QAbstractScrollArea::corner {{ background: {t.side}; border: none; }}
QLabel#nothing {{ background: {t.side}; color: {t.muted}; }}
QLabel#card {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.border};
  border-radius: {px(8)}px; padding: {px(10)}px {px(14)}px;
}}
"""
    )


def tool(picture: str, name: str, keys: str = "") -> QToolButton:
    """Return a quiet button with an icon, a name and the keys that do the same."""
    made = QToolButton()
    made.setIcon(icon(picture, "muted"))
    made.setIconSize(QSize(theme().px(18), theme().px(18)))
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({keys})" if keys else name)
    made.setAutoRaise(True)
    return made


class PageTools(QWidget):
    """Says which page is looked at and how large, and holds the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_wanted = True
        self.setObjectName("tools")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page = plain_label(role="muted")
        self.page.setWordWrap(False)
        self.smaller = tool("zoom-out", _("Smaller"), "−")
        self.zoom = QPushButton()
        self.zoom.setProperty("plain", "true")
        self.zoom.setToolTip(_("As wide as there is room, or the whole page"))
        self.bigger = tool("zoom-in", _("Larger"), "+")
        self.search = tool("search", _("Find on the page"), "Ctrl+F")
        self.print = tool("printer", _("Print…"))
        self.save = tool("download", _("Save PDF as…"))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme().px(12), theme().px(4), theme().px(8), theme().px(4))
        line.setSpacing(theme().px(2))
        line.addWidget(self.page)
        line.addStretch(1)
        for widget in (self.smaller, self.zoom, self.bigger):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self.search, self.print, self.save):
            line.addWidget(widget)

    def tell(self, page: int, of: int, zoom: float) -> None:
        """Say which page is looked at, and how large; without pages there is nothing to do."""
        self.page.setText(_("Page {n} of {of}", n=page, of=of) if of else "")
        percent = formats().percent(Decimal(round(zoom * 100)))
        self.zoom.setText(percent)
        self.zoom.setAccessibleName(_("Zoom {percent}", percent=percent))
        self.setVisible(bool(of) and self.is_wanted)


class _Words(QLineEdit):
    """What to find; Enter goes on, Shift+Enter back, Esc leaves."""

    stepped = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.stepped.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindLine(QWidget):
    """Finds words on the pages as they are typed: ``sought(words)``, ``stepped(by)``."""

    sought = Signal(str)
    stepped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = _Words()
        self.words.setPlaceholderText(_("Find on the page"))
        self.words.setAccessibleName(_("Find on the page"))
        self.words.setMaxLength(200)
        self.count = plain_label(role="muted")
        self.count.setWordWrap(False)
        self.before = tool("chevron-up", _("Previous hit"), "Shift+F3")
        self.after = tool("chevron-down", _("Next hit"), "F3")
        self.close_button = tool("x", _("Close the search"), "Esc")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme().px(8), theme().px(4), theme().px(8), theme().px(6))
        line.setSpacing(theme().px(4))
        line.addWidget(self.words, 1)
        for widget in (self.count, self.before, self.after, self.close_button):
            line.addWidget(widget)
        self._connect()

    def open(self) -> None:
        """Show the line, ready for words."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._seek()

    def leave(self) -> None:
        """Hide the line and forget what was found."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def tell(self, reading: Reading) -> None:
        """Say how many hits there are, and which is looked at."""
        self.count.setText(_told(reading))
        for button in (self.before, self.after):
            button.setEnabled(bool(reading.finding.hits))

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typed)
        self.words.stepped.connect(self._step)
        self.words.left.connect(self.leave)
        self.close_button.clicked.connect(self.leave)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._forth)
        self._pause.timeout.connect(self._seek)

    def _typed(self, words: str) -> None:
        self._pause.start()

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._seek()
        else:
            self.stepped.emit(by)

    def _back(self) -> None:
        self._step(-1)

    def _forth(self) -> None:
        self._step(1)

    def _seek(self) -> None:
        self._pause.stop()
        self.sought.emit(self.words.text().strip())


def _told(reading: Reading) -> str:
    finding = reading.finding
    if not finding.words:
        return ""
    if finding.hits:
        return _("{n} of {of}", n=finding.now + 1, of=len(finding.hits))
    if reading.is_whole:
        return _("Nothing found")
    return many("{n} page read", "{n} pages read", len(reading.texts))
