"""Users and the office's own roles: small tables that are read whole and never lose a row."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.admin.users import Limit, OwnRole, User
from app.domain.shared.codec import parsed, plain
from app.storage.catalogues import Catalogue, Shape
from app.storage.deeds import Changes
from app.storage.user_tables import user_account, user_role


def _user_row(one: User) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    return row | {"roles": list(one.roles), "limits": plain(one.limits)}


def _user_of(row: Row[Any]) -> User:
    found = {one.name: getattr(row, one.name) for one in fields(User)}
    limits = tuple(parsed(Limit, one) for one in row.limits)
    return User(**found | {"roles": tuple(row.roles), "limits": limits})


def _role_row(one: OwnRole) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    return row | {"permissions": list(one.permissions)}


def _role_of(row: Row[Any]) -> OwnRole:
    found = {one.name: getattr(row, one.name) for one in fields(OwnRole)}
    return OwnRole(**found | {"permissions": tuple(row.permissions)})


USERS = Shape("user_account", user_account, _user_row, _user_of)
ROLES = Shape("user_role", user_role, _role_row, _role_of)


class UserStore(Catalogue[User]):
    """Reads and writes users, who are found by name too, typed large or small."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        super().__init__(connection, changes, USERS)

    def named(self, name: str) -> User | None:
        """Return the user of a name, or none."""
        wanted = name.strip().casefold()
        return next((one for one in self.all() if one.name.casefold() == wanted), None)

    def head(self, name: str) -> User | None:
        """Return the user of a name without roles and limits, which not everybody may read."""
        shown = [one for one in user_account.columns if one.name not in ("roles", "limits")]
        wanted = select(*shown).where(user_account.c.name == name)
        found = self._connection.execute(wanted).mappings().one_or_none()
        return None if found is None else User(**found, roles=(), limits=())

    def is_let_in(self, name: str) -> bool:
        """Say whether somebody of a name logs in; what the user may is not looked at."""
        wanted, table = name.strip().casefold(), user_account
        found = self._connection.execute(select(table.c.name).where(table.c.is_active == 1))
        return any(one.casefold() == wanted for one in found.scalars())
