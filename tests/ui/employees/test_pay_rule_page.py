"""A page of rules of pay reads again on its own news, and opens what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.payroll.rate_lines import RateLine
from app.ui.employees.pay_rule_page import PayRulePage
from app.ui.employees.pay_rule_words import RATES
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable


class Counted(PayRulePage[RateLine]):
    """Counts how often it is read."""

    kind = "pay-rate"
    tables = frozenset({"pay_rate"})
    asked = 0

    def ask(self) -> None:
        self.asked += 1

    def _look(self, _record: object = None) -> None:
        """Tell nothing."""


def test_it_is_read_again_on_its_own_news_only(
    qtbot: QtBot, shell: Shell, show: Callable[[Any], Any]
) -> None:
    table: ShortTable[RateLine] = ShortTable("Rates", RATES)
    page: Counted = show(Counted(shell, Strip((("a", "Rates"),), "a"), table))

    shell.client.changed.emit(frozenset({"contact"}))
    shell.client.changed.emit(frozenset({"pay_rate"}))

    assert page.asked == 1
    assert page.chosen() is None


def test_what_has_to_be_looked_at_stands_above_the_list(
    shell: Shell, show: Callable[[Any], Any]
) -> None:
    table: ShortTable[RateLine] = ShortTable("Rates", RATES)
    page: Counted = show(Counted(shell, Strip((("a", "Rates"),), "a"), table))
    before = page.told.isVisible()

    page.warn("2 rates to look at")
    shown = page.told.isVisible()
    page.warn("")

    assert (before, shown, page.told.isVisible()) == (False, True, False)


def test_a_chosen_rule_opens_in_a_page_of_its_own(
    qtbot: QtBot, shell: Shell, show: Callable[[Any], Any]
) -> None:
    table: ShortTable[RateLine] = ShortTable("Rates", RATES)
    page: Counted = show(Counted(shell, Strip((("a", "Rates"),), "a"), table))

    with qtbot.waitSignal(shell.wanted) as wanted:
        page.table.opened.emit(7)

    assert wanted.args == ["pay-rate", 7]
