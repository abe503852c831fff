"""The reminders: the list of runs, the newest first; Enter opens one with all its letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from app.domain.reminders.run import RUN, LetterState, RunRow
from app.services import reminders
from app.ui.invoices.reminder_dialog import begin_run
from app.ui.invoices.reminder_words import RUNS
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.verb_list import VerbList


class RemindersList(VerbList[RunRow, RunRow]):
    """Lists runs of reminders; what waits to be issued is counted at the module."""

    kind = RUN
    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, RUNS, strip)
        new = partial(begin_run, shell, self)
        self.begin({"reminder.new": new, "reminder.open": self.open_chosen}, reminders.counts)

    def possible(self, seen: RunRow | None) -> Mapping[str, bool]:
        return {"reminder.open": seen is not None}

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        kept = {state: n for state, n in counts.items() if state != LetterState.READY.value}
        self.filters.show_counts(kept)
