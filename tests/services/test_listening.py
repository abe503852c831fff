"""Who listens at a company on a server is let go when it is closed; in a folder nobody listens."""

from __future__ import annotations

import threading
from pathlib import Path

from app.services.listening import listen
from app.services.logging_in import Pass, log_in
from tests.users import CLOCK, NOBODY


class Ears:
    """Hears and says nothing."""

    def heard(self, tables: frozenset[str]) -> None:
        """Hear."""

    def stands(self, *, is_there: bool) -> None:
        """Hear."""


def listeners() -> int:
    return sum(one.name == "hearing" for one in threading.enumerate())


def test_a_listener_goes_with_its_office(server: str, folder: Path) -> None:
    office = log_in(server, CLOCK, NOBODY, Pass())
    listen(office, Ears())
    assert listeners() == 1
    office.close()
    assert listeners() == 0

    office = log_in(folder, CLOCK, NOBODY, Pass())
    listen(office, Ears())
    assert listeners() == 0
    office.close()
