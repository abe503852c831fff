"""The watch over backups leaves a sample company and a company that may only be read alone."""

from __future__ import annotations

from collections.abc import Callable

from app.services import backups
from app.services.office import Office
from app.ui.backup_watch import BackupWatch
from app.ui.kit.client import OfficeClient


def test_a_company_that_is_made_up_is_told_of_and_not_backed_up(
    client: OfficeClient, office: Office, settle: Callable[[], None]
) -> None:
    stood: list[object] = []
    watch = BackupWatch(client, client, by_itself=False)
    watch.stood.connect(stood.append)

    watch.wait()
    settle()

    assert len(stood) == 1
    assert not watch._timer.isActive()
    assert backups.overview(office).backups == ()


def test_a_watch_that_waits_is_ended_with_the_office(
    client: OfficeClient, settle: Callable[[], None]
) -> None:
    watch = BackupWatch(client, client, by_itself=True)
    watch.wait()
    settle()
    waits = watch._timer.isActive()

    client.stop()

    assert (waits, watch._timer.isActive()) == (True, False)
