"""What can be done with users and roles, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_COMPANY = ("record", "company")

USERS: tuple[Action, ...] = (
    Action("company.users", mark("Users"), *_COMPANY, shortcut="Alt+3", icon="users"),
    Action("company.roles", mark("Roles"), *_COMPANY, shortcut="Alt+4", icon="shield-check"),
    Action(
        "users.begin",
        mark("Begin with users…"),
        *_COMPANY,
        icon="user-plus",
        tip=mark("Make the first user: from then on everybody logs in, and the files are secret"),
        is_apart=True,
    ),
    Action(
        "users.password",
        mark("Change my password…"),
        *_COMPANY,
        icon="key",
        tip=mark("Another password for you; nobody else can see it"),
    ),
    Action(
        "users.remember",
        mark("Remember me on this computer…"),
        *_COMPANY,
        icon="key",
        tip=mark("The company opens without your password here, by the key store of the system"),
    ),
    Action(
        "users.forget",
        mark("Forget me on this computer"),
        *_COMPANY,
        icon="lock",
        tip=mark("Ask for your password again when the company is opened here"),
    ),
    Action(
        "users.renew",
        mark("New keys for the files…"),
        *_COMPANY,
        icon="lock-open",
        tip=mark("After somebody left: whatever he or she kept opens nothing any more"),
    ),
    Action(
        "users.code",
        mark("New recovery code…"),
        *_COMPANY,
        icon="printer",
        tip=mark("Print a new recovery code; the one that was printed before is no longer good"),
    ),
)
