"""The rules of overtime: what the law says, and what the office agreed on beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.hours.overtime import NO_RULES, OvertimeRule, OvertimeRules
from app.domain.shared.ids import OvertimeRuleId
from app.services import overtime_rules
from app.services.overtime_rules import Held
from app.ui.employees.overtime_form import OvertimeFields
from app.ui.employees.overtime_words import law_lines, source_line
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class OvertimePage(ListedForm[OvertimeRule]):
    """Lists the rules of the office; without any the law of the country holds."""

    recorded = "overtime-rule"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._kept = Held(NO_RULES, ())
        self.law, self.source = plain_label(), plain_label("", "muted")
        super().__init__(shell, strip, _("Rules of overtime"))
        for label in (plain_label(_("The law"), "heading"), self.law, self.source):
            self.inside.addWidget(label)
        shell.book.offer(self, {"employee.new": self.begin_new})
        shell.book.call(self, "employee.new", _("New rule of overtime"))
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, overtime_rules.held)

    def lines(self) -> Sequence[tuple[OvertimeRule, str]]:
        return [(one, _listed(one)) for one in self._kept.own]

    def make_form(self) -> Form:
        one = self.chosen
        self.fields = OvertimeFields(self.shell.today)
        if one is None:
            # A new rule begins as the law has it: the office writes only what it agreed on.
            law = replace(self._kept.law, name="", source="", checked_on=None)
            one = OvertimeRule(OvertimeRuleId(0), 1, self.shell.today(), law)
        self.fields.put(one)
        return self.fields

    def send(self) -> None:
        command = overtime_rules.change if self.chosen else overtime_rules.write
        self.shell.client.do(self.saved, command, self.written(), refused=self.refused)

    def at(self, field: str) -> str:
        return self.fields.at(field)

    def written(self) -> OvertimeRule:
        """Return the rule as the form says it is."""
        before = self.chosen or OvertimeRule(OvertimeRuleId(0), 1, None, OvertimeRules(""))
        return self.fields.value(before)

    def _show(self, held: Held) -> None:
        self._kept = held
        self.law.setText("\n".join(law_lines(held.law)))
        self.source.setText(source_line(held.law))
        show_role(self.source, "muted" if held.law.checked_on is not None else "warn")
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if "overtime_rule" in tables:
            self.ask()


def _listed(one: OvertimeRule) -> str:
    since = formats().day(one.valid_from) if one.valid_from is not None else ""
    told = " · ".join(filter(None, (one.rules.name, one.agreement, since)))
    away = _("put away")
    return f"{told} ({away})" if one.is_closed else told
