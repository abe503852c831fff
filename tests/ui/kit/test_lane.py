"""Lanes: order, the latest question, widgets that are gone, and a clean end."""

from __future__ import annotations

import sys
import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.ui.kit.lane import Lane, Lanes, Questions, Reply

PATIENCE = 60


class Desk(QObject):
    """Somebody who asks and notes what is answered."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[threading.Thread] = []

    def hear(self, answer: object) -> None:
        self.heard.append(answer)
        self.threads.append(threading.current_thread())


def test_answers_come_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    lane, desk = Lane(1, "test"), Desk()

    for number in range(50):
        lane.run(partial(int, number), Reply(desk.hear))

    qtbot.waitUntil(lambda: len(desk.heard) == 50)
    assert desk.heard == list(range(50))
    assert set(desk.threads) == {threading.main_thread()}
    lane.close(finish=True)


def test_only_the_latest_question_of_a_view_is_answered(qtbot: QtBot, lanes: Lanes) -> None:
    desk, gate = Desk(), threading.Event()

    lanes.questions.run(partial(gate.wait, PATIENCE), Reply(desk.hear, key="list"))
    lanes.questions.run(partial(str, "newest"), Reply(desk.hear, key="list"))

    qtbot.waitUntil(lambda: desk.heard == ["newest"])
    gate.set()
    qtbot.waitUntil(lambda: not lanes.questions.is_busy)
    assert desk.heard == ["newest"]


def test_a_question_that_runs_hears_that_it_was_overtaken(qtbot: QtBot, lanes: Lanes) -> None:
    desk, ended = Desk(), threading.Event()

    lanes.questions.run(partial(ended.wait, PATIENCE), Reply(desk.hear, key="list", ended=ended))
    qtbot.waitUntil(lambda: is_running(lanes))
    lanes.questions.run(partial(str, "newest"), Reply(desk.hear, key="list"))

    qtbot.waitUntil(lambda: not lanes.questions.is_busy)
    assert ended.is_set()
    assert desk.heard == ["newest"]


def test_what_runs_when_a_lane_is_closed_hears_of_it(qtbot: QtBot) -> None:
    lane, desk, ended = Lane(1, "test"), Desk(), threading.Event()
    lane.run(partial(ended.wait, PATIENCE), Reply(desk.hear, key="list", ended=ended))

    lane.close(finish=False)

    assert ended.is_set()


def is_running(lanes: Lanes) -> bool:
    futures = [one.future for one in lanes.questions._waiting.values()]
    return any(one is not None and one.running() for one in futures)


def test_a_question_that_was_overtaken_before_it_began_is_never_asked(qtbot: QtBot) -> None:
    lane, desk, gate = Lane(1, "test"), Desk(), threading.Event()
    asked: list[int] = []

    lane.run(partial(gate.wait, PATIENCE), Reply(desk.hear))
    for number in range(10):
        lane.run(partial(asked.append, number), Reply(desk.hear, key="list"))
    gate.set()

    qtbot.waitUntil(lambda: not lane.is_busy)
    assert asked == [9]
    lane.close(finish=True)


def test_an_answer_to_a_widget_that_is_gone_is_dropped(qtbot: QtBot, lanes: Lanes) -> None:
    desk = Desk()
    heard = desk.heard

    lanes.questions.run(partial(int, 1), Reply(partial(desk.hear)))
    Shiboken.delete(desk)

    qtbot.waitUntil(lambda: not lanes.questions.is_busy)
    assert heard == []


def test_an_error_goes_to_who_takes_it(qtbot: QtBot, lanes: Lanes) -> None:
    desk = Desk()

    lanes.questions.run(partial(int, "x"), Reply(desk.hear, desk.hear))

    qtbot.waitUntil(lambda: bool(desk.heard))
    assert isinstance(desk.heard[0], ValueError)


def test_an_error_that_nobody_takes_goes_to_the_crash_hook(qtbot: QtBot, lanes: Lanes) -> None:
    with qtbot.captureExceptions() as caught:
        lanes.questions.run(partial(int, "x"), Reply(Desk().hear))
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ValueError


@pytest.mark.parametrize("finish", [True, False])
def test_closing_joins_the_threads_and_begun_work_is_finished(
    qtbot: QtBot, *, finish: bool
) -> None:
    lane, done = Lane(1, "closing"), list[int]()

    for number in range(3):
        lane.run(partial(_slowly, done, number), Reply(Desk().hear))
    qtbot.waitUntil(lambda: bool(done))
    lane.close(finish=finish)
    lane.run(partial(done.append, 99), Reply(Desk().hear))

    assert 99 not in done
    assert (done == [0, 1, 2]) or not finish
    assert not [one for one in threading.enumerate() if one.name.startswith("closing")]


def _slowly(done: list[int], number: int) -> None:
    done.append(number)
    time.sleep(0.02)


def test_quiet_comes_when_every_answer_was_given(qtbot: QtBot, lanes: Lanes) -> None:
    desk, gate, told = Desk(), threading.Event(), list[str]()
    lanes.questions.run(partial(gate.wait, PATIENCE), Reply(desk.hear))
    lanes.commands.run(partial(int, 1), Reply(desk.hear))

    lanes.when_quiet(partial(told.append, "quiet"))
    qtbot.waitUntil(lambda: desk.heard == [1])
    before = list(told)
    gate.set()

    qtbot.waitUntil(lambda: told == ["quiet"])
    assert before == []


def test_quiet_comes_at_once_when_nothing_is_asked(qtbot: QtBot, lanes: Lanes) -> None:
    told: list[str] = []

    lanes.when_quiet(partial(told.append, "quiet"))

    qtbot.waitUntil(lambda: told == ["quiet"])


def test_workers_give_way_to_the_window_soon_while_there_are_lanes() -> None:
    usual = sys.getswitchinterval()

    lanes = Lanes()
    beside = sys.getswitchinterval()
    lanes.close()

    assert beside <= 0.001
    assert sys.getswitchinterval() == usual


def test_a_lane_can_be_waited_for_where_no_events_are_read(lanes: Lanes) -> None:
    desk = Desk()

    def go_on(answer: object) -> None:
        desk.hear(answer)
        lanes.commands.run(partial(str, "second"), Reply(desk.hear))

    lanes.commands.run(partial(str, "first"), Reply(go_on))

    assert lanes.commands.settle(30)
    assert desk.heard == ["first", "second"]


def test_waiting_for_a_lane_ends(lanes: Lanes) -> None:
    desk, gate = Desk(), threading.Event()
    lanes.commands.run(partial(gate.wait, 30), Reply(desk.hear))

    is_settled = lanes.commands.settle(0.01)

    gate.set()
    assert not is_settled
    assert lanes.commands.settle(30)


def test_questions_begin_when_the_turn_is_over(qtbot: QtBot) -> None:
    lane, desk, asked = Questions(1, "test"), Desk(), list[int]()

    for number in range(5):
        lane.run(partial(asked.append, number), Reply(desk.hear, key="list"))
    lane.run(partial(asked.append, 99), Reply(desk.hear))
    before = list(asked)

    qtbot.waitUntil(lambda: not lane.is_busy)
    assert before == []
    assert asked == [4, 99]
    lane.close(finish=False)


def test_questions_of_a_page_that_is_being_built_begin_after_its_first_turns(qtbot: QtBot) -> None:
    lane, desk, seen = Questions(1, "test"), Desk(), list[str]()
    lane.rest(20)

    lane.run(partial(seen.append, "question"), Reply(desk.hear))
    QTimer.singleShot(0, lane, partial(seen.append, "painted"))

    qtbot.waitUntil(lambda: not lane.is_busy)
    assert seen == ["painted", "question"]
    lane.close(finish=False)


def test_their_rest_counts_from_the_end_of_a_long_turn(qtbot: QtBot) -> None:
    lane, desk, seen = Questions(1, "test"), Desk(), list[str]()
    building = QDeadlineTimer(40)
    lane.rest(20)

    lane.run(partial(seen.append, "question"), Reply(desk.hear))
    while not building.hasExpired():
        pass
    QTimer.singleShot(5, lane, partial(seen.append, "painted"))

    qtbot.waitUntil(lambda: not lane.is_busy)
    assert seen == ["painted", "question"]
    lane.close(finish=False)


@pytest.mark.parametrize(("finish", "kept"), [(True, [1]), (False, [])])
def test_questions_that_did_not_begin_are_done_at_the_end_only_if_asked(
    kept: list[int], *, finish: bool
) -> None:
    lane, done = Questions(1, "test"), list[int]()
    lane.run(partial(done.append, 1), Reply(Desk().hear))

    lane.close(finish=finish)

    assert done == kept
