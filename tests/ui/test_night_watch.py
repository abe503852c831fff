"""The night watch verifies when it is time, and only then."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.archive.proof import Proof
from app.services import archive, proving
from app.services.office import Office
from app.ui.kit.client import OfficeClient
from app.ui.night_watch import NightWatch


def test_it_verifies_once_and_then_waits(
    qtbot: QtBot, client: OfficeClient, office: Office
) -> None:
    office.do(archive.file, "a.txt", "text/plain", b"a")
    watch = NightWatch(client)
    told: list[Proof] = []
    watch.went_on.connect(told.append)

    watch.look()
    qtbot.waitUntil(lambda: not watch._is_busy)
    watch.look()
    qtbot.waitUntil(lambda: not watch._is_busy)

    assert [one.is_ended for one in told] == [True]
    assert len(office.ask(proving.proofs)) == 1
    watch.stop()


def test_it_waits_a_while_after_an_office_is_opened(client: OfficeClient) -> None:
    watch = NightWatch(client)

    watch.wait()

    assert watch._timer.isActive()
    watch.stop()
    assert not watch._timer.isActive()
