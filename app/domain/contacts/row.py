"""A contact as a list shows it, and how such a list is sorted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.contacts.contact import Kind, Role
from app.domain.shared.ids import ContactId

ARCHIVED = "archived"
"""The state name that asks a list for what was put away."""


class ContactSort(Enum):
    """What a list of contacts can be sorted by; ``added`` is the order they came in."""

    NAME = "name"
    NUMBER = "number"
    TOWN = "town"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One line of the list of contacts."""

    id: ContactId
    number: str
    name: str
    kind: Kind
    roles: frozenset[Role]
    town: str
    country: str
    is_archived: bool
    email: str = ""
    phone: str = ""
