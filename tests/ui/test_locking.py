"""A locked office is closed, its window shows nothing of it, and the same user goes on typing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import users
from app.services.office import Office
from app.services.renewal import ShutOut
from app.storage.tries import FREE, TRIES
from app.ui import locking
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door
from app.ui.welcome.log_in import LogInPage
from tests.ui.ways import ways_in
from tests.users import CODE, OWNER, PASSWORD, entered_by, founded, let_in, password_of
from tests.windows import Settle


@pytest.fixture
def shared(tmp_path: Path, lumo_folder: Path) -> Path:
    """The folder of Lumo & Suoni with an owner and a clerk of the warehouse."""
    path = tmp_path / "Lumo.backdesk"
    shutil.copytree(lumo_folder, path)
    office = entered_by(founded(path))
    let_in(office, "Boon", "warehouse")
    office.close()
    return path


@pytest.fixture
def window(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, offices: list[Office]
) -> Iterator[MainWindow]:
    door = Door(ways_in(tmp_path, offices), lanes)
    made = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.end()


def log_in(window: MainWindow, settle: Settle, user: str, password: str) -> None:
    page = window.locking.page
    page.name.put(user)
    page.password.setText(password)
    QTest.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    settle()


def begin(window: MainWindow, path: Path, settle: Settle) -> LogInPage:
    window._door.open(path)
    settle()
    return window.locking.page


def test_an_office_with_users_asks_for_a_name_and_opens_for_it(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    page = begin(window, shared, settle)
    asked = (window.locking.is_asking, window.opened, page.title.text())

    log_in(window, settle, "anna", PASSWORD)

    assert asked == (True, None, "Lumo")
    assert window.opened is not None
    assert window.opened.office.who.name == OWNER
    assert not window.locking.is_asking


def test_a_wrong_password_is_told_and_asked_again(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    page = begin(window, shared, settle)

    log_in(window, settle, OWNER, "wrong one")

    assert "do not belong together" in page.told.text()
    assert page.password.text() == ""
    assert page.enter.isEnabled()


def test_after_too_many_tries_the_button_counts_down(
    qtbot: QtBot, window: MainWindow, shared: Path, settle: Settle
) -> None:
    page = begin(window, shared, settle)
    (shared / TRIES).write_text(f'{{"anna": {FREE}}}')

    log_in(window, settle, OWNER, PASSWORD)
    waits = page.enter.text()
    qtbot.waitUntil(page.enter.isEnabled)
    log_in(window, settle, OWNER, PASSWORD)

    assert "s)" in waits
    assert window.opened is not None


def test_locking_closes_the_office_and_unlocking_goes_on(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    begin(window, shared, settle)
    log_in(window, settle, OWNER, PASSWORD)
    assert window.workspace is not None
    window.workspace.go("products")

    window.locking.lock()
    settle()
    locked = (window.opened is None, window.locking.is_asking)
    log_in(window, settle, OWNER, PASSWORD)

    assert locked == (True, True)
    assert window.workspace is not None
    assert window.workspace.module == "products"


def test_another_user_comes_in_with_other_rights(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    begin(window, shared, settle)
    log_in(window, settle, OWNER, PASSWORD)
    window.locking.lock()
    settle()
    asked = window.locking.page.name.value()

    log_in(window, settle, "Boon", password_of("Boon"))

    assert asked == OWNER
    assert window.workspace is not None
    shown = {module.name for module in window.workspace._modules}
    assert {"orders", "stock"} <= shown
    assert not {"invoices", "employees", "accounting"} & shown


def test_what_the_role_of_who_comes_in_does_not_reach_is_off(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    begin(window, shared, settle)
    log_in(window, settle, "Boon", password_of("Boon"))
    assert window.workspace is not None
    window.workspace.go("contacts")
    settle()
    of_clerk = window.book.action("contact.new").isEnabled()
    window.locking.lock()
    settle()

    log_in(window, settle, OWNER, PASSWORD)
    window.workspace.go("contacts")
    settle()

    assert (of_clerk, window.book.action("contact.new").isEnabled()) == (False, True)


def test_it_locks_by_itself_when_nobody_touches_it_or_the_machine_slept(
    window: MainWindow, shared: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    watch = window.locking
    monkeypatch.setattr(watch, "_clock", lambda: now[0])
    monkeypatch.setattr(watch, "_slept", lambda: now[0])

    locked = []
    for step, times in ((10, 59), (10, 2), (200, 1)):
        begin(window, shared, settle)
        log_in(window, settle, OWNER, PASSWORD)
        watch._timer.stop()
        for _ in range(times):
            now[0] += step
            watch.look()
        settle()
        locked.append(watch.is_asking)
        if not watch.is_asking:
            watch.lock()
            settle()

    assert locked == [False, False, True]


def test_ten_idle_minutes_lock_and_a_touch_begins_them_anew(
    window: MainWindow, shared: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    watch = window.locking
    begin(window, shared, settle)
    log_in(window, settle, OWNER, PASSWORD)
    watch._timer.stop()
    monkeypatch.setattr(watch, "_clock", lambda: now[0])
    monkeypatch.setattr(watch, "_slept", lambda: now[0])
    watch._touched = watch._looked = watch._wall = now[0]
    for _ in range(50):
        now[0] += 10
        watch.look()
    handle = window.windowHandle()
    assert handle is not None
    watch._watch(handle)
    QTest.keyClick(window, Qt.Key.Key_Shift)
    watch._touched = now[0]
    for _ in range(59):
        now[0] += 10
        watch.look()
    open_still = window.opened is not None

    now[0] += 10
    watch.look()
    settle()

    assert open_still
    assert watch.is_asking


def test_an_office_that_everybody_opens_is_not_locked(
    window: MainWindow, tmp_path: Path, lumo_folder: Path, settle: Settle
) -> None:
    path = tmp_path / "Open.backdesk"
    shutil.copytree(lumo_folder, path)
    begin_open = window._door
    begin_open.open(path)
    settle()

    window.locking.lock()
    settle()

    assert window.opened is not None
    assert not window.book.action("office.lock").isEnabled()


def test_the_recovery_code_lets_an_owner_in_again(
    qtbot: QtBot, window: MainWindow, shared: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(locking, "tell", lambda _window, _title, text: told.append(text))
    page = begin(window, shared, settle)
    from app.ui.welcome.recovering import recover  # noqa: PLC0415  built when it is asked for

    dialog = recover(page, window._door, shared)
    for field, text in (
        (dialog.code, CODE),
        (dialog.name, OWNER),
        (dialog.password, "battery staple"),
        (dialog.again, "battery staple"),
    ):
        field.setText(text)
    dialog._send()
    qtbot.waitUntil(lambda: bool(told))
    log_in(window, settle, OWNER, "battery staple")

    assert window.opened is not None
    assert window.opened.office.ask(users.me).name == OWNER
    assert CODE not in told[0]


def test_a_recovery_that_goes_wrong_is_told_where_and_what_was_typed_stays(
    qtbot: QtBot, window: MainWindow, shared: Path, settle: Settle
) -> None:
    page = begin(window, shared, settle)
    from app.ui.welcome.recovering import recover  # noqa: PLC0415  built when it is asked for

    dialog = recover(page, window._door, shared)
    texts = (CODE, "Nobody", "battery staple", "battery staple")
    fields = (dialog.code, dialog.name, dialog.password, dialog.again)
    for field, text in zip(fields, texts, strict=True):
        field.setText(text)

    dialog._send()
    qtbot.waitUntil(lambda: bool(dialog.name.toolTip()))

    assert dialog.isVisible()
    assert "owner" in dialog.name.toolTip()
    assert tuple(field.text() for field in fields) == texts
    dialog.reject()


def test_the_screens_own_lock_locks_the_office(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    begin(window, shared, settle)
    log_in(window, settle, OWNER, PASSWORD)
    was_open = window.opened is not None

    window.locking.screen.heard(True)  # noqa: FBT003  as the signal of the desktop has it
    settle()

    assert was_open
    assert window.opened is None
    assert window.locking.is_asking


def test_who_is_shut_out_with_the_office_open_finds_it_locked(
    window: MainWindow, shared: Path, settle: Settle
) -> None:
    begin(window, shared, settle)
    log_in(window, settle, "Boon", password_of("Boon"))
    assert window.shell is not None

    window.shell.refuse(ShutOut(name="Boon"))
    settle()

    assert window.opened is None
    assert window.locking.is_asking
