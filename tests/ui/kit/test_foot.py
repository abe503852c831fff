"""The status line: everything is kept, and it says so."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.kit.client import OfficeClient
from app.ui.kit.foot import Foot


def test_it_says_that_things_are_being_kept_and_when_they_were(
    qtbot: QtBot, client: OfficeClient
) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.follow(client, "Lumo & Suoni Oy")
    at_first = foot.saved.text()

    client.began.emit()
    during = foot.saved.text()
    client.rested.emit()

    assert (foot.office.text(), at_first, during) == ("Lumo & Suoni Oy", "Saved", "Saving…")
    assert foot.saved.text().startswith("Saved · ")
