"""The rules of counting: from which difference on a second person approves, and how often."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Conflict, Invalid, OfficeError
from app.domain.stock.rules import StockRules
from app.services import stock_rules
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import NumberEdit, PercentEdit
from app.ui.kit.form import Form
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_DAYS = ("a_days", "b_days", "c_days", "slow_days")
_PERCENTS = ("a_percent", "b_percent")


class RulesDialog(Dialog):
    """Changes the rules; without a percentage nobody has to approve."""

    def __init__(self, shell: Shell, parent: QWidget, rules: StockRules) -> None:
        text = _("Counts that are planned already keep the limit they were planned with.")
        super().__init__(parent, _("Rules of counting"), text, "settings")
        self._shell = shell
        self._rules = rules
        self.form = Form()
        self.above = PercentEdit()
        self.edits: dict[str, NumberEdit] = {name: PercentEdit() for name in _PERCENTS}
        self.edits |= {name: NumberEdit(0) for name in _DAYS}
        self._put_fields()
        writing = Writing(self.form, self._reread, self.keep, ("stock-rules",))
        self.standoff = settling(shell, self, writing)
        self._show(rules)
        self.add_field(self.standoff.line)
        self.add_field(self.form)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Keep"), self.keep, primary=True)
        self.above.setFocus()

    def keep(self) -> None:
        """Keep the rules as they are written."""
        if self.standoff.is_open:
            self.standoff.ask()
            return
        asked = self._shell.client
        asked.do(self._kept, stock_rules.save, self.rules(), refused=self._refused)

    def rules(self) -> StockRules:
        """Return the rules that are written; what cannot be read stays as it was."""
        above = self.above.value()
        whole = {name: int(self._value(name)) for name in _DAYS}
        parts = {name: Rate(self._value(name)) for name in _PERCENTS}
        rules = replace(self._rules, approve_above=None if above is None else Rate(above))
        return replace(rules, **whole, **parts)  # type: ignore[arg-type]  # each has its own type

    def _value(self, name: str) -> Decimal:
        found = self.edits[name].value()
        return Decimal(getattr(self._rules, name)) if found is None else found

    def _show(self, rules: StockRules) -> None:
        """Show the rules as they are."""
        self._rules = rules
        self.above.put(rules.approve_above)
        for name, edit in self.edits.items():
            edit.put(Decimal(getattr(rules, name)))
        self.form.call_clean()
        self.standoff.opened(rules.version)

    def _reread(self) -> None:
        self._shell.client.ask_or(self._show, self.standoff.lost, stock_rules.get)

    def _put_fields(self) -> None:
        help_text = _("Empty: nobody has to approve")
        label = _("A second person approves above")
        self.form.add("approve_above", label, self.above, columns=12, help_text=help_text)
        self.form.add("a_percent", _("A up to"), self.edits["a_percent"], columns=6)
        self.form.add("b_percent", _("B up to"), self.edits["b_percent"], columns=6)
        self.form.add("a_days", _("Days until A is due"), self.edits["a_days"], columns=4)
        self.form.add("b_days", _("Days until B is due"), self.edits["b_days"], columns=4)
        self.form.add("c_days", _("Days until C is due"), self.edits["c_days"], columns=4)
        slow = _("Slow after so many days")
        self.form.add("slow_days", slow, self.edits["slow_days"], columns=12)
        self.form.chain()

    def _kept(self, _rules: StockRules) -> None:
        self.accept()
        self._shell.say(_("The rules are kept"))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            problems: tuple[Problem, ...] = error.problems
            self.form.show_problems(problems)
        elif isinstance(error, Conflict):
            self.standoff.meet()
        else:
            self.reject()
            self._shell.refuse(error)


class _Beginning:
    """Reads the rules, then asks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def open(self, rules: StockRules) -> None:
        """Show the rules."""
        RulesDialog(self._shell, self._parent, rules).open()


def ask_rules(shell: Shell, parent: QWidget) -> None:
    """Show the rules of the stock, to be changed."""
    shell.client.ask(_Beginning(shell, parent).open, stock_rules.get)
