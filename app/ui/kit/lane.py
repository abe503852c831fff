"""Lanes: work is done on threads of its own, answers come back on the window's thread.

A worker never touches a widget: it holds the work only; who is to be answered stays on the
window's thread. An answer to a widget that is gone is dropped, and so is one that was overtaken.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from shiboken6 import Shiboken

from app.ui.kit.sweeper import Sweeper

_SWITCH = 0.0005
"""How long a worker may keep the interpreter while the window waits for it, in seconds.

Every call from Qt into Python, and there are hundreds in a painted page, may wait this long: with
Python's usual 5 ms the window stood still for 140 ms beside a busy worker, with this for 35 ms.
"""


@dataclass(slots=True)
class Reply:
    """Who is told: ``answer`` with the result, or ``failed`` with the error.

    ``ended`` is set when nobody waits for the answer any more, so that the work can stop.
    """

    answer: Callable[[Any], object]
    failed: Callable[[Exception], object] | None = None
    key: Hashable = None
    future: Future[None] | None = None
    ended: threading.Event | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a piece of work."""

    ticket: int
    result: object
    error: Exception | None


class Lane(QObject):
    """Runs work on its threads, in order of asking; one thread keeps the order strictly."""

    idle = Signal()
    _done = Signal(object)

    def __init__(self, threads: int, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._tickets = itertools.count(1)
        self._waiting: dict[int, Reply] = {}
        self._latest: dict[Hashable, int] = {}
        self._is_open = True
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Say whether an answer is still to come."""
        return bool(self._waiting)

    def run(self, work: Callable[[], object], reply: Reply) -> None:
        """Do the work and reply; of the replies with the same key only the last is given."""
        if not self._is_open:
            return
        ticket = next(self._tickets)
        self._overtake(reply.key, ticket)
        self._waiting[ticket] = reply
        self._hand_over(ticket, work, reply)

    def settle(self, seconds: float) -> bool:
        """Stand still until every answer was given, at most so long; says whether all were."""
        until = time.monotonic() + seconds
        while self._waiting and (left := until - time.monotonic()) > 0:
            wait([one.future for one in self._waiting.values() if one.future], timeout=left)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return not self._waiting

    def close(self, *, finish: bool) -> None:
        """Take no more work, and wait for what runs; what has not begun is done only if asked."""
        self._is_open = False
        for reply in () if finish else self._waiting.values():
            if reply.ended is not None:
                reply.ended.set()
        self._pool.shutdown(wait=True, cancel_futures=not finish)
        self._waiting.clear()

    def _overtake(self, key: Hashable, ticket: int) -> None:
        if key is None:
            return
        older = self._waiting.get(self._latest.get(key, 0))
        if older is not None and (older.future is None or older.future.cancel()):
            del self._waiting[self._latest[key]]
        elif older is not None and older.ended is not None:
            older.ended.set()
        self._latest[key] = ticket

    def _hand_over(self, ticket: int, work: Callable[[], object], reply: Reply) -> None:
        reply.future = self._pool.submit(self._work, ticket, work)

    def _work(self, ticket: int, work: Callable[[], object]) -> None:
        try:
            outcome = _Outcome(ticket, work(), None)
        except Exception as error:  # noqa: BLE001  a lane is the border: the window decides
            outcome = _Outcome(ticket, None, error)
        self._done.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        reply = self._waiting.pop(outcome.ticket, None)
        try:
            if reply is not None and self._is_wanted(reply, outcome.ticket):
                _give(reply, outcome)
        finally:
            if not self._waiting:
                self.idle.emit()

    def _is_wanted(self, reply: Reply, ticket: int) -> bool:
        if reply.key is not None:
            if self._latest.get(reply.key) != ticket:
                return False
            del self._latest[reply.key]
        return True


class Questions(Lane):
    """Begins its work when the window's turn is over: a page is built and painted before.

    Workers that begin at once would fight the window for the interpreter while it builds; and of
    the questions that one turn asks twice only the last is worked at. A rest counts from the end
    of the turn that builds: from its beginning it would be over before the painting begins.
    """

    def __init__(self, threads: int, name: str, parent: QObject | None = None) -> None:
        super().__init__(threads, name, parent)
        self._pause = 0
        self._asked: list[tuple[int, Callable[[], object]]] = []

    def rest(self, pause: int) -> None:
        """Begin what this turn asks so many ms after it: what is being built is painted before."""
        self._pause = pause

    def close(self, *, finish: bool) -> None:
        """Take no more work, and wait for what runs; what has not begun is done only if asked."""
        if finish:
            self._begin()
        self._asked.clear()
        super().close(finish=finish)

    def _hand_over(self, ticket: int, work: Callable[[], object], reply: Reply) -> None:
        if not self._asked:
            QTimer.singleShot(0, self, self._turned)
        self._asked.append((ticket, work))

    def _turned(self) -> None:
        pause, self._pause = self._pause, 0
        if pause:
            QTimer.singleShot(pause, self, self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        asked, self._asked = self._asked, []
        for ticket, work in asked:
            if ticket in self._waiting:
                super()._hand_over(ticket, work, self._waiting[ticket])


class Lanes(QObject):
    """The lanes of a window: commands in order, three for questions, one each for long and pages.

    Pages of PDFs have their own, as PDFium draws one at a time and a large one takes long; so have
    words whose spelling is looked up, as a program of the machine is asked.
    What waits for other machines, which may be silent, has one too, and so has what the program
    does by itself.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._switch_before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        self.commands = Lane(1, "command", self)
        self.questions = Questions(3, "question", self)
        self.long = Lane(1, "long", self)
        self.pages = Lane(1, "pages", self)
        self.words = Lane(1, "words", self)
        self.beside = Lane(2, "beside", self)
        self.sweeper = Sweeper(self)
        self._waiting: list[Callable[[], object]] = []
        self._last: list[Callable[[], object]] = []
        for lane in self._all():
            lane.idle.connect(self._look)

    def when_quiet(self, then: Callable[[], object]) -> None:
        """Do something once no answer is to come any more, later if not now."""
        self._waiting.append(then)
        QTimer.singleShot(0, self, self._look)

    def at_end(self, then: Callable[[], object]) -> None:
        """Do something when the lanes are closed, before their threads are waited for."""
        self._last.append(then)

    def close(self) -> None:
        """Finish the commands, forget the questions, and join every thread."""
        for then in self._last:
            then()
        self.words.close(finish=False)
        self.questions.close(finish=False)
        self.long.close(finish=False)
        self.pages.close(finish=False)
        self.beside.close(finish=False)
        self.commands.close(finish=True)
        self.sweeper.stop()
        sys.setswitchinterval(self._switch_before)

    def _all(self) -> tuple[Lane, ...]:
        beside = (self.words, self.beside)
        return (self.commands, self.questions, self.long, self.pages, *beside)

    def _look(self) -> None:
        if not any(lane.is_busy for lane in self._all()):
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                tell(then)


def owner_of(answer: Callable[..., object]) -> object:
    """Return whose method this is, also where arguments were put to it by ``partial``."""
    return getattr(answer.func if isinstance(answer, partial) else answer, "__self__", None)


def tell(answer: Callable[..., object], *result: object) -> None:
    """Give an answer, unless the widget that asked is gone."""
    owner = owner_of(answer)
    if not isinstance(owner, QObject) or Shiboken.isValid(owner):
        answer(*result)


def _give(reply: Reply, outcome: _Outcome) -> None:
    if outcome.error is None:
        tell(reply.answer, outcome.result)
    elif reply.failed is not None:
        tell(reply.failed, outcome.error)
    else:
        raise outcome.error
