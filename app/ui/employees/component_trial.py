"""Trying a component out beside its form: what it would give somebody, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.payroll.component import PayComponent
from app.domain.payroll.standing import figures_named
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money, money
from app.domain.shared.refusals import OfficeError, Refusal
from app.services import pay_trials
from app.services.pay_rules import RuleSheet
from app.services.pay_trials import Trial, Tried
from app.ui.employees.pay_item_words import FIELDS, field_name
from app.ui.employees.pay_run_words import REASONS, ReasonRow, money_text, reasons_of
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, PercentEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence, problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

NOBODY = EmployeeId(0)
_HIGH = 230
_FOLDS_BELOW = 300
"""Below this width, at the usual text size, fewer fields stand on a line."""


class ComponentTrial(QWidget):
    """Asks for whom and for which month, and tells what the component would give."""

    def __init__(
        self, shell: Shell, sheet: RuleSheet, component: Callable[[], PayComponent]
    ) -> None:
        super().__init__()
        self._shell, self._component, self._currency = shell, component, sheet.currency
        people = sorted(sheet.people.items(), key=lambda one: one[1].casefold())
        self.form = Form()
        self.person: ChoiceEdit[EmployeeId] = ChoiceEdit([(NOBODY, ""), *people])
        self.day = DateEdit(shell.today)
        self.day.put(shell.today())
        self.amount, self.rest = MoneyEdit(sheet.currency), MoneyEdit(sheet.currency)
        self.quantity, self.percent = NumberEdit(), PercentEdit()
        self.told = plain_label("", "text")
        self.told.setWordWrap(True)
        self.reasons: ShortTable[ReasonRow] = ShortTable(_("How it was reckoned"), REASONS)
        self.reasons.give_room("Source")
        self.reasons.setMinimumHeight(theme().px(_HIGH))
        self._lay_out()
        self.form.edited.connect(self.suit)
        self.form.resting.connect(self.ask)
        self.suit()

    def suit(self) -> None:
        """Show the figures that the formula asks of an item."""
        try:
            named = figures_named(self._component())
        except Refusal:
            return
        for figure in FIELDS:
            self.form.cell(figure).setVisible(figure in named)

    def ask(self) -> None:
        """Ask what the component would give."""
        if self.person.value() == NOBODY:
            self.told.setText(_("Choose somebody to see what it would give."))
            self.reasons.show_rows(())
            return
        trial = Trial(
            self._component(),
            self.person.value(),
            self.day.value() or self._shell.today(),
            self._money(self.amount),
            self.quantity.value(),
            self.percent.value(),
            self._money(self.rest),
        )
        self._shell.client.ask_or(self._tell, self._refused, pay_trials.tried, trial)

    def _tell(self, tried: Tried) -> None:
        self.reasons.show_rows(reasons_of(tried.lines))
        if tried.problems:
            self.told.setText("✕ " + problem_text(tried.problems[0]))
        elif tried.net is not None and tried.net_before is not None:
            self.told.setText(" · ".join(_parts(tried, tried.net, tried.net_before)))

    def _refused(self, error: OfficeError) -> None:
        self.told.setText("✕ " + str(error_sentence(error)))

    def _money(self, field: MoneyEdit) -> Money | None:
        value = field.value()
        return None if value is None else money(value, self._currency)

    def _lay_out(self) -> None:
        form = self.form
        form.heading(_("Try it out"))
        form.folds_below = _FOLDS_BELOW
        form.add("employee_id", _("For whom"), self.person, columns=7)
        form.add("day", _("In the month of"), self.day, columns=5)
        fields = (self.amount, self.quantity, self.percent, self.rest)
        for figure, field in zip(FIELDS, fields, strict=True):
            form.add(figure, field_name("", figure), field, columns=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(form)
        column.addWidget(self.told)
        column.addWidget(self.reasons, 1)


def _parts(tried: Tried, net: Money, before: Money) -> tuple[str, ...]:
    """Return what came of a trial: the amount, and the net with it and as it is now."""
    if not tried.lines:
        return (_("It comes to nothing, so the payslip has no such line."),)
    amount = Money(sum(one.amount.minor for one in tried.lines), net.currency)
    gives = _("Gives {amount}", amount=money_text(amount))
    return (
        gives,
        _("net {amount}", amount=money_text(net)),
        _("as it holds now {amount}", amount=money_text(before)),
    )
