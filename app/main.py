"""The window's door: wires preferences, lanes, offices and the one window."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.outside.clock import SystemClock
from app.outside.memory import keep_tidy
from app.outside.preferences import place as preferences_place
from app.services import preferences
from app.services.permissions import Actor
from app.ui.front import Front
from app.ui.kit import crash
from app.ui.kit.raising import Raising
from app.ui.kit.settings import Settings
from app.ui.kit.theme import STYLE, theme
from app.ui.modules import MODULES
from app.ui.welcome.door import Ways

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Office
    from app.services.welcome import CountryChoice, NewOffice


def ways() -> Ways:
    """Return how offices are reached, on the machine's own clock."""
    return Ways(_open, _create, _sample, _countries, _place_for, _remove_sample, _recover)


def _wipe() -> None:
    """Remove what a start that was killed left behind, before anything new is put there."""
    from app.services import passing  # noqa: PLC0415  after the first paint

    passing.wipe()


def _who() -> Actor:
    return Actor(getpass.getuser())


def _open(path: Path, password: str, user: str) -> Office:
    from app.services.logging_in import Pass, log_in  # noqa: PLC0415  as below

    return log_in(path, SystemClock(), _who(), Pass(password, user))


def _recover(path: Path, code: str, user: str, password: str) -> str:
    from app.services import founding  # noqa: PLC0415  as below

    return founding.recover(path, SystemClock(), code, founding.Founder(user, password))


def _create(path: Path, new: NewOffice, password: str) -> Office:
    from app.services import welcome  # noqa: PLC0415  loads SQLAlchemy, after the first paint

    return welcome.create(path, new, SystemClock(), _who(), password)


def _sample(path: Path, country: str, progress: Callable[[int, int], None]) -> Office:
    from app.services import demo  # noqa: PLC0415  loads SQLAlchemy, after the first paint

    return demo.create_sample(path, country, SystemClock(), _who(), progress)


def _countries() -> tuple[CountryChoice, ...]:
    from app.services import welcome  # noqa: PLC0415  loads SQLAlchemy, after the first paint

    return welcome.countries()


def _place_for(name: str) -> Path:
    from app.services import welcome  # noqa: PLC0415  loads SQLAlchemy, after the first paint

    return welcome.place_for(name)


def _remove_sample(path: Path) -> None:
    from app.services import welcome  # noqa: PLC0415  loads SQLAlchemy, after the first paint

    welcome.remove_sample(path, SystemClock(), _who())


def last_office(settings: Settings) -> Path | None:
    """Return the office that was open last, if it is still there."""
    paths = (Path(one) for one in settings.now.recent[:1])
    return next((path for path in paths if path.exists()), None)


def main(path: Path | None = None) -> int:
    """Show the window over an office, or the one that was open last; returns the exit code."""
    keep_tidy()
    crashes = crash.Crashes(preferences_place().parent / "reports")
    crash.install(crashes)
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("Backdesk")
    app.setDesktopFileName("backdesk")
    app.setQuitOnLastWindowClosed(False)
    theme().attach(app, is_styled=True)
    settings = Settings(preferences.load())
    wanted = path or last_office(settings)
    raising = Raising(wanted, preferences_place().parent)
    if not raising.is_first:
        raising.raise_first()
        return 0
    front = Front(ways(), settings, crashes, MODULES, app)
    raising.asked.connect(front.come_forward)
    front.painted.connect(raising.listen)
    front.painted.connect(_wipe)
    front.start(wanted)
    code = app.exec()
    front.vanish()
    return code
