"""Passing on: the list of erasures goes beside every backup, and into every office made of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from app.domain.admin.erased import Erased
from app.services.office import Office
from app.storage.passed_erasures import Passed, pass_on, read_passed


def backups_until(office: Office) -> date:
    """Return until when a backup that was made before today may stay, as the plan keeps them."""
    from app.services.backing_up import Shelf  # noqa: PLC0415  it passes on itself

    keep, today = Shelf(office).plan.keep, office.clock.today()
    months = today.month - 1 + keep.months
    last = (
        date(today.year + keep.years, 12, 31) if keep.years else date.min,
        date(today.year + months // 12, months % 12 + 1, 28) if keep.months else date.min,
        today + timedelta(days=keep.days),
    )
    return max(last)


class PassedOn:
    """The erasures of one office, as they are passed on to whoever restores an older backup."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._key = office.database.keys.files
        where = office.database.book.where
        self.own = where if isinstance(where, Path) else None
        """The folder of an office that lies in one; a list there waits to be done."""

    def to(self, folder: Path) -> None:
        """Write what is known of erasures, done or waiting, into a place of backups."""
        with self._office.database.read(rights=self._office.who.rights) as unit:
            done = tuple(map(_passed, unit.erased.all()))
        pass_on(folder, self._key, (*self._waiting(), *done))

    def known(self) -> tuple[Passed, ...]:
        """Return every erasure that is told of beside the office or beside its backups."""
        found = {(one.kind, one.record_id): one for one in self._all()}
        return tuple(found.values())

    def _all(self) -> Iterator[Passed]:
        from app.services.backing_up import Shelf  # noqa: PLC0415  it passes on itself
        from app.storage.backing_up import home_of  # noqa: PLC0415  as above

        shelf = Shelf(self._office)
        for place in shelf.places:
            yield from read_passed(home_of(place, shelf.folder), self._key)
        yield from self._waiting()

    def _waiting(self) -> tuple[Passed, ...]:
        return read_passed(self.own, self._key) if self.own is not None else ()


def _passed(one: Erased) -> Passed:
    return Passed(one.kind, one.record_id, one.erased_on, one.ended_on)
