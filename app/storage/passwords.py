"""Passwords of locked files, found by the SHA-256 of the file; kept in the encrypted office.

They are told to whoever may open the file, and never to the audit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Column, Connection, Named, Table, Text, TypedColumns, delete, select

from app.storage.lists import slices
from app.storage.types import Instant, metadata


class _Password(TypedColumns):
    sha256: Named[str] = Column(Text, primary_key=True)
    password: Named[str] = Column(Text, nullable=False)
    kept_at: Named[datetime] = Column(Instant, nullable=False)


file_password = Table("file_password", metadata, _Password, sqlite_with_rowid=False)


class PasswordStore:
    """Keeps the password of each locked file, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, sha256: str, password: str, at: datetime) -> None:
        """Keep the password of a file, in place of the one kept before."""
        self.forget((sha256,))
        row = {"sha256": sha256, "password": password, "kept_at": at}
        self._connection.execute(file_password.insert(), row)

    def of(self, sha256: str) -> str:
        """Return the password of a file, or nothing."""
        wanted = select(file_password.c.password).where(file_password.c.sha256 == sha256)
        return self._connection.scalar(wanted) or ""

    def forget(self, names: Iterable[str]) -> None:
        """Forget the passwords of files."""
        for some in slices(names):
            gone = delete(file_password).where(file_password.c.sha256.in_(some))
            self._connection.execute(gone)
