"""Crashes: every bug becomes a report without values, told once, whatever thread it came from."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from app.ui.kit.crash import KEPT, Crashes, described, install, surroundings

NAMED = "Kahvila Aamu 686.56"


@pytest.fixture
def crashes(tmp_path: Path) -> Crashes:
    return Crashes(tmp_path / "reports")


@pytest.fixture
def installed(crashes: Crashes) -> Iterator[Crashes]:
    take_back = install(crashes)
    yield crashes
    take_back()


def fail(place: str = "") -> None:
    raise ValueError(NAMED + place)


def caught(crashes: Crashes, work: Callable[[], None]) -> None:
    try:
        work()
    except ValueError as error:
        crashes.caught(type(error), error, error.__traceback__)


def test_a_bug_becomes_a_report_without_any_value(
    qtbot: QtBot, crashes: Crashes, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(crashes.seen) as seen:
        caught(crashes, fail)

    assert seen.args is not None
    report = seen.args[0].read_text("utf-8")
    assert "ValueError" in report
    assert "in fail" in report
    assert "Backdesk" in report
    assert NAMED not in report
    assert NAMED not in capsys.readouterr().err
    assert str(Path.home()) not in report


def test_the_same_bug_is_told_once_and_counted_always(qtbot: QtBot, crashes: Crashes) -> None:
    seen: list[object] = []
    met: list[object] = []
    crashes.seen.connect(seen.append)
    crashes.met.connect(met.append)

    for _turn in range(5):
        caught(crashes, fail)
    qtbot.waitUntil(lambda: len(met) == 4)

    assert (len(seen), crashes.count) == (1, 5)
    assert met == seen * 4


def test_a_windowed_program_without_streams_is_given_some(
    crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    take_back = install(crashes)
    print("something", flush=True)  # noqa: T201  a library may
    caught(crashes, fail)
    qWarning("something of Qt")
    take_back()

    assert crashes.count == 1
    for stream in (sys.stdout, sys.stderr):
        assert stream is not None
    sys.stdout.close()


def test_a_bug_of_a_thread_is_told_on_the_windows_thread(qtbot: QtBot, installed: Crashes) -> None:
    threads: list[threading.Thread] = []
    installed.seen.connect(lambda _report: threads.append(threading.current_thread()))

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()

    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_hooks_are_taken_back(crashes: Crashes) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    take_back = install(crashes)
    during = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    take_back()

    assert all(one is not other for one, other in zip(before, during, strict=True))
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_a_warning_of_qt_is_written_and_nothing_breaks(
    installed: Crashes, capsys: pytest.CaptureFixture[str]
) -> None:
    qWarning("something of Qt")

    assert "Qt: something of Qt" in capsys.readouterr().err


def test_only_the_latest_reports_are_kept(crashes: Crashes) -> None:
    for number in range(KEPT + 5):
        crashes.write(f"report {number}")

    kept = sorted(crashes.folder.glob("report-*.txt"))
    assert len(kept) == KEPT
    assert kept[-1].read_text("utf-8").endswith(f"report {KEPT + 4}")


def test_a_folder_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file stands here")

    assert Crashes(tmp_path / "reports").write("x") == Path()


def test_a_report_says_where_in_our_own_words() -> None:
    try:
        fail()
    except ValueError as error:
        text = described(ValueError, error.__traceback__)

    assert text.endswith("builtins.ValueError\n")
    assert "test_crash.py" in text
    assert "/" not in text.split('"')[1]
    assert "Python 3" in surroundings()


def test_ctrl_c_in_a_terminal_is_no_bug(crashes: Crashes) -> None:
    crashes.caught(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert crashes.count == 0
