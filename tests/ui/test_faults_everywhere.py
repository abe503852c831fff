"""A bug in any kind of slot, worker or errand is shown, logged without values, and survived."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import backups, drafts, health_rounds, proving
from app.services.office import Desk, Errand, Office
from app.services.permissions import Permission, command, errand, query
from app.ui import health_watch, night_watch
from app.ui.backup_watch import BackupWatch
from app.ui.kit.client import OfficeClient
from app.ui.kit.crash import Crashes, install, number_of
from app.ui.kit.crash_window import CrashWindow, tell_crash
from app.ui.kit.lane import Reply
from app.ui.kit.pdf_file import PdfFile
from app.ui.kit.preview import Preview

NAME = "Maija Salonen"
Settle = Callable[[], None]


class Bug(Exception):
    """What no part of the program foresees; its text is somebody's name."""


def fail(*_: object, **__: object) -> Any:
    raise Bug(NAME)


@query(Permission.COMPANY_READ)
def failing_query(desk: Desk) -> None:
    fail()


@command(Permission.COMPANY_READ, audited=False)
def failing_command(desk: Desk) -> None:
    drafts.keep(desk, "person", 8, 0, "half done")
    fail()


@errand(Permission.COMPANY_READ)
def failing_errand(work: Errand) -> None:
    fail()


class Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's own name
        fail()


class Filtered(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        return bool(event.type() == QEvent.Type.User and fail())


def in_a_thread() -> None:
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()


def changed(client: OfficeClient) -> None:
    client.changed.connect(fail)
    client.changed.emit(frozenset())


WAYS: dict[str, Callable[[OfficeClient], object]] = {
    "a question": lambda client: client.ask(fail, failing_query),
    "a question for each": lambda client: client.ask_each(fail, failing_query),
    "an answer": lambda client: client.ask(fail, drafts.all_kept),
    "a command": lambda client: client.do(fail, failing_command),
    "a refusal's taker": lambda client: client.do(fail, failing_command, refused=fail),
    "long work": lambda client: client.work(fail, failing_command),
    "an errand": lambda client: client.errand(fail, failing_errand),
    "an errand beside": lambda client: client.errand_beside(fail, failing_errand),
    "a watched question": lambda client: client.watch(fail, failing_query),
    "a job": lambda client: client.carry(fail, fail),
    "a slot of changed": changed,
    "a timer": lambda client: QTimer.singleShot(0, client, fail),
    "a thread": lambda _client: in_a_thread(),
}
LANES = ("commands", "questions", "long", "pages", "words", "beside")


@pytest.fixture
def crashes(tmp_path: Path) -> Iterator[Crashes]:
    """What notes bugs, in the place of pytest's own hooks."""
    made = Crashes(tmp_path / "reports")
    take_back = install(made)
    yield made
    take_back()


@pytest.fixture
def told(qtbot: QtBot, crashes: Crashes) -> QWidget:
    """A window that tells of bugs as the program's own does."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    crashes.seen.connect(lambda report: tell_crash(window, report))
    return window


def prove(qtbot: QtBot, crashes: Crashes, window: QWidget, office: Office) -> None:
    """Show that a bug was told, logged by a number and without values, and that work goes on."""
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashWindow)))
    (report, *_more) = crashes.folder.glob("report-*.txt")
    text = report.read_text("utf-8")
    assert "Bug" in text
    assert NAME not in text
    (shown,) = window.findChildren(CrashWindow)
    assert number_of(report) in shown.accessibleDescription()
    shown.accept()
    office.do(drafts.keep, "person", 9, 0, "Half")
    assert [one.body for one in office.ask(drafts.all_kept)] == ["Half"]


@pytest.mark.parametrize("way", WAYS)
def test_a_bug_in_what_the_office_is_asked_is_told_and_survived(
    qtbot: QtBot, crashes: Crashes, told: QWidget, client: OfficeClient, way: str
) -> None:
    WAYS[way](client)

    prove(qtbot, crashes, told, client.office)


@pytest.mark.parametrize("lane", LANES)
def test_a_bug_in_any_lane_is_told_and_survived(
    qtbot: QtBot, crashes: Crashes, told: QWidget, client: OfficeClient, lane: str
) -> None:
    getattr(client.lanes, lane).run(fail, Reply(print))

    prove(qtbot, crashes, told, client.office)


def test_a_bug_in_a_slot_of_a_button_is_told_and_survived(
    qtbot: QtBot, crashes: Crashes, told: QWidget, client: OfficeClient
) -> None:
    button = QPushButton(told)
    button.clicked.connect(fail)

    button.click()

    prove(qtbot, crashes, told, client.office)


def test_a_bug_while_painting_is_told_and_survived(
    qtbot: QtBot, crashes: Crashes, told: QWidget, client: OfficeClient
) -> None:
    painted = Painted(told)
    painted.resize(40, 40)
    painted.show()
    QTimer.singleShot(0, told.repaint)

    prove(qtbot, crashes, told, client.office)
    painted.hide()


def test_a_bug_in_a_filter_of_events_is_told_and_survived(
    qtbot: QtBot, crashes: Crashes, told: QWidget, client: OfficeClient
) -> None:
    seen = Filtered(told)
    button = QPushButton(told)
    button.installEventFilter(seen)

    QTimer.singleShot(0, partial(QCoreApplication.sendEvent, button, QEvent(QEvent.Type.User)))

    prove(qtbot, crashes, told, client.office)


@pytest.mark.parametrize("watch", ["night", "backups", "health"])
def test_a_bug_in_what_is_done_by_itself_is_told_and_survived(
    qtbot: QtBot,
    crashes: Crashes,
    told: QWidget,
    client: OfficeClient,
    monkeypatch: pytest.MonkeyPatch,
    *,
    watch: str,
) -> None:
    if watch == "night":
        monkeypatch.setattr(proving, "prove_some", fail)
        night_watch.NightWatch(client, client).begin()
    elif watch == "backups":
        monkeypatch.setattr(backups, "overview", fail)
        BackupWatch(client, client, by_itself=False).wait()
    else:
        monkeypatch.setattr(health_rounds, "read_on", fail)
        health_watch.HealthWatch(client, client).look()

    prove(qtbot, crashes, told, client.office)


def test_a_bug_in_a_reader_of_pages_is_told_beside_what_is_shown(
    qtbot: QtBot,
    crashes: Crashes,
    told: QWidget,
    client: OfficeClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PdfFile, "__init__", fail)
    preview = Preview(client.lanes)
    qtbot.addWidget(preview)

    preview.show_pdf(b"%PDF")

    prove(qtbot, crashes, told, client.office)
    assert preview.words.text().startswith("This document cannot be shown as pages.")
