"""What can be done with the personal data of a contact, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_CONTACTS = ("record", "contacts")

PERSONAL: tuple[Action, ...] = (
    Action(
        "contact.copy-data",
        mark("Copy of personal data…"),
        *_CONTACTS,
        icon="file-export",
        is_apart=True,
        tip=mark("All that is kept of the person, as a paper, a letter and data, for the person"),
    ),
    Action(
        "contact.erase",
        mark("Erase personal data…"),
        *_CONTACTS,
        icon="eraser",
        tip=mark("Says first what goes, and what has to stay until when and why"),
    ),
)
