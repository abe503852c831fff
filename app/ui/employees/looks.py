"""Who was shown what is private of a person, and when: never what."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import EmployeeId
from app.lang.texts import mark
from app.services import employees
from app.services.employees import Showing
from app.ui.kit.dialogs import tell
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many

MOST_TOLD = 20
WHAT = {
    "pay_items.show": mark("pay items, tax cards and payslips"),
    "payslips.show": mark("a payslip"),
    "employees.show_private": mark("what is private"),
    "contracts.show_pay": mark("the pay"),
    "own_changes.show": mark("a change that was asked for"),
    "pins.enter": mark("self-service, with the PIN"),
    "employee_papers.show_whole": mark("the whole file as PDF"),
    "contract_papers.show": mark("the paper of a contract"),
    "contract_papers.write": mark("the paper of a contract, which was filed"),
}


def tell_looks(shell: Shell, parent: QWidget, person: EmployeeId) -> None:
    """Tell who was shown what is private of a person."""
    shell.client.ask(partial(_tell, parent), employees.access_log, person)


def _tell(parent: QWidget, found: tuple[Showing, ...]) -> None:
    lines = [_line(one) for one in found[:MOST_TOLD]]
    rest = len(found) - len(lines)
    if rest > 0:
        lines.append(many("and {n} more before", "and {n} more before", rest))
    tell(parent, _("Who looked"), "\n".join(lines) or _("Nobody has looked yet."))


def _line(one: Showing) -> str:
    what = _(WHAT.get(one.command, one.command))
    return f"{formats().instant(one.at)} · {one.who} · {what}"
