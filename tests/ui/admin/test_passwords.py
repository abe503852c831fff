"""The own password is changed by who knows it, and a code is proved to have been printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.admin.recovery import code_of
from app.services.office import Office
from app.ui.admin import passwords
from app.ui.admin.passwords import change_password, show_code
from app.ui.kit.lane import Lanes
from tests.ui.admin.test_users_page import a_shell, shared  # noqa: F401  a fixture
from tests.users import OWNER, PASSWORD
from tests.windows import Settle


def test_a_wrong_password_keeps_the_dialog_and_the_right_one_changes_it(
    qtbot: QtBot,
    shared: Office,  # noqa: F811  the fixture
    lanes: Lanes,
    settle: Settle,
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = change_password(a_shell(shared, lanes), parent)
    dialog.password.setText("battery staple")
    dialog.again.setText("battery staple")
    dialog.former.setText("wrong one")
    dialog.send()
    settle()
    stays = dialog.isVisible()
    dialog.former.setText(PASSWORD)
    dialog.send()
    settle()

    assert stays
    assert shared.database.book is not None
    shared.database.book.prove(OWNER, "battery staple")


def test_a_new_password_that_is_too_short_is_told_at_its_own_field(
    qtbot: QtBot,
    shared: Office,  # noqa: F811  the fixture
    lanes: Lanes,
    settle: Settle,
) -> None:
    parent, told = QWidget(), list[str]()
    qtbot.addWidget(parent)
    dialog = change_password(a_shell(shared, lanes), parent)
    dialog.password.problem_shown.connect(lambda text, _kind: told.append(text))
    for field in (dialog.password, dialog.again):
        field.setText("x")
    dialog.former.setText(PASSWORD)

    dialog.send()
    settle()

    assert told == ["A password has at least 8 characters."]
    dialog.reject()


def test_a_place_that_cannot_be_written_is_told_and_the_code_stays(
    qtbot: QtBot,
    shared: Office,  # noqa: F811  the fixture
    lanes: Lanes,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parent, told = QWidget(), list[str]()
    qtbot.addWidget(parent)
    target = Path("a folder that is not there") / "recovery.pdf"
    chosen = staticmethod(lambda *_asked: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    monkeypatch.setattr(passwords, "tell", lambda _parent, _title, text: told.append(text))
    dialog = show_code(a_shell(shared, lanes), parent, code_of(bytes(16)))

    dialog.save()
    settle()

    assert "could not be written" in told[0]
    assert dialog.isVisible()
    dialog.reject()


def test_a_code_is_left_only_once_its_end_was_typed(
    qtbot: QtBot,
    shared: Office,  # noqa: F811  the fixture
    lanes: Lanes,
) -> None:
    parent, code = QWidget(), code_of(bytes(16))
    qtbot.addWidget(parent)
    dialog = show_code(a_shell(shared, lanes), parent, code)
    before = dialog.go.isEnabled()

    dialog.proof.setText(code[-4:].lower())

    assert not before
    assert dialog.go.isEnabled()
    dialog.reject()
