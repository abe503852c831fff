"""The components of pay: what each reckons, where it is used, and the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.payroll.component import PayComponent
from app.domain.shared.ids import ComponentId
from app.services import pay_components, pay_rules
from app.services.pay_rules import ComponentUse, ListedComponent
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.facts import Fact
from app.ui.employees.pay_item_words import component_name
from app.ui.employees.pay_rule_page import PayRulePage
from app.ui.employees.pay_rule_words import COMPONENTS, base_name
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, many

KIND = "pay-component"


class ComponentsPage(PayRulePage[ListedComponent]):
    """Lists components in the order of a payslip; the chosen one is told below."""

    kind = KIND
    tables = frozenset({"pay_component", "pay_item"})
    buttons = ("pay-component.end", "pay-component.change", "pay-component.new")

    def __init__(self, shell: Shell, strip: Strip) -> None:
        table: ShortTable[ListedComponent] = ShortTable(_("Components of pay"), COMPONENTS)
        table.give_room("Component of pay")
        super().__init__(shell, strip, table, pay_rules.components)
        shell.book.offer(
            self,
            {
                "pay-component.new": partial(shell.open, KIND, None),
                "pay-component.change": self._change,
                "pay-component.end": self._ask_end,
                "list.refresh": self.ask,
            },
        )
        self.ask()

    def _look(self, _record: object = None) -> None:
        """Tell of the chosen one, and ask where it is used."""
        super()._look()
        one = self.chosen()
        can_end = one is not None and one.is_own and one.component.valid_until is None
        self.shell.book.allow(self, "pay-component.end", allowed=can_end)
        self.facts.show_facts(_facts(one.component) if one else ())
        if one is not None:
            self.shell.client.ask(partial(self._tell_use, one.id), pay_rules.use, one.id)

    def _tell_use(self, listed_id: int, use: ComponentUse) -> None:
        one = self.chosen()
        if one is not None and one.id == listed_id:
            self.facts.show_facts((*_facts(one.component), *_use_facts(use)))

    def _ask_end(self) -> None:
        if (one := self.chosen()) is not None and one.is_own:
            EndComponentDialog(self.shell, self, one.component).open()


class EndComponentDialog(DayDialog):
    """Asks for the last day of a component of the office's own."""

    def __init__(self, shell: Shell, parent: QWidget, one: PayComponent) -> None:
        text = _("Runs that pay after this day leave it out; that of the country holds again.")
        title = _("The last day of {name}", name=component_name(one))
        super().__init__(shell, parent, title, text)
        self._known = (ComponentId(one.id), one.version)
        self.add_labelled(_("Last day"), self.day)
        self.finish(_("Write it down"))

    def send(self, day: date) -> None:
        asked = (*self._known, day)
        self.shell.client.do(self._ended, pay_components.end, *asked, refused=self.refuse)

    def _ended(self, _component: object) -> None:
        self.accept()


def _facts(one: PayComponent) -> Iterator[Fact]:
    """Yield what is to be known of a component."""
    yield _("Formula"), one.formula.replace("; ", ";\n")
    yield _("Counts into"), ", ".join(base_name(base) for base in sorted(one.bases))
    accounts = " → ".join(part for part in (one.debit, one.credit) if part)
    yield _("Booked on"), accounts
    codes = (f"{form} {code}" for form, code in (one.codes or {}).items())
    yield _("Codes of the forms"), ", ".join(codes)
    yield _("Source"), one.source


def _use_facts(use: ComponentUse) -> Iterator[Fact]:
    """Yield where a component is used."""
    yield _("Named by"), ", ".join(map(component_name, use.standing.named))
    yield _("Counts for"), ", ".join(map(component_name, use.standing.counted))
    if use.people:
        yield _("Pay items"), many("of {n} person", "of {n} people", use.people)
