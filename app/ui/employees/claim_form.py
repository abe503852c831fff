"""The form of a claim: whose it is, what it was for, how it is paid, and its expenses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.expenses.making import ClaimForm
from app.domain.shared.ids import EmployeeId
from app.domain.shared.problems import Problem
from app.services.expenses import OpenedClaim
from app.ui.employees.claim_lines import ClaimLines
from app.ui.employees.expense_words import PAYINGS
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.texts import _
from app.ui.kit.unread import unread

NOBODY = EmployeeId(0)
_PLACED = {"quantity": "amount", "tariff": "what", "rate": "price"}
"""Problems of a line that stand at another field of the form."""


class ClaimFields(Form):
    """Fields that hold a claim; ``entered`` when the keyboard goes to another field."""

    entered = Signal()

    def __init__(self, opened: OpenedClaim, today: Callable[[], date]) -> None:
        super().__init__()
        people = list(opened.people.items())
        self.person: ChoiceEdit[EmployeeId] = ChoiceEdit([(NOBODY, ""), *people])
        self.purpose = TextEdit()
        self.paying = ChoiceEdit([(one, _(text)) for one, text in PAYINGS.items()])
        self.lines = ClaimLines(self, opened, today)
        self.add("employee_id", _("Name"), self.person, columns=4)
        self.add("purpose", _("Purpose"), self.purpose, columns=5)
        self.add("paying", _("Is paid"), self.paying, columns=3)
        self.heading(_("Expenses"))
        self.place(self.lines)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def put(self, form: ClaimForm) -> None:
        """Show what a claim holds; nothing of it counts as typed."""
        self.person.put(form.employee_id or NOBODY)
        self.purpose.put(form.purpose)
        self.paying.put(form.paying)
        self.lines.show_lines(form.lines)
        self.chain()
        self.call_clean()

    def value(self) -> ClaimForm:
        """Return what stands in the fields."""
        person = self.person.value()
        return ClaimForm(
            employee_id=person if person != NOBODY else None,
            purpose=self.purpose.value(),
            lines=self.lines.lines(),
            paying=self.paying.value(),
        )

    def unreadable(self) -> Iterator[Problem]:
        """Yield what was typed and is no day and no number."""
        yield from unread(self)

    def placed(self, problem: Problem) -> Problem:
        """Return a problem at the path of its field."""
        if problem.field == "lines":
            return replace(problem, field=self.lines.first_of("text"))
        head, dot, name = problem.field.rpartition(".")
        field = f"{head}.{_PLACED.get(name, name)}" if dot else problem.field
        return replace(problem, field=self.lines.place_of(field))

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.entered.emit()
