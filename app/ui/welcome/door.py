"""The door: offices are opened and made by the long lane, and come back as open offices."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.shared.refusals import OfficeError
from app.ui.kit.lane import Lanes, Reply, tell
from app.ui.kit.loading import modules_of
from app.ui.kit.work import Work

if TYPE_CHECKING:
    # The services load SQLAlchemy, and a company half the domain: after the first paint.
    from app.domain.admin.company import Company
    from app.domain.invoices.invoice import InvoiceRow
    from app.services.office import Office
    from app.services.welcome import CountryChoice, NewOffice

Progress = Callable[[int, int], None]
BEING_UPGRADED = "place.being-upgraded"
PAUSE_MS = 1_000


@dataclass(frozen=True, slots=True)
class Opened:
    """An office that is open now, where it lies, whose it is, and its newest invoices."""

    path: Path
    office: Office
    company: Company
    invoices: tuple[InvoiceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways:
    """How offices are reached, with clock and person put in by who wires the program.

    They are opened by password and user; ``recover`` takes the printed code, an owner and that
    owner's new password, and returns the next code.
    """

    open: Callable[[Path, str, str], Office]
    create: Callable[[Path, NewOffice, str], Office]
    sample: Callable[[Path, str, Progress], Office]
    countries: Callable[[], tuple[CountryChoice, ...]]
    place_for: Callable[[str], Path]
    remove_sample: Callable[[Path], None]
    recover: Callable[[Path, str, str, str], str]


class Recovering(Protocol):
    """Asks for another password by the printed code."""

    def accept(self) -> None:
        """Hear that it was set."""

    def refused(self, error: OfficeError) -> None:
        """Hear why it was not."""


class Door(QObject):
    """Opens offices; ``opened(Opened)``, or ``refused(path, error)``.

    ``waits(path)`` while another desk brings one up to date; then it is tried again by itself.
    """

    opened = Signal(object)
    refused = Signal(object, object)
    waits = Signal(object)
    countries = Signal(object)
    removed = Signal(object)
    recovered = Signal(str)

    def __init__(self, ways: Ways, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ways = ways
        self._lanes = lanes
        self.known: tuple[CountryChoice, ...] = ()
        self._urgent = deque[Callable[[], object]]()
        self._steps = deque[Callable[[], object]]()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._step)
        self._awaited: Path | None = None

    @property
    def is_loading(self) -> bool:
        """Say whether parts of the window are still to be loaded in its thread."""
        return bool(self._urgent or self._steps)

    def warm_up(self) -> None:
        """Load the services beside the first paint, and tell which countries there are."""
        self._lanes.long.run(self.ways.countries, Reply(self._tell_countries))

    def load(self, *parts: Callable[[], object], then: Callable[[], object] | None = None) -> None:
        """Import parts of the window before they are shown, so that it does not stand still.

        What they need is loaded beside the window, their own modules in its thread, one in each
        turn. ``then`` is called when all of them are there.
        """
        for part in parts:
            self._lanes.long.run(partial(modules_of, part), Reply(partial(self._load, part)))
        if then is not None:
            self._lanes.long.run(_no_part, Reply(partial(self._load_nothing, then)))

    def load_first(self, part: Callable[[], object], then: Callable[[], object]) -> None:
        """Import what an office shows first as ``load`` does; one that opens waits for it."""
        reply = Reply(partial(self._load_urgently, part, then))
        self._lanes.long.run(partial(modules_of, part), reply)

    def prepare_papers(self) -> None:
        """Load what prints, so that the first page that is looked at does not wait for it."""
        self._lanes.long.run(_load_papers, Reply(_nothing))

    def open(self, path: Path, password: str = "", user: str = "") -> None:
        """Open an office that is there."""
        work = partial(self.ways.open, path, password, user)
        failed = partial(self._wait_or_fail, path, partial(self.open, path, password, user))
        self._lanes.long.run(partial(_with_company, path, work), Reply(self._open, failed))

    def give_up(self) -> None:
        """Wait no longer for a company that another desk brings up to date."""
        self._awaited = None

    def recover(self, path: Path, code: str, owner: tuple[str, str], asker: Recovering) -> None:
        """Give an owner, by name, a new password by the printed code; ``recovered(next code)``.

        Who asks is told whether it was done, or why not.
        """
        reply = Reply(partial(self._recover, asker), partial(self._not_recovered, asker))
        self._lanes.long.run(partial(self.ways.recover, path, code, *owner), reply)

    def create(self, path: Path, new: NewOffice, password: str = "") -> None:
        """Make an office; one that is there is never overwritten."""
        self._run(path, partial(self.ways.create, path, new, password))

    def create_sample(self, path: Path, country: str) -> Work:
        """Make the sample company; the work tells how far it is."""
        work = Work(self)
        reply = Reply(partial(self._made, work), partial(self._failed, path, work))
        made = partial(self.ways.sample, path, country, work.report)
        self._lanes.long.run(partial(_with_company, path, made), reply)
        return work

    def remove_sample(self, path: Path) -> None:
        """Remove the sample company, which must be closed, without trace."""
        reply = Reply(partial(self._gone, path), partial(self._failed, path, None))
        self._lanes.long.run(partial(self.ways.remove_sample, path), reply)

    def _load(self, part: Callable[[], object], names: tuple[str, ...]) -> None:
        self._steps.extend(_imports(names))
        self._steps.append(part)
        self._turns.start(0)

    def _load_urgently(
        self, part: Callable[[], object], then: Callable[[], object], names: tuple[str, ...]
    ) -> None:
        self._urgent.extend((*_imports(names), part, partial(tell, then)))
        self._turns.start(0)

    def _load_nothing(self, then: Callable[[], object], _nothing: object) -> None:
        self._steps.append(partial(tell, then))
        self._turns.start(0)

    def _step(self) -> None:
        """Take one step, so that the window can do what came meanwhile before the next."""
        step = (self._urgent or self._steps).popleft()
        if not self.is_loading:
            self._turns.stop()
        step()

    def _run(self, path: Path, work: Callable[[], Office]) -> None:
        reply = Reply(self._open, partial(self._failed, path, None))
        self._lanes.long.run(partial(_with_company, path, work), reply)

    def _open(self, opened: Opened) -> None:
        """Let an office in, once what it shows first is loaded."""
        if self._urgent:
            self._urgent.append(partial(self._open, opened))
        else:
            self.opened.emit(opened)

    def _recover(self, asker: Recovering, code: str) -> None:
        tell(asker.accept)
        self.recovered.emit(code)

    def _not_recovered(self, asker: Recovering, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        tell(asker.refused, error)

    def _made(self, work: Work, opened: Opened) -> None:
        work.ended.emit()
        work.deleteLater()
        self._open(opened)

    def _gone(self, path: Path, nothing: object) -> None:
        self.removed.emit(path)

    def _wait_or_fail(self, path: Path, again: Callable[[], None], error: Exception) -> None:
        if getattr(error, "code", "") == BEING_UPGRADED:
            self._awaited = path
            self.waits.emit(path)
            QTimer.singleShot(PAUSE_MS, self, partial(self._try_again, path, again))
        else:
            self._failed(path, None, error)

    def _try_again(self, path: Path, again: Callable[[], None]) -> None:
        if self._awaited == path:
            again()

    def _failed(self, path: Path, work: Work | None, error: Exception) -> None:
        if work is not None:
            work.ended.emit()
            work.deleteLater()
        if not isinstance(error, OfficeError):
            raise error
        self.refused.emit(path, error)

    def _tell_countries(self, found: tuple[CountryChoice, ...]) -> None:
        self.known = found
        self.countries.emit(found)


def _imports(names: tuple[str, ...]) -> Iterator[Callable[[], object]]:
    return (partial(import_module, name) for name in names)


def _with_company(path: Path, work: Callable[[], Office]) -> Opened:
    # The services load half the domain, here in a thread of its own.
    from app.services.glance import glance  # noqa: PLC0415  in a thread of its own

    office = work()
    seen = glance(office)
    return Opened(path, office, seen.company, seen.invoices)


def _load_papers() -> None:
    from app.services import papers  # noqa: PLC0415  in a thread of its own

    papers.prepare()


def _nothing(nothing: object) -> None:
    """Take note."""


def _no_part() -> None:
    """Take a turn in the lane, behind every part."""
