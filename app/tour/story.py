"""The story of the tour: a fixed day, a sample office, and the ways to reach offices from it."""

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

DAY = date(2026, 3, 10)
CLERK = Actor("Aino")
CLOCK = FixedClock(DAY)


def ways(folder: Path) -> Ways:
    """Return how offices are reached on the story's day, new ones lying in a folder."""
    return Ways(
        open=_open,
        create=_create,
        countries=welcome.countries,
        place_for=partial(welcome.place_for, parent=folder),
        remove_sample=_remove,
        sample=_sample,
        recover=_recover,
    )


def sample_office(folder: Path, country: str) -> Path:
    """Make the sample company of a country and return where it lies."""
    path = welcome.place_for(demo.name_of(country), folder)
    demo.create_sample(path, country, CLOCK, CLERK).close()
    return path


def _open(path: Path, password: str, user: str) -> Office:
    return log_in(path, CLOCK, CLERK, Pass(password, user))


def _recover(path: Path, code: str, user: str, password: str) -> str:
    return founding.recover(path, CLOCK, code, founding.Founder(user, password))


def _create(path: Path, new: NewOffice, password: str) -> Office:
    return welcome.create(path, new, CLOCK, CLERK, password)


def _remove(path: Path) -> None:
    welcome.remove_sample(path, CLOCK, CLERK)


def _sample(path: Path, country: str, progress: Callable[[int, int], None]) -> Office:
    return demo.create_sample(path, country, CLOCK, CLERK, progress)
