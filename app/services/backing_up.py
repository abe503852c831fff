"""Backing up: the steps that making, practising and restoring backups share."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.domain.admin.backup import Backup, Plan, Reason, Run
from app.domain.shared.refusals import OfficeError, Refusal
from app.outside.places import workshop
from app.services.office import Cancelled, Desk, Errand, Office, ReadOnly
from app.services.passing_on import PassedOn
from app.services.welcome import place_for
from app.storage import server_plans
from app.storage.backing_up import Wish, back_up, home_of, remove_old
from app.storage.backup_manifests import manifests_in
from app.storage.deeds import Changes
from app.storage.server_address import address_of


class OthersTurn(Refusal):
    """Another desk makes or practises backups of the office just now; one at a time does."""

    code = "backup.others-turn"


class Shelf:
    """The backups of one office: where they lie and which there are.

    ``folder`` is that of the office, or where it would be, of one on a server; ``near`` is where a
    file may lie while it is made.
    """

    def __init__(self, office: Office) -> None:
        self.where = office.database.book.where
        if isinstance(self.where, Path):
            self.folder, self.near = self.where, self.where.parent
        else:
            self.folder, self.near = place_for(address_of(self.where).database or ""), workshop()
        self.key = office.database.keys.files
        self._office = office

    @property
    def plan(self) -> Plan:
        """How the office is backed up, and what was done; raises BrokenPlan."""
        return server_plans.read_plan(self.where)

    def change(self, step: Callable[[Plan], Plan]) -> Plan:
        """Make another plan of the one that is there."""
        return server_plans.change_plan(self.where, step)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Keep other desks from the backups of the office meanwhile; raises OthersTurn."""
        with server_plans.turn(self.where) as is_ours:
            if not is_ours:
                raise OthersTurn
            yield

    @property
    def places(self) -> tuple[Path, ...]:
        """The places of the plan, else the folder beside the office's."""
        return tuple(map(Path, self.plan.places)) or (self.folder.parent,)

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this office in every place that is there, the newest first."""
        found = [
            replace(told.backup, place=str(place))
            for place in self.places
            for _folder, told in manifests_in(home_of(place, self.folder))
            if told.backup.of == self._office.database.keys.office
        ]
        return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))

    def path_of(self, backup: Backup) -> Path:
        """Return where a backup lies."""
        return home_of(Path(backup.place), self.folder) / backup.name


class Backer:
    """Makes backups on one errand, and notes each in the audit and in the plan."""

    def __init__(self, work: Errand) -> None:
        self._work = work
        self._shelf = Shelf(work.office)

    def note(self, command: str, *record: object) -> None:
        """Write a row of the audit."""
        self._work.do(_noted, command, list(record))

    def run(
        self, places: Iterable[Path], reason: Reason, spared: Collection[str] = ()
    ) -> tuple[Run, ...]:
        """Back up to places, one after the other; one that fails does so alone.

        Backups that are ``spared`` stay, however old they are.
        """
        return tuple(self._run_to(place, reason, spared) for place in places)

    def _run_to(self, place: Path, reason: Reason, spared: Collection[str]) -> Run:
        began, at = time.monotonic(), self._work.now
        self.note("backups.back_up", str(place), reason.value)
        shelf = self._shelf
        home = home_of(place, shelf.folder)
        if place == shelf.folder.parent:
            place.mkdir(parents=True, exist_ok=True)
        try:
            wish = Wish(home, at, reason, shelf.near)
            made = back_up(self._work.office.database, wish, self._work.progress)
            PassedOn(self._work.office).to(home)
            plan = shelf.plan
            remove_old(home, made.backup.of, plan.keep, {*plan.spared(at), *spared})
        except (Cancelled, ReadOnly):
            raise
        except OfficeError as fault:
            facts = tuple((name, str(value)) for name, value in fault.facts.items())
            done = Run(at, str(place), code=fault.code, facts=facts)
        else:
            seconds = round(time.monotonic() - began)
            done = Run(at, str(place), made.backup.name, seconds, made.fresh)
        shelf.change(lambda plan: plan.noted(done))
        return done


def _noted(desk: Desk, command: str, record: object) -> None:
    desk.note(command, record, Changes())
