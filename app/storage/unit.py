"""One transaction: every store over one connection, and what was changed through them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage.admin import CompanyStore
from app.storage.audit import AuditStore, Changes
from app.storage.contents import Contents


class Unit:
    """Every store over one open transaction; a store is made when it is first asked for.

    ``tables`` are the names of the tables written so far; ``changes`` is what the audit will say.
    """

    def __init__(self, connection: Connection, contents: Contents, audit_key: bytes) -> None:
        self.connection = connection
        self.contents = contents
        self.changes = Changes()
        self.tables: set[str] = set()
        self._audit_key = audit_key

    @cached_property
    def audit(self) -> AuditStore:
        return AuditStore(self.connection, self._audit_key)

    @cached_property
    def company(self) -> CompanyStore:
        return CompanyStore(self.connection, self.changes)
