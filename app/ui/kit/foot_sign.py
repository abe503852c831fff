"""A sign at the foot of the window: a link that is there while it has something to say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QStyleOptionButton

from app.ui.kit.link import LinkButton
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme

_LEAST = 80


class FootLink(LinkButton):
    """A link that ends in an ellipsis where the others at the foot leave it too little room."""

    _is_measured = False

    def sizeHint(self) -> QSize:
        self._is_measured = True
        wanted = super().sizeHint()
        self._is_measured = False
        return wanted

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(theme().px(_LEAST), self.sizeHint().height()))

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not self._is_measured and self._lacking():
            letters = self.fontMetrics()
            room = letters.horizontalAdvance(self.text()) - self._lacking()
            option.text = letters.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _lacking(self) -> int:
        return max(self.sizeHint().width() - self.width(), 0)


class FootSign(QObject):
    """Watches over one office until it is closed; ``button`` leads to what it speaks of.

    ``steps`` are the actions that lead there; it asks anew when one of ``tables`` was changed.
    """

    def __init__(
        self, shell: Shell, steps: tuple[str, ...] = (), tables: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(shell.client)
        self.shell = shell
        self.is_stopped = False
        self._steps = steps
        self._tables = tables
        self.button = FootLink()
        self.button.clicked.connect(self.lead)
        shell.client.changed.connect(self._news)
        shell.client.stopped.connect(self.stop)

    def ask(self) -> None:
        """Ask what is to be said; a sign that is told by a watch asks nothing."""

    def lead(self) -> None:
        """Lead to what the sign speaks of."""
        for step in self._steps:
            if step in self.shell.book.rows:
                self.shell.book.action(step).trigger()

    def leave(self, error: object) -> None:
        """Say nothing to whoever may not see it."""

    def stop(self) -> None:
        """Say no more: the office is about to be closed.

        The sign goes at once, and not with its client: where both are swept up in one cycle, the
        client takes its children with it and the sweeper would destroy them a second time.
        """
        if not self.is_stopped:
            self.is_stopped = True
            self.button.hide()
            self.button.deleteLater()
            self.deleteLater()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self._tables and not self.is_stopped:
            self.ask()
