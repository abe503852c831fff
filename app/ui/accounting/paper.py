"""A report as it prints: laid over its table, and put away again by the same key or Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell


class PaperStack(QStackedWidget):
    """Shows the widgets of a report, and its paper over them when asked."""

    def __init__(self, shell: Shell, ask: Callable[[], object]) -> None:
        super().__init__()
        self._ask = ask
        self._under: QWidget | None = None
        self._name = ""
        self.paper = Preview(shell.client.lanes)
        self.paper.told.connect(shell.say)
        self.addWidget(self.paper)

    @property
    def has_paper(self) -> bool:
        """Say whether the paper is shown."""
        return self.currentWidget() is self.paper

    def lay(self, widget: QWidget) -> None:
        """Show a widget of the report, under the paper where that is shown."""
        if self.has_paper:
            self._under = widget
            self._ask()
        else:
            self.setCurrentWidget(widget)

    def turn(self) -> None:
        """Show the paper, or put it away."""
        if self.has_paper:
            self.put_away()
            return
        self._under = self.currentWidget()
        self.paper.wait()
        self._ask()
        self.setCurrentWidget(self.paper)
        self.paper.setFocus()

    def put_away(self) -> None:
        """Show the report itself again."""
        if self.has_paper and self._under is not None:
            self.setCurrentWidget(self._under)
            self._under.setFocus()

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show the report as it prints."""
        self.paper.show_pdf(pdf, f"{name}.pdf")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.has_paper:
            self.put_away()
        else:
            super().keyPressEvent(event)
