"""The window remembers who is logged in, where the system has a key store, and forgets again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from pytestqt.qtbot import QtBot

from app.outside.passwords import Memory, kept_by
from app.services import remembering
from app.services.office import Office
from app.ui.admin.users_page import UsersPage
from app.ui.kit.lane import Lanes
from app.ui.kit.sections import Strip
from tests.services.test_remembering import Lasting
from tests.ui.admin.test_users_page import a_shell
from tests.users import PASSWORD, entered_by, founded
from tests.windows import Settle


@pytest.fixture
def shared(tmp_path: Path, lumo_folder: Path, offices: list[Office]) -> Office:
    path = tmp_path / "Shared.backdesk"
    copytree(lumo_folder, path)
    office = entered_by(founded(path))
    offices.append(office)
    return office


@pytest.fixture
def store() -> Iterator[Lasting]:
    made = Lasting()
    with kept_by(made):
        yield made


def shown(qtbot: QtBot, office: Office, lanes: Lanes, settle: Settle) -> UsersPage:
    made = UsersPage(a_shell(office, lanes), Strip((("users", "Users"),), "users"))
    qtbot.addWidget(made)
    made.show()
    made.shell.book.enter((made,))
    settle()
    return made


def offered(page: UsersPage) -> tuple[bool, ...]:
    book = page.shell.book
    return tuple(book.action(name).isEnabled() for name in ("users.remember", "users.forget"))


def test_a_computer_remembers_and_forgets(
    qtbot: QtBot, shared: Office, lanes: Lanes, settle: Settle, store: Lasting
) -> None:
    page = shown(qtbot, shared, lanes, settle)
    at_first = offered(page)

    page.shell.book.action("users.remember").trigger()
    dialog = page.remembering.dialog
    assert dialog is not None
    dialog.password.put("wrong one")
    dialog.send()
    settle()
    was_told = dialog.isVisible()
    dialog.password.put(PASSWORD)
    dialog.send()
    settle()
    then = offered(page)
    page.shell.book.action("users.forget").trigger()
    settle()

    assert was_told
    assert (at_first, then, offered(page)) == ((True, False), (False, True), (True, False))
    assert remembering.is_remembered(shared) is False


def test_without_a_key_store_neither_is_offered(
    qtbot: QtBot, shared: Office, lanes: Lanes, settle: Settle
) -> None:
    with kept_by(Memory()):
        page = shown(qtbot, shared, lanes, settle)

    assert offered(page) == (False, False)
