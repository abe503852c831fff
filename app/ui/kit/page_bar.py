"""The bar on top of a page: its title, and what can be done here, the main thing last."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.kit.actions import ActionBook
from app.ui.kit.labels import LineLabel
from app.ui.kit.sheets import controls
from app.ui.kit.theme import theme


class PageBar(QWidget):
    """A title at the left, buttons at the right; the last action is the primary one.

    ``bar.add(widget)`` puts anything else before the buttons: a state, a search box;
    ``bar.lead(widget)`` stands something else in the place of the title.
    """

    def __init__(self, title: str, book: ActionBook, actions: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.title = LineLabel(title, "title")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme().px(8))
        self._line.addWidget(self.title)
        self._line.addStretch(1)
        self._first = self._line.count()
        for name in actions:
            self._line.addWidget(book.button(name, primary=name == actions[-1]))
        theme().dress(self, controls)

    def add(self, widget: QWidget) -> None:
        """Put a widget before the buttons."""
        self._line.insertWidget(self._first, widget)
        self._first += 1

    def lead(self, widget: QWidget) -> None:
        """Put a widget in the place of the title."""
        self.title.hide()
        self._line.insertWidget(0, widget)
        self._first += 1
