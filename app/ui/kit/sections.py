"""Sections: several pages in the first tab of a module; their names stand where a title would.

    class AccountingTab(Sections):
        def __init__(self, shell: Shell) -> None:
            super().__init__((
                Section("accounts", mark("Accounts"), partial(AccountsPage, shell)),
                Section("journal", mark("Journal"), partial(JournalPage, shell)),
            ))

A page is built when it is shown first. It is given its strip of names, and puts it on its bar:
``PageBar.lead(strip)``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.focus import enter, lead_to
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import Theme, theme

_SIZES = (1.45, 1.2, 1.0, 0.85, 0.75)
"""How large the names may be beside the words of a page: the largest for which there is room."""
MOST_TOLD = 99
"""A higher number is told as more than that, so that the names keep their room."""


def strip_look(theme: Theme, large: float = _SIZES[0]) -> str:
    """Return the look of the names: as large as a title, the one shown in full colour."""
    t, px = theme.tokens, theme.px
    size = theme.base_points * large
    return (
        controls(theme)
        + f"""
QPushButton[section="true"] {{
  background: transparent; color: {t.muted}; border: 2px solid transparent; min-height: 0;
  border-radius: {px(6)}px; padding: {px(2)}px; font-size: {size:.1f}pt; font-weight: 600;
}}
QPushButton[section="true"]:hover {{ color: {t.text}; }}
QPushButton[section="true"]:checked {{ color: {t.text}; }}
QPushButton[section="true"]:focus {{ border: 2px solid {t.accent}; padding: {px(2)}px; }}
"""
    )


class Strip(QWidget):
    """The names of the sections; ``chosen(name)`` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, names: tuple[tuple[str, str], ...], shown: str) -> None:
        super().__init__()
        self._shown = shown
        self.buttons: dict[str, QPushButton] = {}
        self._titles = dict(names)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(16))
        for name, title in names:
            button = QPushButton(_(title))
            button.setCheckable(True)
            button.setChecked(name == shown)
            button.setProperty("section", "true")
            button.clicked.connect(partial(self._press, name))
            self.buttons[name] = button
            line.addWidget(button)
        self._large = _SIZES[0]
        self._room = 0
        theme().dress(self, self._look)
        theme().changed.connect(self._measure)
        self._measure()

    def fit(self, room: int) -> None:
        """Be as large as there is room for; the smallest names may still be cut."""
        self._room = room
        large = next((one for one in _SIZES if self._width(one) <= room), _SIZES[-1])
        if large != self._large:
            self._large = large
            self.setStyleSheet(self._look(theme()))
            self._measure()

    def _look(self, look: Theme) -> str:
        return strip_look(look, self._large)

    def _width(self, large: float) -> int:
        """Return how wide the names are in a size."""
        font = QFont(self.font())
        font.setPointSizeF(theme().base_points * large)
        font.setWeight(QFont.Weight.DemiBold)
        metrics, around = QFontMetrics(font), 2 * (theme().px(2) + 2)
        words = sum(metrics.horizontalAdvance(one.text()) for one in self.buttons.values())
        return words + around * len(self.buttons) + theme().px(16) * (len(self.buttons) - 1)

    def _measure(self) -> None:
        """Keep the bar as high as the names: Qt would press them to the height of a field."""
        for button in self.buttons.values():
            button.ensurePolished()
        self.setMinimumHeight(max(one.sizeHint().height() for one in self.buttons.values()))

    def mark(self, name: str) -> None:
        """Mark another section as the one that is shown."""
        self._shown = name
        for one, button in self.buttons.items():
            button.setChecked(one == name)

    def count(self, numbers: Mapping[str, int]) -> None:
        """Show a number after the names of some sections; none for nought."""
        for name, number in numbers.items():
            if name in self.buttons:
                title = _(self._titles[name])
                told = str(number) if number <= MOST_TOLD else f"{MOST_TOLD}+"
                self.buttons[name].setText(f"{title} {told}" if number else title)
        if self._room:
            self.fit(self._room)

    def _press(self, name: str, is_checked: object = None) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == self._shown)
        self.chosen.emit(name)


@dataclass(frozen=True, slots=True)
class Section:
    """One page: its name, its marked title, and how it is built around its strip.

    ``among`` names the sections on that strip, where there are too many for one line.
    """

    name: str
    title: str
    open: Callable[[Strip], QWidget]
    among: tuple[str, ...] = ()


class Sections(QWidget):
    """Shows one section at a time; ``turned()`` when one is asked for."""

    turned = Signal()

    def __init__(self, sections: tuple[Section, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = {section.name: section for section in sections}
        self._pages: dict[str, QWidget] = {}
        self._strips: list[Strip] = []
        self._numbers: dict[str, int] = {}
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.show_section(sections[0].name)

    @property
    def current(self) -> QWidget:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert page is not None
        return page

    def page(self, name: str) -> QWidget:
        """Return the page of a section, built now if it was never shown."""
        if name not in self._pages:
            section = self._sections[name]
            shown = [self._sections[one] for one in section.among or self._sections]
            strip = Strip(tuple((one.name, one.title) for one in shown), name)
            strip.chosen.connect(self.show_section)
            strip.count(self._numbers)
            self._strips.append(strip)
            page = section.open(strip)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def count(self, numbers: Mapping[str, int]) -> None:
        """Show a number after the names of some sections, on every strip."""
        self._numbers.update(numbers)
        for strip in self._strips:
            strip.count(self._numbers)

    def show_section(self, name: str) -> None:
        """Show a section and give it the keyboard."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        lead_to(self, page)
        self.turned.emit()
        if self.isVisible():
            enter(page)
