"""The look: tokens become a palette and small style sheets, and follow the system live.

    theme().dress(self, controls)      # a sheet for this widget, renewed when the look changes
    theme().changed.connect(self.update)
    theme().px(8)                      # eight pixels at 100 % text size

Sheets are set on small widgets only: one for the whole application halves the speed of tables.
A widget that is not seen takes on a new look as it is shown: most of a window is not seen.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from app import RESOURCES
from app.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 300, 10


class Look(Enum):
    """Which palette: that of the system, or one that the clerk chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Density(Enum):
    """How tall the rows of a list are."""

    COMPACT = "compact"
    NORMAL = "normal"
    COMFORTABLE = "comfortable"


STYLE = "Fusion"
_ROWS = {Density.COMPACT: 26, Density.NORMAL: 34, Density.COMFORTABLE: 42}


class Theme(QObject):
    """The look of the application; ``changed()`` comes after palette, font or density changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.look = Look.SYSTEM
        self.density = Density.NORMAL
        self.text_size = 100
        self.is_still = False
        self._dressed: list[tuple[weakref.ref[QWidget], Callable[[Theme], str]]] = []
        self._waiting: dict[int, Callable[[Theme], str]] = {}
        self._base_font: QFont | None = None

    def wear(self, look: Look, density: Density, text_size: int, *, still: bool) -> None:
        """Take on a look; ``still`` means no movement on screen."""
        self.look, self.density, self.is_still = look, density, still
        self.text_size = min(max(text_size, SMALLEST_TEXT), LARGEST_TEXT)
        self.renew()

    def attach(self, app: QApplication, *, is_styled: bool = False) -> None:
        """Dress the application and follow the system from now on.

        ``is_styled`` says that it began with ``-style``: to set one later makes all the classes
        and numbers of a style in Python, which takes 10 ms that a start need not wait for.
        """
        self._base_font = QFont(app.font())
        if not is_styled:
            app.setStyle(STYLE)
        add_fonts()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.renew)
        hints.accessibility().contrastPreferenceChanged.connect(self.renew)

    def renew(self) -> None:
        """Work out the colours again and repaint everything that wears them."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        follow(self.look)
        self.tokens = chosen(self.look)
        app.setPalette(palette(self.tokens))
        app.setFont(self._font(app))
        self._dressed = [pair for pair in self._dressed if _is_alive(pair[0])]
        self._waiting.clear()
        for worn, sheet in self._dressed:
            widget = worn()
            if widget is not None:
                self._redress(widget, sheet)
        self.changed.emit()

    def dress(self, widget: QWidget, sheet: Callable[[Theme], str]) -> None:
        """Give a widget a style sheet made of tokens, now and whenever they change."""
        self._dressed.append((weakref.ref(widget), sheet))
        widget.setStyleSheet(sheet(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            if sheet := self._waiting.pop(id(watched), None):
                watched.setStyleSheet(sheet(self))
        return False

    def px(self, pixels: float) -> int:
        """Return so many pixels of the 100 % design at the text size of the clerk."""
        return round(pixels * self.text_size / 100)

    @property
    def base_points(self) -> float:
        """The size of ordinary text, in points."""
        return QApplication.font().pointSizeF()

    @property
    def row_height(self) -> int:
        """How tall a row of a list is now."""
        return self.px(_ROWS[self.density])

    def colour(self, name: str) -> QColor:
        """Return a token as a colour."""
        return QColor(getattr(self.tokens, name))

    def _redress(self, widget: QWidget, sheet: Callable[[Theme], str]) -> None:
        """Renew the sheet of a widget that is seen; another waits until it is shown."""
        if widget.isVisible():
            widget.setStyleSheet(sheet(self))
        else:
            self._waiting[id(widget)] = sheet
            widget.installEventFilter(self)

    def _font(self, app: QApplication) -> QFont:
        if self._base_font is None:
            self._base_font = QFont(app.font())
        base = self._base_font
        font = QFont(base)
        size = base.pointSizeF() if base.pointSizeF() > 0 else 10.0
        font.setPointSizeF(size * self.text_size / 100)
        font.setFamilies([*dict.fromkeys([*base.families(), base.family(), "Sarabun"])])
        return font


def chosen(look: Look) -> Tokens:
    """Return the tokens of a look; the system's own choice is asked for where it decides."""
    hints = QGuiApplication.styleHints()
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    wants_contrast = (
        hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    )
    if look is Look.CONTRAST or (look is Look.SYSTEM and wants_contrast):
        return CONTRAST_DARK if is_dark else CONTRAST_LIGHT
    if look is Look.SYSTEM:
        return DARK if is_dark else LIGHT
    return DARK if look is Look.DARK else LIGHT


def follow(look: Look) -> None:
    """Let window frames and file dialogs of the system take on the same look."""
    hints = QGuiApplication.styleHints()
    wanted = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}.get(look)
    if wanted is None:
        hints.unsetColorScheme()
    elif hints.colorScheme() != wanted:
        hints.setColorScheme(wanted)


def palette(tokens: Tokens) -> QPalette:
    """Return a full Qt palette made of tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.bad,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Light: tokens.raised,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.border,
        role.Shadow: tokens.border,
    }
    made = QPalette()
    for one, colour in colours.items():
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line))
    return made


def add_fonts() -> None:
    """Load the bundled fonts where the system cannot write Thai."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.Thai):
        return
    for file in sorted((RESOURCES / "fonts").glob("Sarabun*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _is_alive(worn: weakref.ref[QWidget]) -> bool:
    widget = worn()
    return widget is not None and Shiboken.isValid(widget)


_theme: Theme | None = None


def theme() -> Theme:
    """Return the look of this process."""
    global _theme  # noqa: PLW0603  an application has one look, as it has one palette
    if _theme is None:
        _theme = Theme()
    return _theme
