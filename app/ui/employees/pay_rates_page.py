"""The rates of pay: figures and scales of the law, with source and day of comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from app.domain.payroll.component import PayComponent, RateTable
from app.domain.payroll.rate_lines import RateLine, RateState
from app.lang.rate_words import rate_name
from app.services import pay_components, pay_rules
from app.ui.employees.facts import Fact
from app.ui.employees.pay_item_words import component_name
from app.ui.employees.pay_rule_page import PayRulePage
from app.ui.employees.pay_rule_words import RATES, checked_text, plain
from app.ui.employees.words import span_text
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats, many, say

KIND = "pay-rate"


class RatesOfPayPage(PayRulePage[RateLine]):
    """Lists rates by name, the newest days first; a gap is a row of its own."""

    kind = KIND
    tables = frozenset({"pay_rate", "pay_component"})
    buttons = ("pay-rate.compared", "pay-rate.change", "pay-rate.new")

    def __init__(self, shell: Shell, strip: Strip) -> None:
        table: ShortTable[RateLine] = ShortTable(_("Rates of pay"), RATES)
        table.give_room("Rate of pay")
        super().__init__(shell, strip, table, pay_rules.rates)
        shell.book.offer(
            self,
            {
                "pay-rate.new": partial(shell.open, KIND, None),
                "pay-rate.change": self._change,
                "pay-rate.compared": self._compare,
                "list.refresh": self.ask,
            },
        )
        self.ask()

    def _show(self, found: Sequence[RateLine]) -> None:
        unsure = sum(one.state is not RateState.CHECKED for one in found)
        self.warn(many("{n} rate to look at", "{n} rates to look at", unsure) if unsure else "")
        super()._show(found)

    def _look(self, _record: object = None) -> None:
        """Tell of the chosen one, and ask which components read it."""
        super()._look()
        line = self.chosen()
        can_compare = line is not None and line.state is RateState.UNCHECKED
        self.shell.book.allow(self, "pay-rate.compared", allowed=can_compare)
        self.facts.show_facts(_facts(line) if line else ())
        if line is not None:
            answer = partial(self._tell_readers, line.id)
            self.shell.client.ask(answer, pay_rules.readers, line.code)

    def _tell_readers(self, line_id: int, found: Sequence[PayComponent]) -> None:
        line = self.chosen()
        if line is not None and line.id == line_id:
            names = ", ".join(map(component_name, found))
            self.facts.show_facts((*_facts(line), (_("Stands in the formula of"), names)))

    def _compare(self) -> None:
        """Write down that the chosen rate was compared with its source today."""
        line = self.chosen()
        if line is not None and line.table is not None:
            compared = replace(line.table, checked_on=self.shell.today())
            self.shell.client.do(self._compared, pay_components.set_rate, compared)

    def _compared(self, table: RateTable) -> None:
        name = rate_name(table.code, say())
        self.shell.say(_("{rate}: compared with its source today", rate=name))


def _facts(line: RateLine) -> Iterator[Fact]:
    """Yield what is to be known of a rate, or of the days on which there is none."""
    yield _("Rate of pay"), rate_name(line.code, say())
    yield _("Code"), line.code
    if line.table is None:
        yield _("No figure"), _("A run that pays on these days is refused: write your own.")
        return
    if line.table.bands:
        rows = (
            f"{plain(one.above)} →  {formats().percent(one.percent)}" for one in line.table.bands
        )
        yield _("Above it holds"), "\n".join(rows)
    if line.state is RateState.LEFT_OPEN:
        yield _("Yours is missing"), _("Each employer has its own: write it with its source.")
    yield _("From – to"), span_text(line.first, line.last)
    yield _("Source"), line.table.source
    yield _("Compared with its source"), checked_text(line)
