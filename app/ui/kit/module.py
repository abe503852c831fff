"""A module: one tab of the window as data."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.services.permissions import Permission
from app.ui.kit.shell import RecordPage, Shell

OpenRecord = Callable[[Shell, int | None], RecordPage]


def _nothing() -> None:
    """Load nothing."""


@dataclass(frozen=True, slots=True)
class Module:
    """A tab: its marked title, icon, shortcut, who may see it, and how it is opened.

    ``group`` is the marked caption above the tab when it begins a group; ``records`` says for
    each kind of record how its page is made (without an id: a new one). ``load`` imports what
    ``open`` needs and nothing else, ``load_records`` what ``records`` need: a lane does it before.
    """

    name: str
    title: str
    icon: str
    shortcut: str
    permission: Permission
    open: Callable[[Shell], QWidget]
    group: str = ""
    records: Mapping[str, OpenRecord] = dataclasses.field(default_factory=dict)
    load: Callable[[], object] = _nothing
    load_records: Callable[[], object] = _nothing
