"""Processes for foreign files begin in tests as copies of one that has loaded the readers.

They are apart and bounded as ever, and hold nothing of an office: the one that is copied is a
program of its own. Only loading is saved, which takes longer than most files do, hundreds of times.
``from_nothing`` lets a test begin them as the program does; Windows knows no other way.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest

from app.outside import apart

COPIES = "forkserver"
READERS = (
    "app.services.einvoices",
    "app.services.letter_printing",
    "app.services.likeness",
    "app.services.mail_taking",
    "app.services.order_sources",
    "app.services.paging",
    "app.services.presses",
    "app.services.readers",
    "app.services.stationery",
    "app.services.table_sources",
    "app.services.taking",
)
"""What hands work to such processes, with all that it loads."""


@pytest.fixture(autouse=True, scope="session")
def copied_processes() -> Iterator[None]:
    """Begin processes as copies, where the system can."""
    with pytest.MonkeyPatch.context() as patch:
        if COPIES in multiprocessing.get_all_start_methods():
            beginning = multiprocessing.get_context(COPIES)
            beginning.set_forkserver_preload(list(READERS))
            patch.setattr(apart, "BEGINNING", beginning)
        yield


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin processes from nothing, as the program does."""
    monkeypatch.setattr(apart, "BEGINNING", multiprocessing.get_context("spawn"))
