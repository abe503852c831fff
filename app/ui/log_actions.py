"""What can be done with the log, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_COMPANY = ("record", "company")

LOG: tuple[Action, ...] = (
    Action(
        "record.history",
        mark("History of the record"),
        "view",
        shortcut="Ctrl+Alt+H",
        icon="history",
        tip=mark("Show in the log everything that was ever done to the record that is open"),
        is_apart=True,
    ),
    Action("company.log", mark("Log"), *_COMPANY, shortcut="Alt+6", icon="clipboard"),
    Action(
        "log.open",
        mark("Open the record"),
        *_COMPANY,
        icon="external-link",
        tip=mark("Open the record of the chosen entry of the log"),
        is_apart=True,
    ),
    Action(
        "log.record",
        mark("Only this record"),
        *_COMPANY,
        icon="history",
        tip=mark("Show everything that was ever done to the record of the chosen entry"),
    ),
    Action("log.all", mark("Show the whole log"), *_COMPANY, icon="list"),
    Action(
        "log.print",
        mark("Print log…"),
        *_COMPANY,
        icon="printer",
        tip=mark("Print the entries that are shown, with the proof that none was altered"),
    ),
    Action(
        "log.export",
        mark("Export log…"),
        *_COMPANY,
        icon="file-export",
        tip=mark("Write the entries that are shown to a file: CSV, XLSX or JSON"),
    ),
)
