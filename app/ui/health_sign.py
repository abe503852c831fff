"""The sign of health: there while something is not as it must be; it leads to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.admin.health import Line, Sign, worst
from app.ui.health_watch import HealthWatch
from app.ui.kit.icons import icon
from app.ui.kit.link import LinkButton
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    from app.domain.shared.refusals import OfficeError

STEPS = ("go.company", "company.health")
TABLES = frozenset({"health_check"})
MOST_TOLD = 5


class HealthSign(QObject):
    """Watches over the health of one office; ``button`` is there while something was found."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.client)
        self._shell = shell
        self._is_stopped = False
        self.button = LinkButton()
        self.button.clicked.connect(self._open)
        self.watch = HealthWatch(shell.client, self)
        shell.client.changed.connect(self._news)
        shell.client.stopped.connect(self._stop)
        self.watch.wait()
        self._ask()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES and not self._is_stopped:
            self._ask()

    def _ask(self) -> None:
        # The services load SQLAlchemy, which must not happen before the first paint.
        from app.services import health_rounds  # noqa: PLC0415  as said above

        self._shell.client.ask_or(self._tell, self._leave, health_rounds.lines)

    def _tell(self, lines: tuple[Line, ...]) -> None:
        if self._is_stopped:
            return
        found = tuple(one for one in lines if one.count)
        told = [problem_text(one) for line in found for one in line.told][:MOST_TOLD]
        is_bad = worst(found) is Sign.BAD
        self.button.setIcon(icon("alert-triangle", "bad" if is_bad else "accent"))
        self.button.setToolTip("\n".join((*told, "", _("Open the health page"))))
        words = _("The company is damaged") if is_bad else _("Something wants a look")
        self.button.lead_to(words if found else "")

    def _leave(self, error: OfficeError) -> None:
        """Say nothing to whoever may not see the company."""

    def _open(self) -> None:
        for step in STEPS:
            if step in self._shell.book.rows:
                self._shell.book.action(step).trigger()

    def _stop(self) -> None:
        """Say no more: the office is about to be closed."""
        if not self._is_stopped:
            self._is_stopped = True
            self.button.hide()
            self.button.deleteLater()
