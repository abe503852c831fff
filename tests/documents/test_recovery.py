"""The page of the recovery code says the code, what it is for and how it is kept."""

from __future__ import annotations

from app.documents.recovery import describe
from app.documents.text import plain
from app.domain.admin.recovery import code_of
from tests.documents.reports import an_imprint


def test_the_code_stands_on_the_page_whole() -> None:
    code = code_of(bytes(range(16)))

    told = plain(describe(code, an_imprint()))

    assert code in told
    assert len(told.splitlines()) > 5
