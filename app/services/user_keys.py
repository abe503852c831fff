"""The keys that users get with their roles: those of the people only where a role asks for them."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.admin.users import User
from app.domain.shared.refusals import Refusal
from app.services.office import Desk, Office
from app.services.permissions import Permission, Role
from app.storage.keybook import KeyBook
from app.storage.slots import Grant

NEED_PEOPLE = frozenset({Permission.EMPLOYEES_PRIVATE, Permission.USERS_CHANGE})
"""Who reads what is private holds its key, and who gives keys to others."""


class NoUsersYet(Refusal):
    """The office has no users: the first one is made with the office closed."""

    code = "users.none-yet"


class UserKeys:
    """The key slots of an open office; raises NoUsersYet."""

    def __init__(self, office: Office) -> None:
        if not office.database.book.has_users:
            raise NoUsersYet
        self.book: KeyBook = office.database.book

    def grant(self, grants: Mapping[str, Grant]) -> None:
        """Give each of these users the keys that the roles need now."""
        for name, grant in grants.items():
            self.book.grant(name, grant)


class Grants:
    """Which keys the users of an office need; KeysLacking where the asker has none to give."""

    def __init__(self, desk: Desk) -> None:
        self._own = desk.store.own_keys

    def of(self, user: User, role: Role) -> Grant:
        """Return the keys that a user needs who has a role."""
        own = self._own.of(user.employee_id) if user.employee_id is not None else ()
        return Grant(may_people=bool(NEED_PEOPLE & role.permissions), own=own)
