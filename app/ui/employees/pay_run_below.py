"""Below the payslips of a run: why each line is so, what differs, and who is left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.payroll.payroll import Payslip
from app.lang.texts import mark
from app.services.simulating import LeftOutRow
from app.ui.employees.pay_differences import (
    DIFFERENCES,
    LEFT_OUT,
    DifferenceRow,
    LeftOutLine,
    correction_rows,
    difference_rows,
    left_out_lines,
)
from app.ui.employees.pay_run_words import REASONS, ReasonRow, reasons_of
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

PARTS = (
    ("why", mark("Why each line")),
    ("differences", mark("What differs from last time")),
    ("left-out", mark("Without a payslip")),
)
_WIDE = 460
"""How wide the names of the parts are, at the usual text size."""


class RunBelow(QWidget):
    """Tells of the chosen payslip of a run, and of who has none; ``turn_on`` turns the leaf."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.strip = Strip(PARTS, PARTS[0][0])
        self.stack = QStackedWidget()
        self.reasons: ShortTable[ReasonRow] = ShortTable(_("How each line was reckoned"), REASONS)
        self.reasons.give_room("Source")
        self.differences: ShortTable[DifferenceRow] = ShortTable(_("What differs"), DIFFERENCES)
        self.differences.give_room("What differs")
        self.left_out: ShortTable[LeftOutLine] = ShortTable(_("Without a payslip"), LEFT_OUT)
        self.left_out.give_room("Why there is none")
        self.left_out.opened.connect(partial(shell.open, "employee"))
        for table in (self.reasons, self.differences, self.left_out):
            self.stack.addWidget(table)
        line = QHBoxLayout()
        line.addWidget(self.strip)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(line)
        column.addWidget(self.stack, 1)
        self.strip.fit(theme().px(_WIDE))
        self.strip.chosen.connect(self.turn)

    def turn(self, name: str) -> None:
        """Show a part."""
        self.strip.mark(name)
        self.stack.setCurrentIndex([one for one, _title in PARTS].index(name))

    def turn_on(self) -> None:
        """Show the next part, after the last the first."""
        place = (self.stack.currentIndex() + 1) % len(PARTS)
        self.turn(PARTS[place][0])

    def explain(self, now: Payslip | None, before: Payslip | None) -> None:
        """Tell of a payslip: why its lines are so, and what differs from last time."""
        self.reasons.show_rows(reasons_of(now.lines) if now else ())
        self.differences.show_rows(difference_rows(now, before))

    def correct(self, slip: Payslip | None) -> None:
        """Tell of a payslip of a correction: what is right beside what was paid so far."""
        self.reasons.show_rows(reasons_of(slip.lines) if slip else ())
        self.differences.show_rows(correction_rows(slip) if slip else ())

    def show_left_out(self, rows: Sequence[LeftOutRow]) -> None:
        """Show who has no payslip, and why."""
        self.left_out.show_rows(left_out_lines(rows))
        self.strip.count({"left-out": len(rows)})
