"""Sights: what a user can see and do, told before it matters."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.ids import UserId
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.roles import Roles


@dataclass(frozen=True, slots=True)
class Sight:
    """One area of the office: the rights that a user has there, and those that are denied."""

    area: str
    may: tuple[str, ...]
    denied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a user can see and do; of nobody else who has left there is anything."""

    name: str
    sights: tuple[Sight, ...]
    sees_private: bool
    has_own_file: bool


@query(Permission.USERS_READ)
def preview(desk: Desk, user_id: UserId) -> Preview:
    """Return what a user can see and do with the roles of now; raises NotFound."""
    user = desk.store.users.get(user_id)
    may = Roles(desk).union(user.roles).permissions if user.is_active else frozenset[Permission]()
    areas = dict.fromkeys(one.value.partition(".")[0] for one in Permission)
    sights = tuple(
        Sight(
            area,
            tuple(one.value for one in _of(area) if one in may),
            tuple(one.value for one in _of(area) if one not in may),
        )
        for area in areas
    )
    sees_private = Permission.EMPLOYEES_PRIVATE in may
    return Preview(user.full_name, sights, sees_private, user.employee_id is not None)


def _of(area: str) -> tuple[Permission, ...]:
    return tuple(one for one in Permission if one.value.startswith(f"{area}."))
