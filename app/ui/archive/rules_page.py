"""Filing rules in their order: added, changed, moved, switched off, removed and applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from app.domain.archive.rules import FilingRule
from app.domain.shared.ids import FilingRuleId
from app.lang.texts import mark
from app.services import filing_rules, kinds
from app.services.filing_rules import RuleForm, Ruling
from app.ui.archive.naming import Naming
from app.ui.archive.overview import Overview
from app.ui.archive.rule_dialog import RuleDialog, RuleFields
from app.ui.archive.words import money_text
from app.ui.kit.again import offering
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many

KIND = "rules"
_TABLES = frozenset({"filing_rule", "document_type", "tag"})


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as a line of the table."""

    id: int
    rule: FilingRule
    when: str
    then: str


COLUMNS: tuple[Column[RuleLine], ...] = (
    Column(mark("Rule"), lambda line: line.rule.name, width=180),
    Column(mark("When"), lambda line: line.when, width=320),
    Column(mark("Then"), lambda line: line.then, width=280),
    Column(mark("Status"), lambda line: "" if line.rule.is_active else _("Off"), width=70),
)


class RulesPage(Overview):
    """Lists the rules; the first that fits writes first."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, _("Filing rules"), ("rule.add",))
        self.naming = Naming()
        self.ruling: Ruling | None = None
        self.table: ShortTable[RuleLine] = ShortTable(_("Filing rules"), COLUMNS)
        self.put_table(self.table, "When")
        self.table.opened.connect(self._open)
        shell.book.offer(
            self,
            {
                "rule.add": self.add,
                "rule.change": self._change,
                "rule.up": partial(self._move, -1),
                "rule.down": partial(self._move, 1),
                "rule.switch": self._switch,
                "rule.run": self._run,
                "rule.remove": self._remove,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        shell.client.ask(self._learn, kinds.sorting)

    def refresh(self) -> None:
        """Ask for the rules."""
        self.shell.client.ask(self._show, filing_rules.ruling)

    def add(self) -> RuleDialog | None:
        """Write a new rule."""
        if self.ruling is None:
            return None
        fields = RuleFields(self.shell, self.naming, self.ruling.currency)
        dialog = RuleDialog(self.shell, self, fields)
        dialog.open()
        return dialog

    def _learn(self, sorting: kinds.Sorting) -> None:
        self.naming.learn(sorting)
        self.refresh()

    def _show(self, ruling: Ruling) -> None:
        self.ruling = ruling
        lines = [
            RuleLine(
                one.id,
                one,
                " · ".join(_when(one, ruling, self.naming)),
                " · ".join(_then(one, ruling, self.naming)),
            )
            for one in ruling.rules
        ]
        self.table.show_rows(lines)
        self.hint.setText(
            _("Rules are tried in this order on what comes in; what somebody wrote stays.")
            if lines
            else _("No rule yet. One gives what comes in its type, tags and more by what it says.")
        )
        for name in ("change", "up", "down", "switch", "run", "remove"):
            self.shell.book.allow(self, f"rule.{name}", allowed=bool(lines))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.shell.client.ask(self._learn, kinds.sorting)

    def _chosen(self) -> FilingRule | None:
        line = self.table.row_of(self.table.chosen_id() or 0)
        return line.rule if line is not None else None

    def _open(self, _rule_id: object) -> None:
        self._change()

    def _change(self) -> None:
        rule = self._chosen()
        if rule is not None and (dialog := self.add()) is not None:
            dialog.change(rule)

    def _move(self, step: int) -> None:
        rule, ruling = self._chosen(), self.ruling
        if rule is None or ruling is None:
            return
        ids = [one.id for one in ruling.rules]
        place = ids.index(rule.id)
        if 0 <= place + step < len(ids):
            ids.insert(place + step, ids.pop(place))
            self._do(filing_rules.reorder_rules, tuple(ids))

    def _switch(self) -> None:
        if rule := self._chosen():
            self._turn(rule, is_active=not rule.is_active)

    def _turn(self, rule: FilingRule, *, is_active: bool) -> None:
        """Switch a rule on or off; it is offered again where a colleague was first."""
        client = self.shell.client
        form = RuleForm(rule.name, rule.when, rule.then, is_active=is_active)
        answer = partial(self._turn_again, rule.id, is_active)
        again = offering(self.shell, partial(client.ask_each, answer, filing_rules.rules))
        known = (rule.id, rule.version, form)
        client.do(self._done, filing_rules.change_rule, *known, refused=again)

    def _turn_again(
        self, rule_id: FilingRuleId, is_active: object, rules: tuple[FilingRule, ...]
    ) -> None:
        found = next((one for one in rules if one.id == rule_id), None)
        if found is not None:
            self._turn(found, is_active=bool(is_active))

    def _run(self) -> None:
        if rule := self._chosen():
            self.shell.client.do(self._applied, filing_rules.run_rule, rule.id)

    def _remove(self) -> None:
        if rule := self._chosen():
            self._do(filing_rules.remove_rule, rule.id)

    def _do(self, command: Callable[..., object], *args: object) -> None:
        self.shell.client.do(self._done, command, *args)

    def _done(self, _result: object) -> None:
        self.table.setFocus()

    def _applied(self, count: int) -> None:
        self.shell.say(many("{n} document sorted", "{n} documents sorted", count))


def _when(rule: FilingRule, ruling: Ruling, naming: Naming) -> Iterator[str]:
    when = rule.when
    if when.correspondent_id is not None:
        yield ruling.names.get(str(when.correspondent_id), "")
    if when.type_id is not None:
        yield naming.type(when.type_id)
    if when.words:
        yield ", ".join(f"“{word}”" for word in when.words)
    yield from (text for text in (when.title, when.folder) if text)
    if when.least:
        yield f"≥ {money_text(when.least)}"
    if when.most:
        yield f"≤ {money_text(when.most)}"


def _then(rule: FilingRule, ruling: Ruling, naming: Naming) -> Iterator[str]:
    then = rule.then
    if then.type_id is not None:
        yield naming.type(then.type_id)
    if then.correspondent_id is not None:
        yield ruling.names.get(str(then.correspondent_id), "")
    yield from naming.tag_names(then.tags)
    stage = naming.stage(then.type_id or rule.when.type_id, then.stage) if then.stage else ""
    yield from (text for text in (then.binder, stage, then.note) if text)
