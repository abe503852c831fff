"""The office: one opened company, and the one place where commands become transactions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Event
from typing import TYPE_CHECKING, Concatenate, Generic, NamedTuple, ParamSpec, TypeVar

from app.domain.shared.drafts import Place
from app.domain.shared.refusals import Conflict, Refusal, Unavailable
from app.outside.clock import Clock
from app.services.arguments import all_told, told
from app.services.carried import Carried
from app.services.guarded import GUARDED
from app.services.permissions import Actor, Mark, Permission, made_before, mark_of, name_of
from app.services.renewal import Renewal
from app.storage.database import Database
from app.storage.deeds import Change, Changes, Deed

if TYPE_CHECKING:
    # These load SQLAlchemy and the domain of orders; the first list of a window does not wait.
    from app.domain.admin.approvals import Need, PairRule
    from app.domain.orders.reserving import Loss
    from app.storage.unit import Unit

CLOCK = "clock"
"""What a window hears of when the clock of the machine went back; it is no table."""

P = ParamSpec("P")
R = TypeVar("R")


class Cancelled(Refusal):
    """The user stopped the work; nothing of it was kept."""

    code = "office.cancelled"


class ReadOnly(Unavailable):
    """The office was opened for reading only; ``why`` says the reason, facts who has it."""

    code = "office.read-only"


class Kept(Refusal):
    """What was asked for was not done, but something is kept of it."""

    def keep(self, unit: Unit) -> None:
        """Keep it, in the transaction that notes the refusal."""
        raise NotImplementedError


def no_progress(done: int, of: int) -> None:
    """Report to nobody."""


@dataclass(slots=True)
class Desk:
    """One request at the office: its transaction, the day, the moment, and who asks.

    ``progress(done, of)`` may raise Cancelled; then everything is rolled back. ``losses`` are what
    orders lose by a command that is about something else: whoever gives it is told. ``needs`` is
    for what another person has to look first, unless that person is the one who asks. ``ready`` is
    what was made of the arguments before the transaction, where the command names what makes it.
    """

    store: Unit
    today: date
    now: datetime
    who: Actor
    progress: Callable[[int, int], None] = no_progress
    losses: list[Loss] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    rules: tuple[PairRule, ...] | None = None
    is_approving: bool = False
    ready: object = None

    def look(self, change: Change) -> None:
        """Look whether another person is asked for, as this becomes of a record."""
        from app.services import second_looks  # noqa: PLC0415  loads the domain, as above

        second_looks.SecondLooks(self).watch(change)

    def require_alone(self) -> None:
        """Raise SecondNeeded where another person is asked for: an errand does not wait inside."""
        if self.needs and not self.is_approving:
            from app.services import second_looks  # noqa: PLC0415  as above

            second_looks.refuse(self.needs[0])

    def note(self, command: str, record: object, changes: Changes, refused: str = "") -> None:
        """Write the audit row of one part of large work, as if the part had been asked for alone.

        So the row of a thousand invoices is a thousand rows that one can read.
        """
        deed = Deed(self.now, self.who.name, command, [[told(record)], {}], refused)
        self.store.audit.record(deed, changes)


class Done(NamedTuple, Generic[R]):
    """What a command returned, the names of the tables it wrote, and what orders lost by it."""

    result: R
    changed: frozenset[str]
    losses: tuple[Loss, ...] = ()


class Errand:
    """Work of several transactions, each of which stays whatever becomes of the next.

    What may take long (a file is read, a program is asked) is done between them, so that nobody
    waits for it. ``changed`` are the names of the tables written so far. ``begins`` is done in the
    first transaction, before its step: an approved errand is approved by what it does first. One
    that ``is_housework`` works on rows behind walls too, and tells nobody of them.
    """

    def __init__(self, office: Office, progress: Callable[[int, int], None]) -> None:
        self.office = office
        self.progress = progress
        self.changed: set[str] = set()
        self.losses: list[Loss] = []
        self.begins: Callable[[Desk], None] | None = None
        self.is_approved = False
        self.is_housework = False

    @property
    def now(self) -> datetime:
        """The moment."""
        return self.office.clock.now()

    def do(self, step: Callable[Concatenate[Desk, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do a step in one transaction; what the audit is to know, the step notes itself."""
        with self.office.database.write(self.office.who.rights) as unit, self._sight(unit):
            desk = self.office.desk(unit, self.progress)
            desk.is_approving = self.is_approved
            begins, self.begins = self.begins, None
            if begins is not None:
                begins(desk)
            result = step(desk, *args, **kwargs)
            desk.require_alone()
        self.changed |= _changed_by(unit)
        self.losses += desk.losses
        return result

    def ask(self, step: Callable[Concatenate[Desk, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer from one snapshot."""
        with self.office.database.read(rights=self.office.who.rights) as unit, self._sight(unit):
            return step(self.office.desk(unit, self.progress), *args, **kwargs)

    def _sight(self, unit: Unit) -> AbstractContextManager[None]:
        return unit.housework() if self.is_housework else nullcontext()


class Office:
    """One opened company file; safe to use from several threads."""

    def __init__(self, database: Database, clock: Clock, who: Actor) -> None:
        self.database = database
        self.clock = clock
        self.who = who
        self.renewal: Renewal | None = None

    @property
    def is_read_only(self) -> bool:
        """Say whether commands are refused here."""
        return self.database.is_read_only

    @property
    def is_secret(self) -> bool:
        """Say whether the office opens with a password only; then it can be locked."""
        return self.database.book.is_secret

    def do(
        self, command: Callable[Concatenate[Desk, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> Done[R]:
        """Run a command in one transaction with one audit row, all or nothing.

        Raises NotAllowed, ReadOnly, what the command refuses, or Unavailable.
        """
        return self.do_watched(no_progress, command, *args, **kwargs)

    def do_watched(
        self,
        progress: Callable[[int, int], None],
        command: Callable[Concatenate[Desk, P], R],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R]:
        """Run a command as ``do`` does; ``progress`` is told how far it is and may cancel it."""
        return self._do(progress, None, command, *args, **kwargs)

    def do_saving(
        self,
        typed: Place,
        command: Callable[Concatenate[Desk, P], R],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R]:
        """Run a command as ``do`` does, and forget with it what the asker typed for it."""
        return self._do(no_progress, typed, command, *args, **kwargs)

    def _do(
        self,
        progress: Callable[[int, int], None],
        typed: Place | None,
        command: Callable[Concatenate[Desk, P], R],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R]:
        name, mark = name_of(command), mark_of(command)
        try:
            self._require(name, mark, is_command=True)
            ready = made_before(command, args, kwargs)
            with self.database.write(self.who.rights) as unit:
                desk = self.desk(unit, progress)
                desk.ready = ready
                result = command(desk, *args, **kwargs)
                self._second(desk, command, args, kwargs)
                if typed is not None:
                    unit.drafts.drop(*typed, self.who.name)
                if mark is not None and mark.is_audited:
                    unit.audit.record(self._deed(name, mark, args, kwargs), unit.changes)
        except Cancelled:
            raise
        except Refusal as refusal:
            self._note_refusal(self._deed(name, mark, args, kwargs, refused=refusal), refusal)
            raise
        except Conflict as clash:
            from app.services import clashes  # noqa: PLC0415  only when two people changed one record

            clashes.name(self, clash)
            raise
        return Done(result, _changed_by(unit), tuple(desk.losses))

    def ask(self, query: Callable[Concatenate[Desk, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer a query from one snapshot; raises NotAllowed, NotFound or Unavailable."""
        return self.ask_watched(no_progress, query, *args, **kwargs)

    def ask_watched(
        self,
        progress: Callable[[int, int], None],
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Answer a query as ``ask`` does; ``progress`` is told how far it is and may cancel it."""
        self._require(name_of(query), mark_of(query), is_command=False)
        with self.database.read(rights=self.who.rights) as unit:
            return self._answered(self.desk(unit, progress), query, *args, **kwargs)

    def ask_until(
        self,
        ended: Event,
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Answer a query as ``ask`` does; it is broken off soon after ``ended`` was set."""
        self._require(name_of(query), mark_of(query), is_command=False)
        with self.database.read(ended, self.who.rights) as unit:
            return self._answered(self.desk(unit, no_progress), query, *args, **kwargs)

    def run(
        self, work: Callable[Concatenate[Errand, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run an errand, which keeps what it does step by step; raises NotAllowed, ReadOnly."""
        return self.run_watched(no_progress, work, *args, **kwargs).result

    def run_watched(
        self,
        progress: Callable[[int, int], None],
        work: Callable[Concatenate[Errand, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[R]:
        """Run an errand as ``run`` does; ``progress`` is told how far it is and may cancel it."""
        self._renew()
        name, mark = name_of(work), mark_of(work)
        is_fit = mark is not None and mark.is_errand
        self.who.role.require(mark.permission if mark and is_fit else None, name)
        if self.is_read_only:
            raise ReadOnly(**self.database.read_only_facts)
        self._second_before(work, args, kwargs)
        errand = Errand(self, progress)
        result = work(errand, *args, **kwargs)
        return Done(result, frozenset(errand.changed), tuple(errand.losses))

    def _second_before(
        self, work: Callable[..., object], args: tuple[object, ...], kwargs: Mapping[str, object]
    ) -> None:
        """Raise Waits before an errand begins that another person has to look at first."""
        if name_of(work) in GUARDED:
            try:
                with self.database.read(rights=self.who.rights) as unit:
                    self._second(self.desk(unit, no_progress), work, args, kwargs)
            except Kept as waits:
                deed = self._deed(name_of(work), mark_of(work), args, kwargs, refused=waits)
                self._note_refusal(deed, waits)
                raise

    def close(self) -> None:
        """Close every connection; the folder may be moved afterwards."""
        self.database.close()

    def _require(self, name: str, mark: Mark | None, *, is_command: bool) -> None:
        self._renew()
        is_fit = mark is not None and mark.is_command is is_command and not mark.is_errand
        fitting = mark if is_fit else None
        self.who.role.require(fitting.permission if fitting else None, name)
        if is_command and self.is_read_only:
            raise ReadOnly(**self.database.read_only_facts)

    def _renew(self) -> None:
        """Go by what an owner gave or took meanwhile; raises ShutOut."""
        if self.renewal is not None:
            self.who = self.renewal.of(self.who)

    def desk(self, unit: Unit, progress: Callable[[int, int], None]) -> Desk:
        """Return a desk over a transaction."""
        if Permission.EMPLOYEES_PRIVATE in self.who.role.permissions:
            unit.wall.let_in()
        elif self.who.employee_id is not None:
            unit.wall.let_in(self.who.employee_id)
        desk = Desk(unit, self.clock.today(), self.clock.now(), self.who, progress)
        unit.changes.watch = desk.look
        return desk

    def _deed(
        self,
        name: str,
        mark: Mark | None,
        args: tuple[object, ...],
        kwargs: Mapping[str, object],
        refused: Refusal | None = None,
    ) -> Deed:
        is_private = mark is not None and mark.is_private
        sent = [[], {}] if is_private else all_told(args, kwargs)
        return Deed(self.clock.now(), self.who.name, name, sent, refused.code if refused else "")

    def _note_refusal(self, deed: Deed, refusal: Refusal) -> None:
        if not self.is_read_only:
            rights = None if isinstance(refusal, Kept) else self.who.rights
            with self.database.write(rights) as unit:
                if isinstance(refusal, Kept):
                    refusal.keep(unit)
                unit.audit.record(deed, unit.changes)

    def _second(
        self,
        desk: Desk,
        function: Callable[..., object],
        args: tuple[object, ...],
        kwargs: Mapping[str, object],
    ) -> None:
        """Raise Waits where another person has to look at what was asked for first."""
        mark = mark_of(function)
        if mark is not None and (desk.needs or name_of(function) in GUARDED):
            from app.services import second_looks  # noqa: PLC0415  loads the domain, as above

            call = second_looks.Call(function, mark, args, kwargs)
            second_looks.SecondLooks(desk).settle(call, self._approvers)

    def _approvers(self, permission: Permission) -> tuple[str, ...]:
        """Return who else may do something, whether or not who asks may know it."""
        from app.services import second_looks  # noqa: PLC0415  as above

        with self.database.read() as unit:
            return second_looks.SecondLooks(self.desk(unit, no_progress)).approvers(permission)

    def _answered(
        self,
        desk: Desk,
        query: Callable[Concatenate[Desk, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Answer a query, unless another person has to look first; then that is kept."""
        try:
            self._second(desk, query, args, kwargs)
            Carried.note(self, name_of(query), mark_of(query), (*args, *kwargs.values()))
            return query(desk, *args, **kwargs)
        except Kept as waits:
            if self.is_read_only:
                raise ReadOnly(**self.database.read_only_facts) from waits
            deed = self._deed(name_of(query), mark_of(query), args, kwargs, refused=waits)
            self._note_refusal(deed, waits)
            raise


def _changed_by(unit: Unit) -> frozenset[str]:
    """Return the tables that were written, and that the clock went back, which a window tells."""
    went_back = {CLOCK} if unit.audit.went_back_from is not None else set()
    return frozenset(unit.tables | went_back)
