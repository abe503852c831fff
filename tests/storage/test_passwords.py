"""The password of a locked file is kept, replaced and forgotten."""

from __future__ import annotations

from datetime import UTC, datetime

from app.storage.database import Database

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_the_last_password_is_kept_and_the_audit_hears_nothing(database: Database) -> None:
    with database.write() as unit:
        unit.passwords.keep("ab", "first", NOW)
        unit.passwords.keep("ab", "second", NOW)

        assert (unit.passwords.of("ab"), unit.passwords.of("cd")) == ("second", "")
        assert unit.changes.noted == []
        unit.passwords.forget(("ab", "cd"))
        assert unit.passwords.of("ab") == ""
