"""The sign of the approvals: how many wait for whoever is logged in; it leads to them."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.ui.kit.foot_sign import FootSign
from app.ui.kit.icons import icon
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

FIRST = 1_000
"""The first list is painted before anything is counted."""
STEPS = ("go.company", "company.approvals")
TABLES = frozenset({"approval", "user_account", "user_role"})


class ApprovalSign(FootSign):
    """Counts what waits for a second pair of eyes; ``button`` says so, and leads there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, STEPS, TABLES)
        self.button.setIcon(icon("user-check", "accent"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        self._timer.start(FIRST)

    def ask(self) -> None:
        """Ask how many requests wait."""
        from app.services import approvals  # noqa: PLC0415  not before the first paint

        self.shell.client.ask(self._tell, approvals.count)

    def _tell(self, count: int) -> None:
        if not self.is_stopped:
            text = many("{n} request waits for you", "{n} requests wait for you", count)
            self.button.setToolTip(_("Open what another person asked you to look at"))
            self.button.lead_to(text if count else "")

    def stop(self) -> None:
        """Count no more: the office is about to be closed."""
        self._timer.stop()
        super().stop()
