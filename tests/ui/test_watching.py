"""While an office is open, what falls due is counted beside the letters."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.kit.foot import Foot
from app.ui.kit.shell import Shell
from app.ui.watching import watch
from tests.ui.conftest import TODAY
from tests.ui.correspondence.hands import came_in


def test_what_is_due_is_counted_from_the_first(qtbot: QtBot, shell: Shell, office: Office) -> None:
    came_in(office, reply_days=None, reply_by=TODAY)
    told: list[tuple[str, object]] = []
    shell.counted.connect(lambda name, number: told.append((name, number)))
    foot = Foot()
    qtbot.addWidget(foot)

    watch(shell, foot)

    qtbot.waitUntil(lambda: ("letters", 1) in told)
