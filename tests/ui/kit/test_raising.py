"""One window per office: a second start raises the first."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.kit.raising import Raising


def test_a_second_start_of_the_same_office_asks_the_first_to_come_forward(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = tmp_path / "Lumo.backdesk"
    first = Raising(office, tmp_path)
    first.listen()
    second = Raising(office, tmp_path)

    with qtbot.waitSignal(first.asked):
        heard = second.raise_first()

    assert (first.is_first, second.is_first, heard) == (True, False, True)
    first.release()


def test_another_office_is_another_window(qtbot: QtBot, tmp_path: Path) -> None:
    one = Raising(tmp_path / "Lumo.backdesk", tmp_path)
    other = Raising(tmp_path / "Suoni.backdesk", tmp_path)

    assert one.is_first
    assert other.is_first
    one.release()
    other.release()


def test_a_lock_of_a_program_that_is_gone_holds_nobody_up(qtbot: QtBot, tmp_path: Path) -> None:
    gone = Raising(None, tmp_path)
    gone.release()

    again = Raising(None, tmp_path)

    assert again.is_first
    again.release()
