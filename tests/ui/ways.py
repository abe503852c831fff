"""How a test reaches offices: the real services, a fixed day, a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from app.outside.clock import FixedClock
from app.services import demo, founding, welcome
from app.services.logging_in import Pass, log_in
from app.services.office import Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from app.ui.welcome.door import Ways

CLOCK, WHO = FixedClock(date(2026, 3, 10)), Actor("Aino")


def ways_in(folder: Path, opened: list[Office] | None = None) -> Ways:
    """Return ways whose offices lie in a folder; each that is opened is noted to be closed."""

    def note(office: Office) -> Office:
        if opened is not None:
            opened.append(office)
        return office

    def open_office(path: Path, password: str, user: str) -> Office:
        return note(log_in(path, CLOCK, WHO, Pass(password, user)))

    def create(path: Path, new: NewOffice, password: str) -> Office:
        return note(welcome.create(path, new, CLOCK, WHO, password))

    def sample(path: Path, country: str, progress: Callable[[int, int], None]) -> Office:
        return note(demo.create_sample(path, country, CLOCK, WHO, progress))

    place_for = partial(welcome.place_for, parent=folder)
    return Ways(open_office, create, sample, welcome.countries, place_for, _remove, _recover)


def _recover(path: Path, code: str, user: str, password: str) -> str:
    return founding.recover(path, CLOCK, code, founding.Founder(user, password))


def _remove(path: Path) -> None:
    welcome.remove_sample(path, CLOCK, WHO)
