"""A list of documents shows what is filed, unless something else is asked for."""

from __future__ import annotations

from app.domain.archive.document import DocumentState
from app.domain.archive.row import Wanted


def test_what_is_filed_is_shown_first() -> None:
    assert Wanted().states == (DocumentState.FILED,)
