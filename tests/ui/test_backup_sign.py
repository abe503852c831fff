"""The sign says when the office was backed up; a backup comes by itself when it is time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.backup import Standing
from app.services import backups
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.ui.backup_sign import BackupSign
from app.ui.kit.foot import Foot
from app.ui.kit.shell import Shell
from tests.timing import SetClock

Settle = Callable[[], None]


@pytest.fixture
def sign(qtbot: QtBot, shell: Shell, settle: Settle) -> Iterator[BackupSign]:
    foot = Foot()
    made = BackupSign(shell)
    foot.put(made.button)
    foot.show()
    settle()
    yield made
    shell.client.stop()
    settle()


def test_an_office_without_a_backup_says_so(sign: BackupSign) -> None:
    assert sign.button.text() == "No backup yet"
    assert "a broken disk would take everything" in sign.button.toolTip()


def test_a_company_that_is_made_up_is_not_warned_of(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    foot = Foot()
    made = BackupSign(shell, by_itself=False)
    foot.put(made.button)
    settle()

    assert made.button.isHidden()
    foot.deleteLater()


def test_a_backup_comes_by_itself_and_is_practised(
    sign: BackupSign, office: Office, settle: Settle
) -> None:
    sign.watch.look()
    settle()

    found = backups.overview(office)
    assert found.standing is Standing.SAFE
    assert found.plan.drills[0].is_good
    assert sign.button.text().startswith("Backed up 10 Mar 2026")


def test_nothing_is_done_before_it_is_time(
    sign: BackupSign, office: Office, settle: Settle
) -> None:
    sign.watch.look()
    settle()
    office.clock = SetClock(office.clock.now() + timedelta(hours=1))

    sign.watch.look()
    settle()

    assert len(backups.overview(office).backups) == 1


def test_who_may_not_back_up_sees_no_sign(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    office.who = Actor("Eve", Role("reader", frozenset({Permission.COMPANY_READ})))
    foot = Foot()
    made = BackupSign(shell)
    foot.put(made.button)
    made.watch.look()
    settle()

    assert made.button.isHidden()
    assert backups_of(office) == ()
    foot.deleteLater()


def backups_of(office: Office) -> tuple[object, ...]:
    """Return the backups of an office, asked by somebody who may."""
    office.who = Actor("Aino")
    return backups.overview(office).backups
