"""Planning reminders: what is open is read set by set, and every letter reckoned from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from app.domain.reminders.planning import Debt, Ground, Planner, debts, is_overdue
from app.domain.reminders.run import Reminder, ReminderRun, RunTerms
from app.domain.shared.ids import ContactId, ReminderRunId
from app.domain.shared.problems import Problem
from app.formats.packs import pack
from app.services.office import Desk

TOLD_EVERY = 500
"""After so many customers the progress is told."""


class Planning:
    """Plans letters with what one office holds: its country, its language, what is owed to it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._pack = pack(self._company.country)

    @property
    def usual(self) -> RunTerms:
        """The terms of the last run, or those that the law of the country leads to."""
        last = next(iter(self._desk.store.reminders.runs()), None)
        law = self._pack.reminders
        usual = RunTerms(law.grace_days, law.between_days, law.pay_days)
        return last.run.terms if last else usual

    def ground(self, day: date, terms: RunTerms) -> Ground:
        """Return what a run of a day stands on."""
        return Ground(day, terms, self._pack.reminders, self._pack.currency)

    def warnings(self, day: date, terms: RunTerms) -> tuple[Problem, ...]:
        """Return what is to be known of the rates before a run."""
        country, law = self._company.country, self._pack.reminders
        if terms.agreed is not None and not law.consumer.is_capped:
            return ()
        return law.warnings(day, self._desk.today, country, terms.base)

    def debts(self, contacts: Collection[ContactId] | None = None) -> tuple[Debt, ...]:
        """Return what every customer owes, or what these do, in the order of names."""
        grounds = self._desk.store.reminder_grounds
        owing = grounds.owing(contacts)
        customers = grounds.customers(self._company.language, contacts)
        return tuple(debts(owing, customers, grounds.credits()))

    def letters(self, run_id: ReminderRunId, ground: Ground) -> Iterator[Reminder]:
        """Yield a letter or its reason for every customer who owes something overdue."""
        planner = Planner(ground)
        found = self.debts()
        place = 0
        for count, debt in enumerate(found):
            if count % TOLD_EVERY == 0:
                self._desk.progress(count, len(found))
            if is_overdue(debt, ground.day):
                yield replace(planner.plan(debt, run_id), position=place)
                place += 1

    def again(
        self, run: ReminderRun, letters: Collection[Reminder]
    ) -> Mapping[int, tuple[Reminder, Debt | None]]:
        """Return letters of a run as they would be now, by their ids, with what is owed."""
        contacts = {one.contact_id for one in letters if one.contact_id is not None}
        owed = {(_who(one), one.currency): one for one in self.debts(contacts)}
        planner = Planner(self.ground(run.day, run.terms))
        found: dict[int, tuple[Reminder, Debt | None]] = {}
        for one in letters:
            debt = owed.get((one.contact_id, one.currency))
            now = Debt(None, one.name, one.currency, ()) if debt is None else debt
            planned = planner.plan(now, run.id, one.wanted_level)
            whole = replace(
                planned,
                id=one.id,
                position=one.position,
                name=one.name,
                contact_id=one.contact_id,
            )
            found[one.id] = (whole, debt)
        return found


def _who(debt: Debt) -> ContactId | None:
    return debt.customer.id if debt.customer else None
