"""The reminders: the list of runs, the newest first; Enter opens one with all its letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from app.domain.reminders.run import RUN, LetterState, RunRow
from app.services import reminders
from app.ui.invoices.reminder_dialog import begin_run
from app.ui.invoices.reminder_words import RUNS
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell


class RemindersList(ListPage[RunRow]):
    """Lists runs of reminders; what waits to be issued is counted at the module."""

    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, RUNS)
        self.head.lead(strip)
        self.opened.connect(self._open)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "reminder.new": partial(begin_run, shell, self),
                "reminder.open": self._open_chosen,
            },
        )
        shell.book.allow(self, "reminder.open", allowed=False)
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(RUN, record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _settled(self, count: object) -> None:
        self.shell.book.allow(self, "reminder.open", allowed=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, reminders.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        kept = {state: n for state, n in counts.items() if state != LetterState.READY.value}
        self.filters.show_counts(kept)
