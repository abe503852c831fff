"""The stores of the people who work here, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage import (
    employee_tables,  # noqa: F401  a new office makes its tables
    expense_tables,  # noqa: F401  as above
    hours_tables,  # noqa: F401  as above
    leave_tables,  # noqa: F401  as above
    payroll_tables,  # noqa: F401  as above
)
from app.storage.deeds import Changes
from app.storage.keys import Keys
from app.storage.wall import Wall


class PeopleStores:
    """What reads and writes people, leave, hours, expenses and pay over one open transaction."""

    connection: Connection
    changes: Changes
    _keys: Keys

    @cached_property
    def wall(self) -> Wall:
        return Wall(self.connection, self._keys.people)
