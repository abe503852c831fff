"""What can be done with payroll runs, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_PEOPLE = ("record", "employees")

PAYROLL: tuple[Action, ...] = (
    Action("employees.payroll", mark("Payroll"), *_PEOPLE, shortcut="Alt+9", icon="cash"),
    Action(
        "payroll.new",
        mark("New pay run…"),
        *_PEOPLE,
        shortcut="F8",
        icon="plus",
        tip=mark("Begin the pay of a month; nothing is paid before somebody else approved it"),
        is_apart=True,
    ),
    Action("payroll.open", mark("Open the pay run"), *_PEOPLE, icon="eye"),
    Action(
        "payroll.calculate",
        mark("Calculate the pay"),
        *_PEOPLE,
        shortcut="F9",
        icon="calculator",
        tip=mark("Reckon every payslip, again and again until the run is approved"),
    ),
    Action(
        "payroll.approve",
        mark("Approve the pay"),
        *_PEOPLE,
        shortcut="Shift+F7",
        icon="shield-check",
        tip=mark("As a second person who did not calculate it"),
    ),
    Action(
        "payroll.post",
        mark("Post the pay"),
        *_PEOPLE,
        shortcut="F7",
        icon="check",
        tip=mark("Number the run and book it in one entry; the books name no person"),
    ),
    Action(
        "payroll.file",
        mark("File the payslips"),
        *_PEOPLE,
        icon="archive",
        tip=mark("As PDF, where the personnel office alone reads them"),
    ),
    Action(
        "payroll.bank",
        mark("Bank file…"),
        *_PEOPLE,
        icon="building-bank",
        tip=mark("Write what the bank is asked to pay to a file"),
    ),
    Action("payroll.paid", mark("The pay left the bank…"), *_PEOPLE, icon="cash"),
    Action(
        "payroll.report",
        mark("Table for the authorities…"),
        *_PEOPLE,
        icon="file-export",
        tip=mark("What the authority or the adviser is told, as a table"),
    ),
    Action(
        "payroll.print",
        mark("Show the payslip"),
        *_PEOPLE,
        shortcut="Ctrl+P",
        icon="printer",
        tip=mark("The PDF of the chosen person, each line explained"),
    ),
    Action("payroll.correct", mark("Correct the pay run…"), *_PEOPLE, icon="arrow-back-up"),
    Action("payroll.discard", mark("Discard the pay run…"), *_PEOPLE, icon="trash"),
)
