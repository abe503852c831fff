"""The sign of health: there while something is not as it must be; it leads to the page."""

from __future__ import annotations

from app.domain.admin.health import Line, Sign, worst
from app.ui.health_watch import HealthWatch
from app.ui.kit.foot_sign import FootSign
from app.ui.kit.icons import icon
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

STEPS = ("go.company", "company.health")
TABLES = frozenset({"health_check"})
MOST_TOLD = 5


class HealthSign(FootSign):
    """Watches over the health of one office; ``button`` is there while something was found."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, STEPS, TABLES)
        self.watch = HealthWatch(shell.client, self)
        self.watch.wait()
        self.ask()

    def ask(self) -> None:
        """Ask for the lines of the health page."""
        # The services load SQLAlchemy, which must not happen before the first paint.
        from app.services import health_rounds  # noqa: PLC0415  as said above

        self.shell.client.ask_or(self._tell, self.leave, health_rounds.lines)

    def _tell(self, lines: tuple[Line, ...]) -> None:
        if self.is_stopped:
            return
        found = tuple(one for one in lines if one.count)
        told = [problem_text(one) for line in found for one in line.told][:MOST_TOLD]
        is_bad = worst(found) is Sign.BAD
        self.button.setIcon(icon("alert-triangle", "bad" if is_bad else "accent"))
        self.button.setToolTip("\n".join((*told, "", _("Open the health page"))))
        words = _("The company is damaged") if is_bad else _("Something wants a look")
        self.button.lead_to(words if found else "")
