"""A page of rules of pay reads again on its own news, and opens what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.payroll.rate_lines import RateLine
from app.services import pay_rules
from app.ui.employees.pay_rule_page import PayRulePage
from app.ui.employees.pay_rule_words import RATES
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from tests.windows import Settle


class Counted(PayRulePage[RateLine]):
    """Counts how often it is read."""

    kind = "pay-rate"
    tables = frozenset({"pay_rate"})
    shown = 0

    def __init__(self, shell: Shell) -> None:
        table: ShortTable[RateLine] = ShortTable("Rates", RATES)
        super().__init__(shell, Strip((("a", "Rates"),), "a"), table, pay_rules.rates)

    def _show(self, found: Sequence[RateLine]) -> None:
        super()._show(found)
        self.shown += 1


def test_it_is_read_again_on_its_own_news_only(
    qtbot: QtBot, shell: Shell, show: Callable[[Any], Any], settle: Settle
) -> None:
    page: Counted = show(Counted(shell))

    shell.client.changed.emit(frozenset({"contact"}))
    settle()
    of_others = page.shown
    shell.client.changed.emit(frozenset({"pay_rate"}))
    qtbot.waitUntil(lambda: page.shown == 1)

    assert of_others == 0
    assert page.chosen() is not None


def test_what_has_to_be_looked_at_stands_above_the_list(
    shell: Shell, show: Callable[[Any], Any]
) -> None:
    page: Counted = show(Counted(shell))
    before = page.told.isVisible()

    page.warn("2 rates to look at")
    shown = page.told.isVisible()
    page.warn("")

    assert (before, shown, page.told.isVisible()) == (False, True, False)


def test_a_chosen_rule_opens_in_a_page_of_its_own(
    qtbot: QtBot, shell: Shell, show: Callable[[Any], Any]
) -> None:
    page: Counted = show(Counted(shell))

    with qtbot.waitSignal(shell.wanted) as wanted:
        page.table.opened.emit(7)

    assert wanted.args == ["pay-rate", 7]
