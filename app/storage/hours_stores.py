"""The stores of hours, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.domain.hours.overtime import OvertimeRule
from app.storage.catalogues import Catalogue
from app.storage.deeds import Changes
from app.storage.hour_lists import HourLists, WeekLists
from app.storage.hours import OVERTIME_RULES, TimeEntryStore, TimeWeekStore
from app.storage.work_days import WorkDays


class HoursStores:
    """What reads and writes hours over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def time_weeks(self) -> TimeWeekStore:
        return TimeWeekStore(self.connection, self.changes)

    @cached_property
    def time_entries(self) -> TimeEntryStore:
        return TimeEntryStore(self.connection, self.changes)

    @cached_property
    def hour_lists(self) -> HourLists:
        return HourLists(self.connection)

    @cached_property
    def week_lists(self) -> WeekLists:
        return WeekLists(self.connection)

    @cached_property
    def work_days(self) -> WorkDays:
        return WorkDays(self.connection)

    @cached_property
    def overtime_rules(self) -> Catalogue[OvertimeRule]:
        return Catalogue(self.connection, self.changes, OVERTIME_RULES)
