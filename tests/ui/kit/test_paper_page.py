"""A paper in a tab is asked for again when its rows change, and closes when it is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from app.services import organisation
from app.services.office import Office
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.shell import Shell
from tests.employing import hire


class Chart(PaperPage):
    """The organisation."""

    tables = frozenset({"employee"})

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        return organisation.page, {}


def test_a_paper_follows_its_tables(qtbot: QtBot, shell: Shell, office: Office) -> None:
    page = Chart(shell, "organisation", 0, "Organisation")
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.page.pdf is not None)
    first = page.page.pdf
    hire(office)
    shell.client.changed.emit(frozenset({"employee"}))

    qtbot.waitUntil(lambda: page.page.pdf != first)
