"""Everything is read by itself while nobody works, slice by slice, and rests when it is over."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.services import health_rounds
from app.services.office import Office
from app.ui.health_watch import AN_HOUR_MS, HealthWatch
from app.ui.kit.client import OfficeClient

Settle = Callable[[], None]


def test_it_goes_on_until_everything_was_read(
    qtbot: QtBot, client: OfficeClient, office: Office, settle: Settle
) -> None:
    watch = HealthWatch(client, client)

    watch.look()
    qtbot.waitUntil(lambda: watch._timer.interval() == AN_HOUR_MS)

    assert not office.ask(health_rounds.is_waiting)
    client.stop()
    settle()


def test_it_waits_while_somebody_works(
    client: OfficeClient, office: Office, settle: Settle
) -> None:
    watch = HealthWatch(client, client)
    client.errand(print, health_rounds.check_now)

    watch.look()

    assert watch._timer.isActive()
    client.stop()
    settle()


def test_an_office_that_is_about_to_be_closed_is_left_alone(
    client: OfficeClient, office: Office, settle: Settle
) -> None:
    watch = HealthWatch(client, client)
    watch.wait()
    waits = watch._timer.isActive()
    watch.look()

    client.stop()
    settle()

    assert (waits, watch._timer.isActive()) == (True, False)
    assert office.ask(health_rounds.is_waiting)
