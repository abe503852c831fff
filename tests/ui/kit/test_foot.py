"""The status line: everything is kept, and it says so."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.storage.faults import NotSaved, OutcomeUnknown
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


def test_what_was_not_saved_is_not_called_saved_until_something_is(
    qtbot: QtBot, client: OfficeClient
) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.follow(client, "Lumo & Suoni Oy")

    client.faulted.emit(NotSaved())
    client.rested.emit()
    failed = foot.saved.text()
    client.faulted.emit(OutcomeUnknown())
    unknown = foot.saved.text()
    client.began.emit()
    client.changed.emit(frozenset({"contact"}))
    client.rested.emit()

    assert (failed, unknown) == ("Not saved", "Perhaps not saved")
    assert foot.saved.text().startswith("Saved · ")
