"""The sign of the approvals: how many wait for whoever is logged in; it leads to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.ui.kit.icons import icon
from app.ui.kit.link import LinkButton
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

FIRST = 1_000
"""The first list is painted before anything is counted."""
STEPS = ("go.company", "company.approvals")
TABLES = frozenset({"approval", "user_account", "user_role"})


class ApprovalSign(QObject):
    """Counts what waits for a second pair of eyes; ``button`` says so, and leads there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.client)
        self._shell = shell
        self._is_stopped = False
        self.button = LinkButton()
        self.button.setIcon(icon("user-check", "accent"))
        self.button.clicked.connect(self._open)
        shell.client.changed.connect(self._news)
        shell.client.stopped.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self._timer.start(FIRST)

    def _ask(self) -> None:
        from app.services import approvals  # noqa: PLC0415  not before the first paint

        self._shell.client.ask(self._tell, approvals.count)

    def _tell(self, count: int) -> None:
        if not self._is_stopped:
            text = many("{n} request waits for you", "{n} requests wait for you", count)
            self.button.setToolTip(_("Open what another person asked you to look at"))
            self.button.lead_to(text if count else "")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES and not self._is_stopped:
            self._ask()

    def _open(self) -> None:
        for step in STEPS:
            if step in self._shell.book.rows:
                self._shell.book.action(step).trigger()

    def _stop(self) -> None:
        """Say no more: the office is about to be closed."""
        if not self._is_stopped:
            self._is_stopped = True
            self._timer.stop()
            self.button.hide()
            self.button.deleteLater()
