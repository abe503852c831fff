"""A form in a dialog shows what is wrong at its field, and goes when it was kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.serials import WITHOUT_NAME
from app.domain.shared.refusals import Invalid, NotFound
from app.ui.archive.form_dialog import FormDialog, Refused
from app.ui.kit.dialogs import Question
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell


class Asking(FormDialog):
    """Takes every name but none."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent, shell, Question("Name", "Say it.", "Save"), "book")
        self.name = TextEdit()
        form = Form()
        form.add("name", "Name", self.name)
        self.hold(form, self._take)

    def _take(self, refused: Refused) -> None:
        if self.name.value() == "gone":
            refused(NotFound(record="binder", id=1))
        elif self.name.value():
            self.accept()
        else:
            refused(Invalid((WITHOUT_NAME.at("name"),)))


@pytest.fixture
def asking(qtbot: QtBot, shell: Shell) -> Iterator[Asking]:
    page = QWidget()
    qtbot.addWidget(page)
    yield Asking(shell, page)
    page.close()


def test_what_is_wrong_is_said_at_its_field(asking: Asking) -> None:
    asking.save()

    assert asking.name.accessibleDescription()


def test_what_is_right_closes_it(qtbot: QtBot, asking: Asking) -> None:
    asking.name.put("A 12")

    with qtbot.waitSignal(asking.accepted):
        asking.save()


def test_what_has_no_field_is_told_in_passing(qtbot: QtBot, shell: Shell, asking: Asking) -> None:
    asking.name.put("gone")

    with qtbot.waitSignal(shell.refused):
        asking.save()
