"""The dialog of the plan keeps places and numbers, and tells what is wrong at its field."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.admin.backup import Keep, Plan
from app.services.backing_up import Shelf
from app.ui.admin.backup_plan_dialog import BackupPlanDialog
from app.ui.kit.shell import Shell

Settle = Callable[[], None]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_is_written_becomes_the_plan(
    parent: QWidget, shell: Shell, settle: Settle, tmp_path: Path
) -> None:
    dialog = BackupPlanDialog(shell, parent, Plan())
    dialog.take(str(tmp_path / "stick"))
    dialog.take(str(tmp_path / "drive"))
    dialog.every.put(Decimal(2))
    dialog.keep["years"].put(Decimal(7))

    dialog.send()
    settle()

    plan = Shelf(shell.client.office).plan
    assert plan.places == (str(tmp_path / "stick"), str(tmp_path / "drive"))
    assert (plan.every_hours, plan.keep) == (2, Keep(24, 14, 12, 7))


def test_a_number_that_makes_no_sense_is_told_at_its_field(
    parent: QWidget, shell: Shell, settle: Settle
) -> None:
    dialog = BackupPlanDialog(shell, parent, Plan())
    dialog.every.put(Decimal(0))

    dialog.send()
    settle()

    note = dialog.form.cell("every_hours").note.text()
    assert "This must be 1 or more." in note
    assert Shelf(shell.client.office).plan == Plan()


def test_a_number_that_cannot_be_read_is_told_and_keeps_no_plan(
    parent: QWidget, shell: Shell, settle: Settle
) -> None:
    dialog = BackupPlanDialog(shell, parent, Plan())
    dialog.keep["days"].setText("many")

    dialog.send()
    settle()

    assert "not a number" in dialog.form.cell("keep.days").note.text()
    assert Shelf(shell.client.office).plan == Plan()
    assert dialog.keep["days"].text() == "many"
