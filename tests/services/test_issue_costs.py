"""What one invoice costs beside its own work: nothing is prepared or put into words anew for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.sql.cache_key import HasCacheKey
from sqlcipher3 import dbapi2 as sqlite

from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import authorizing
from app.storage.offices import create_office
from app.storage.wards import Closed
from tests.builders import TODAY
from tests.trade import drafted, issued, opened_books

Asked = list[tuple[str | None, ...]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """All that SQLite asks while it prepares statements for somebody with a role.

    The driver prepares each COMMIT by itself.
    """
    noted: Asked = []
    usual = authorizing.authorizer

    def noting(closed: Closed) -> Callable[..., int]:
        may = usual(closed)

        def asks(deed: int, *about: str | None) -> int:
            if deed != sqlite.SQLITE_TRANSACTION:
                noted.append(about)
            return may(deed, *about)

        return asks

    monkeypatch.setattr(authorizing, "authorizer", noting)
    return noted


@pytest.fixture
def office(tmp_path: Path, asked: Asked) -> Iterator[Office]:
    """An office made by the program that issues in it: all its tables were made a moment ago."""
    opened = Office(create_office(tmp_path / "Lumo.backdesk"), FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    issued(opened)
    yield opened
    opened.close()


def test_no_statement_of_a_second_invoice_is_prepared_anew(office: Office, asked: Asked) -> None:
    draft = drafted(office).id
    assert asked
    asked.clear()

    office.do(invoices.issue, draft)

    assert asked == []


def test_no_statement_of_a_second_invoice_is_put_together_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, made = drafted(office).id, []
    usual = HasCacheKey._generate_cache_key

    def noting(statement: HasCacheKey) -> object:
        made.append(str(statement))
        return usual(statement)

    monkeypatch.setattr(HasCacheKey, "_generate_cache_key", noting)

    office.do(invoices.issue, draft)

    assert made == []
