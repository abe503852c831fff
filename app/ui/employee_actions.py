"""What can be done with people, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_PEOPLE = ("record", "employees")

EMPLOYEES: tuple[Action, ...] = (
    Action("employees.people", mark("People"), *_PEOPLE, shortcut="Alt+1", icon="users-group"),
    Action(
        "employees.departments", mark("Departments"), *_PEOPLE, shortcut="Alt+2", icon="building"
    ),
    Action(
        "employees.organisation",
        mark("Organisation"),
        *_PEOPLE,
        shortcut="Alt+0",
        icon="category",
    ),
    Action(
        "employees.chart-paper",
        mark("Organisation as PDF"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+P",
        icon="printer",
        tip=mark("Who leads whom on the day, as it prints"),
    ),
    Action("employees.to-do", mark("Due"), *_PEOPLE, shortcut="Alt+3", icon="bell"),
    Action(
        "employees.checklists",
        mark("Checklists"),
        *_PEOPLE,
        shortcut="Alt+4",
        icon="checkbox",
    ),
    Action(
        "employee.new", mark("New person"), *_PEOPLE, shortcut="Ctrl+N", icon="plus", letter="n"
    ),
    Action("employee.open", mark("Open the file"), *_PEOPLE, icon="eye", letter="o"),
    Action("employee.change", mark("Change…"), *_PEOPLE, icon="pencil", letter="c"),
    Action("employee.save", mark("Save"), *_PEOPLE, shortcut="Ctrl+S", icon="check"),
    Action(
        "employee.day",
        mark("As of a day"),
        *_PEOPLE,
        letter="d",
        icon="calendar",
        tip=mark("Who worked here on a day, and as what"),
    ),
    Action(
        "employee.leave",
        mark("Last day…"),
        *_PEOPLE,
        icon="door-exit",
        letter="l",
        tip=mark("Write down when and why a person leaves, or take it back"),
    ),
    Action(
        "employee.show",
        mark("Show what is private"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+H",
        icon="eye",
        tip=mark("Identity number, home, account and health; who looks is written down"),
        is_apart=True,
    ),
    Action(
        "employee.looks",
        mark("Who looked"),
        *_PEOPLE,
        icon="history",
        tip=mark("Who was shown what is private of this person, and when"),
    ),
    Action("employee.private", mark("Change what is private…"), *_PEOPLE, icon="lock"),
    Action("employee.overview", mark("Overview"), *_PEOPLE, shortcut="Ctrl+Shift+1", icon="id"),
    Action(
        "employee.contracts",
        mark("Contracts"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+2",
        icon="file-certificate",
    ),
    Action(
        "employee.belongings", mark("Belongings"), *_PEOPLE, shortcut="Ctrl+Shift+3", icon="key"
    ),
    Action(
        "employee.checklists",
        mark("Checklists of the person"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+4",
        icon="checkbox",
    ),
    Action("employee.history", mark("Changes"), *_PEOPLE, shortcut="Ctrl+Shift+5", icon="history"),
    Action("qualification.new", mark("New qualification…"), *_PEOPLE, icon="plus", is_apart=True),
    Action("equipment.new", mark("Hand out equipment…"), *_PEOPLE, icon="plus"),
    Action("equipment.back", mark("It came back"), *_PEOPLE, icon="restore"),
    Action("checklist.begin", mark("Begin a checklist…"), *_PEOPLE, icon="plus"),
    Action("step.done", mark("Done"), *_PEOPLE, icon="check"),
    Action("step.leave-out", mark("Leave out…"), *_PEOPLE, icon="ban"),
    Action("step.back", mark("Do it again"), *_PEOPLE, icon="arrow-back-up"),
    Action(
        "contract.new",
        mark("New contract"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+N",
        icon="file-plus",
        is_apart=True,
    ),
    Action("contract.open", mark("Change the draft"), *_PEOPLE, icon="pencil"),
    Action("contract.save", mark("Save contract"), *_PEOPLE, shortcut="Ctrl+Return", icon="check"),
    Action("contract.sign", mark("Sign…"), *_PEOPLE, icon="signature"),
    Action(
        "contract.version",
        mark("New version"),
        *_PEOPLE,
        icon="copy",
        tip=mark("Draft what takes the place of a signed contract, from a day"),
    ),
    Action("contract.end", mark("End the contract…"), *_PEOPLE, icon="player-stop"),
    Action("contract.discard", mark("Discard the draft"), *_PEOPLE, icon="trash"),
    Action(
        "contract.show",
        mark("Show the pay"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+Y",
        icon="eye",
        tip=mark("What is agreed to be paid; who looks is written down"),
    ),
)
