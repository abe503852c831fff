"""An exchange: the open office is closed, something is done to its folder, and it is opened again.

A page asks for it with ``shell.exchange_wanted.emit(Exchange(…))``; the window carries it out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.ui.kit.client import OfficeClient


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is done while the office is closed, what is told then, and what it does once open.

    ``work`` runs beside the window; where it refuses, the office is opened as it was.
    ``opens`` is where the office lies afterwards, if it is another place. With a ``title`` the work
    takes long: it is given whom to tell how far it is, and the clerk may cancel it.
    """

    work: Callable[..., object]
    told: str
    after: Callable[[OfficeClient], object] | None = None
    opens: Path | None = None
    title: str = ""
