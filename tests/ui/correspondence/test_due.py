"""The number beside the module and on the strips says what is due today."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.correspondence.notes import FollowUpForm
from app.domain.shared.ids import FollowUpId
from app.services import follow_ups
from app.services.office import Office
from app.ui.correspondence.due import DueCount
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.ui.conftest import TODAY
from tests.ui.correspondence.hands import Settle, came_in, shown


def test_the_number_beside_the_module_follows_what_falls_due(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    told: list[tuple[str, object]] = []
    shell.counted.connect(lambda name, number: told.append((name, number)))
    letter = came_in(office, reply_days=None, reply_by=TODAY)
    DueCount(shell).show_beside_module()
    qtbot.waitUntil(lambda: told == [("letters", 1)])

    new = (f"letter-in:{letter.id}", FollowUpForm(TODAY), FollowUpId(7))
    shell.client.do(lambda _made: None, follow_ups.add, *new)

    qtbot.waitUntil(lambda: told[-1] == ("letters", 2))


def test_the_strips_say_how_much_is_due(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = came_in(office, reply_days=None, reply_by=TODAY)
    office.do(follow_ups.add, f"letter-in:{letter.id}", FollowUpForm(TODAY))
    tab = LettersTab(shell)

    shown(qtbot, shell, tab, settle)

    strip = tab.current.findChild(Strip)
    assert isinstance(strip, Strip)
    qtbot.waitUntil(lambda: strip.buttons["in"].text() == "Letters in 1")
    assert strip.buttons["to-do"].text() == "To do 1"
    assert strip.buttons["out"].text() == "Letters out"
