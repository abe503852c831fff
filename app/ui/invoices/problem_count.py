"""How much stands in the way of issuing, beside the button that issues; it leads to the first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.shared.problems import Problem
from app.ui.invoices.sheets import problem_count
from app.ui.kit.labels import wear
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme


class ProblemCount(QPushButton):
    """Counts problems, or doubts where nothing else is left; hidden where all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(_("Go to the first one (F7)"))
        theme().dress(self, problem_count)
        self.hide()

    def count(self, problems: Sequence[Problem], *, is_told: bool) -> None:
        """Show how many there are; quietly as long as nobody has tried to issue."""
        wrong = sum(not one.is_warning for one in problems)
        doubts = len(problems) - wrong
        if wrong and not is_told:
            text, tone = many("{n} thing left to do", "{n} things left to do", wrong), "muted"
        elif wrong:
            text, tone = many("{n} problem", "{n} problems", wrong), "bad"
        else:
            text, tone = many("{n} thing to look at", "{n} things to look at", doubts), "warn"
        self.setText(text)
        self.setVisible(bool(problems))
        wear(self, "tone", tone)
