"""The rates of pay: figures and scales of the law, with source and day of comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.payroll.component import PayComponent, RateTable
from app.domain.payroll.rate_lines import RateLine, RateState
from app.lang.rate_words import rate_name
from app.services import pay_components, pay_rules
from app.ui.employees.facts import Fact, FactPane
from app.ui.employees.pay_item_words import component_name
from app.ui.employees.pay_rule_words import RATES, checked_text, plain
from app.ui.employees.words import span_text
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats, many, say
from app.ui.kit.theme import theme

KIND = "pay-rate"
_TABLES = frozenset({"pay_rate", "pay_component"})
_BUTTONS = ("pay-rate.compared", "pay-rate.change", "pay-rate.new")


class RatesOfPayPage(QWidget):
    """Lists rates by name, the newest days first; a gap is a row of its own."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.bar = PageBar("", shell.book, _BUTTONS)
        self.bar.lead(strip)
        self.told = plain_label("", "warn")
        self.told.setWordWrap(True)
        self.table: ShortTable[RateLine] = ShortTable(_("Rates of pay"), RATES)
        self.table.give_room("Rate of pay")
        self.facts = FactPane()
        self._lay_out()
        lead_to(self, self.table)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._look)
        shell.book.offer(
            self,
            {
                "pay-rate.new": partial(shell.open, KIND, None),
                "pay-rate.change": self._change,
                "pay-rate.compared": self._compare,
                "list.refresh": self.ask,
            },
        )
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        """Read the rates again."""
        self.shell.client.ask(self._show, pay_rules.rates)

    def chosen(self) -> RateLine | None:
        """Return the line on which the cursor stands."""
        record = self.table.chosen_id()
        return None if record is None else self.table.row_of(record)

    def _show(self, lines: Sequence[RateLine]) -> None:
        self.table.show_rows(lines)
        unsure = sum(one.state is not RateState.CHECKED for one in lines)
        text = many("{n} rate to look at", "{n} rates to look at", unsure) if unsure else ""
        self.told.setText(f"⚠ {text}" if text else "")
        self.told.setVisible(bool(text))
        self._look()

    def _look(self, _record: object = None) -> None:
        """Tell of the chosen one, and ask which components read it."""
        line = self.chosen()
        can_compare = line is not None and line.state is RateState.UNCHECKED
        self.shell.book.allow(self, "pay-rate.compared", allowed=can_compare)
        self.shell.book.allow(self, "pay-rate.change", allowed=line is not None)
        self.facts.show_facts(_facts(line) if line else ())
        if line is not None:
            answer = partial(self._tell_readers, line.id)
            self.shell.client.ask(answer, pay_rules.readers, line.code)

    def _tell_readers(self, line_id: int, found: Sequence[PayComponent]) -> None:
        line = self.chosen()
        if line is not None and line.id == line_id:
            names = ", ".join(map(component_name, found))
            self.facts.show_facts((*_facts(line), (_("Stands in the formula of"), names)))

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(KIND, record)

    def _change(self) -> None:
        self._open(self.table.chosen_id())

    def _compare(self) -> None:
        """Write down that the chosen rate was compared with its source today."""
        line = self.chosen()
        if line is not None and line.table is not None:
            compared = replace(line.table, checked_on=self.shell.today())
            self.shell.client.do(self._compared, pay_components.set_rate, compared)

    def _compared(self, table: RateTable) -> None:
        name = rate_name(table.code, say())
        self.shell.say(_("{rate}: compared with its source today", rate=name))

    def _lay_out(self) -> None:
        px = theme().px
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.facts)
        parts.setSizes([px(400), px(220)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(parts, 1)
        self.told.hide()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()


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
