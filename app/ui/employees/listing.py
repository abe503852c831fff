"""The list of people as data: its columns, chips, sorts and what it says when it is empty."""

from __future__ import annotations

from app.domain.employees.row import EmployeeRow
from app.lang.texts import mark
from app.services import employees
from app.ui.employees.words import STANDINGS, TONES, day_text
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many


def _counted(count: int) -> str:
    return many("{n} person", "{n} people", count)


COLUMNS: tuple[Column[EmployeeRow], ...] = (
    Column(mark("Number"), lambda row: row.number, sort="number", width=130),
    Column(mark("Name"), lambda row: row.name, sort="name", width=180, is_roomy=True),
    Column(mark("Position"), lambda row: row.position, sort="position", width=160),
    Column(mark("Department"), lambda row: row.department, sort="department", width=110),
    Column(mark("Manager"), lambda row: row.manager, width=150, is_hidden=True),
    Column(mark("First day"), lambda row: day_text(row.starts_on), sort="starts_on", width=120),
    Column(
        mark("Last day"),
        lambda row: day_text(row.ends_on),
        sort="ends_on",
        width=120,
        is_hidden=True,
    ),
    Column(
        mark("Status"),
        lambda row: _(STANDINGS[row.standing]),
        width=120,
        tone=lambda row: TONES[row.standing],
    ),
)

LISTING: Listing[EmployeeRow] = Listing(
    name="employees",
    title=mark("People"),
    columns=COLUMNS,
    source=Source(employees.spine, employees.rows, employees.first),
    tables=frozenset({"employee", "employee_record", "department"}),
    counted=_counted,
    empty=Empty(
        "users-group",
        mark("No people yet"),
        mark("Those who work here, with contracts, leave and pay. Write the first."),
        ("employee.new",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in STANDINGS.items()),
    buttons=("employee.new",),
    verbs=(
        "employee.open",
        "employee.change",
        "employee.leave",
        "employee.paper",
        "",
        "employee.export",
        "list.copy",
    ),
    every=mark("Here or coming"),
    sort="name",
)
