"""The client: how every view asks and tells the office without ever waiting for it.

    client.ask(self._show, invoices.rows, ids)            # the latest question of a view wins
    client.ask_each(partial(self._put, 3), invoices.rows, ids)        # every question is answered
    client.do(self._issued, invoices.issue, invoice_id)   # refusals go to the message bar
    client.do(self._saved, contacts.save, contact, refused=self._refused)
    work = client.work(self._imported, contacts.take_in, path)        # progress and cancel

Answers are bound methods (or ``partial`` of one), called on the window's thread, and dropped if
their widget is gone. After a command ``changed(frozenset of table names)`` is told to all views;
``began()`` and ``rested()`` say when commands are under way and when all are kept, and
``faulted(error)`` that the machine failed at something, whoever is told of it besides.

That a colleague was first is never lost: whoever asked either chooses between two versions, which
is what ``standoff`` says, or it is told where every refusal is, even if the asker told it already
in a way of their own. ``clashes`` knows what was asked for, ``told`` what was told.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar, TypeVarTuple
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QObject, Signal

from app.domain.shared.refusals import Conflict, OfficeError, Unavailable
from app.ui.kit.again import Asked, Redo
from app.ui.kit.lane import Lane, Lanes, Reply, owner_of, tell
from app.ui.kit.work import Work

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.shared.drafts import Place
    from app.services.office import Desk, Done, Errand, Office

P = ParamSpec("P")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")

_OVERTAKEN = "storage.overtaken"
"""Nobody waits for this answer any more: that is no fault of the machine."""

Refused = Callable[[OfficeError], object]
Report = Callable[[int, int], None]


class Saver(Protocol):
    """Keeps what is typed somewhere; the command that saves it forgets it (safekeeping.py)."""

    def take(self) -> Place:
        """Return where it is kept, for the command that saves it."""


class OfficeClient(QObject):
    """Speaks to one office for all views of a window.

    ``saver`` is set while a form is being sent; ``flushing()`` asks all to keep what is typed now.
    """

    changed = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)
    lost = Signal(object)
    began = Signal()
    rested = Signal()
    stopped = Signal()
    flushing = Signal()

    def __init__(self, office: Office, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.lanes = lanes
        self.saver: Saver | None = None
        self.clashes: WeakKeyDictionary[OfficeError, Asked | Redo] = WeakKeyDictionary()
        self.told: WeakSet[OfficeError] = WeakSet()
        self._running: set[Work] = set()
        lanes.commands.idle.connect(self.rested)

    def ask(
        self,
        answer: Callable[[R], object],
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Answer a query; an answer that a newer question of the same method overtook is lost."""
        self._ask_latest(answer, None, query, *args, **kwargs)

    def ask_or(
        self,
        answer: Callable[[R], object],
        refused: Refused,
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Answer a query as ``ask`` does, but tell ``refused`` what it refuses."""
        self._ask_latest(answer, refused, query, *args, **kwargs)

    def _ask_latest(
        self,
        answer: Callable[[R], object],
        refused: Refused | None,
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Ask; a question of the same method that still runs is broken off."""
        key = (id(owner_of(answer)), getattr(answer, "__name__", ""))
        ended = Event()
        work = partial(self.office.ask_until, ended, query, *args, **kwargs)
        reply = Reply(answer, partial(self._failed, refused), key, ended=ended)
        self.lanes.questions.run(work, reply)

    def ask_each(
        self,
        answer: Callable[[R], object],
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Answer a query; every question gets its answer (blocks of a table)."""
        work = partial(self.office.ask, query, *args, **kwargs)
        self.lanes.questions.run(work, Reply(answer, partial(self._failed, None)))

    def do(
        self,
        answer: Callable[[R], object],
        command: Callable[[Desk, *Ts], R],
        *args: *Ts,
        refused: Refused | None = None,
    ) -> None:
        """Run a command in its turn; what it refuses goes to ``refused`` or the message bar."""
        self.began.emit()
        typed = self.saver.take() if self.saver is not None else None
        if typed is None:
            work = partial(self.office.do, command, *args)
        else:
            work = partial(self.office.do_saving, typed, command, *args)
        asked = Asked(command, args, partial(self.do, answer, command, refused=refused))
        reply = Reply(partial(self._done, answer), partial(self._not_done, refused, asked))
        self.lanes.commands.run(work, reply)

    def work(
        self,
        answer: Callable[[R], object],
        command: Callable[[Desk, *Ts], R],
        *args: *Ts,
        refused: Refused | None = None,
    ) -> Work:
        """Run a long command beside the others; the returned work tells progress and cancels."""
        watched = Work(self)
        job = partial(self.office.do_watched, watched.report, command, *args)
        asked = Asked(command, args, partial(self.work, answer, command, refused=refused))
        failed = partial(self._not_done, refused, asked)
        return self._run(self.lanes.long, watched, job, answer, failed)

    def errand(
        self,
        answer: Callable[[R], object],
        errand: Callable[[Errand, *Ts], R],
        *args: *Ts,
        refused: Refused | None = None,
    ) -> Work:
        """Run an errand beside the commands, which keeps its steps; the work returned cancels."""
        watched = Work(self)
        job = partial(self.office.run_watched, watched.report, errand, *args)
        asked = Asked(errand, args, partial(self.errand, answer, errand, refused=refused))
        failed = partial(self._not_done, refused, asked)
        return self._run(self.lanes.long, watched, job, answer, failed)

    def errand_beside(
        self,
        answer: Callable[[R], object],
        errand: Callable[[Errand, *Ts], R],
        *args: *Ts,
        refused: Refused | None = None,
    ) -> Work:
        """Run an errand that waits for other machines: no long work waits behind it."""
        watched = Work(self)
        job = partial(self.office.run_watched, watched.report, errand, *args)
        asked = Asked(errand, args, partial(self.errand_beside, answer, errand, refused=refused))
        failed = partial(self._not_done, refused, asked)
        return self._run(self.lanes.beside, watched, job, answer, failed)

    def watch(
        self,
        answer: Callable[[R], object],
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Work:
        """Answer a long query beside the others; the returned work tells progress and cancels."""
        watched = Work(self)
        self._running.add(watched)
        job = partial(self.office.ask_watched, watched.report, query, *args, **kwargs)
        failed = partial(self._stopped, watched, partial(self._failed, None))
        reply = Reply(partial(self._found, watched, answer), failed)
        self.lanes.long.run(job, reply)
        return watched

    def carry(
        self,
        answer: Callable[[R], object],
        job: Callable[[Report], R],
        refused: Refused | None = None,
    ) -> Work:
        """Do long work that speaks to the office by itself; the job is given where to report."""
        watched = Work(self)
        self._running.add(watched)
        failed = partial(self._stopped, watched, partial(self._failed, refused))
        reply = Reply(partial(self._found, watched, answer), failed)
        self.lanes.long.run(partial(job, watched.report), reply)
        return watched

    def stop(self) -> None:
        """Cancel all long work and what is drawn: the office is about to be closed."""
        from app.ui.kit.pdf_file import let_go  # noqa: PLC0415  nothing is drawn before

        let_go()
        self.stopped.emit()
        for watched in self._running:
            watched.cancel()

    def _run(
        self,
        lane: Lane,
        watched: Work,
        job: Callable[[], Done[Any]],
        answer: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> Work:
        self._running.add(watched)
        reply = Reply(
            partial(self._worked, watched, answer), partial(self._stopped, watched, failed)
        )
        lane.run(job, reply)
        return watched

    def _done(self, answer: Callable[[Any], object], done: Done[Any]) -> None:
        if done.changed:
            self.changed.emit(done.changed)
        tell(answer, done.result)
        if done.losses:
            self.lost.emit(done.losses)

    def _worked(self, watched: Work, answer: Callable[[Any], object], done: Done[Any]) -> None:
        self._end(watched)
        self._done(answer, done)

    def _found(self, watched: Work, answer: Callable[[Any], object], found: object) -> None:
        self._end(watched)
        tell(answer, found)

    def _stopped(
        self, watched: Work, failed: Callable[[Exception], object], error: Exception
    ) -> None:
        self._end(watched)
        failed(error)

    def _end(self, watched: Work) -> None:
        self._running.discard(watched)
        watched.ended.emit()
        watched.deleteLater()

    def _not_done(self, refused: Refused | None, asked: Asked, error: Exception) -> None:
        """Tell what a command refused; that a colleague was first is told in any case."""
        if isinstance(error, Conflict):
            self.clashes[error] = asked
        self._failed(refused, error)
        is_silent = refused is not None and not _settles(refused) and error not in self.told
        if isinstance(error, Conflict) and is_silent:
            self.refused.emit(error)

    def _failed(self, refused: Refused | None, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        if error.wrote:
            self.changed.emit(error.wrote)
        if isinstance(error, Unavailable) and error.code != _OVERTAKEN:
            self.faulted.emit(error)
        if refused is None:
            self.refused.emit(error)
        else:
            tell(refused, error)


def _settles(refused: Refused) -> bool:
    """Say whether who hears a refusal lets the clerk choose between two versions."""
    return getattr(owner_of(refused), "standoff", None) is not None
