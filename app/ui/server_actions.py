"""What can be done with a company on a server, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

OPEN_SERVER = Action(
    "office.open-server",
    mark("Open a company on a server…"),
    "file",
    icon="database",
    tip=mark("Work at a company that several desks share"),
)
MOVE = Action(
    "company.move",
    mark("Move to a server or back…"),
    "record",
    "company",
    icon="database",
    tip=mark("Let several desks work in the company at once, or one again"),
)
