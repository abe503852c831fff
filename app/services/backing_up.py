"""Backing up: the steps that making, practising and restoring backups share."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.domain.admin.backup import Backup, Plan, Reason, Run
from app.domain.shared.refusals import OfficeError
from app.services.office import Cancelled, Desk, Errand, Office, ReadOnly
from app.storage import backup_plans
from app.storage.backing_up import Wish, back_up, home_of, remove_old
from app.storage.backup_manifests import manifests_in
from app.storage.copying import files_of
from app.storage.deeds import Changes


class Shelf:
    """The backups of one office: where they lie and which there are; raises OnAServer."""

    def __init__(self, office: Office) -> None:
        rows, _documents = files_of(office.database)
        self.folder = rows.path.parent
        self.key = rows.key
        self._office = office

    @property
    def plan(self) -> Plan:
        """How the office is backed up, and what was done; raises BrokenPlan."""
        return backup_plans.read_plan(self.folder)

    def keep(self, plan: Plan) -> None:
        """Write the plan down."""
        backup_plans.write_plan(self.folder, plan)

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

    def run(self, places: Iterable[Path], reason: Reason) -> tuple[Run, ...]:
        """Back up to places, one after the other; one that fails does so alone."""
        return tuple(self._run_to(place, reason) for place in places)

    def _run_to(self, place: Path, reason: Reason) -> Run:
        began, at = time.monotonic(), self._work.now
        self.note("backups.back_up", str(place), reason.value)
        home = home_of(place, self._shelf.folder)
        try:
            made = back_up(self._work.office.database, Wish(home, at, reason), self._work.progress)
            remove_old(home, made.backup.of, self._shelf.plan.keep)
        except (Cancelled, ReadOnly):
            raise
        except OfficeError as fault:
            facts = tuple((name, str(value)) for name, value in fault.facts.items())
            done = Run(at, str(place), code=fault.code, facts=facts)
        else:
            seconds = round(time.monotonic() - began)
            done = Run(at, str(place), made.backup.name, seconds, made.fresh)
        self._shelf.keep(self._shelf.plan.noted(done))
        return done


def _noted(desk: Desk, command: str, record: object) -> None:
    desk.note(command, record, Changes())
