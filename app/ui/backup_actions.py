"""What can be done with backups, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_COMPANY = ("record", "company")

BACKUPS: tuple[Action, ...] = (
    Action("company.company", mark("Company"), *_COMPANY, shortcut="Alt+1", icon="building"),
    Action("company.backups", mark("Backups"), *_COMPANY, shortcut="Alt+2", icon="device-floppy"),
    Action(
        "backups.now",
        mark("Back up now"),
        *_COMPANY,
        shortcut="F8",
        icon="device-floppy",
        tip=mark("Copy the company to every place of its backups, while you go on working"),
        is_apart=True,
    ),
    Action(
        "backups.practise",
        mark("Restore for practice"),
        *_COMPANY,
        icon="shield-check",
        tip=mark("Restore the backup to a folder of its own, check all of it, and remove it again"),
    ),
    Action(
        "backups.restore",
        mark("Restore…"),
        *_COMPANY,
        icon="restore",
        tip=mark("Make the company again what it was in this backup; it can be taken back"),
    ),
    Action("backups.undo", mark("Take the restore back…"), *_COMPANY, icon="arrow-back-up"),
    Action(
        "backups.plan",
        mark("Places and times…"),
        *_COMPANY,
        icon="settings",
        tip=mark("Where backups go, how often they are made, and how many stay"),
    ),
)
