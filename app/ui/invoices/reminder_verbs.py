"""What is done with the letters of a run: chosen, issued, printed, sent, taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.domain.reminders.run import LetterState, Reminder, ReminderRun, Way
from app.domain.reminders.sending import Sent
from app.domain.shared.refusals import OfficeError
from app.services import reminder_issuing, reminder_sending, reminders
from app.services.reminder_issuing import RunOutcome
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.history import Deed
from app.ui.kit.run_file import RunFile
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other.
    from app.ui.invoices.reminder_page import ReminderRunPage


class RunVerbs:
    """Does what a clerk asks of one run."""

    def __init__(self, shell: Shell, page: ReminderRunPage) -> None:
        self._shell = shell
        self._page = page
        written = reminder_sending.print_file
        self.file = RunFile(page, written, page.run_id, page.windowTitle)

    def issue(self) -> None:
        """Issue the letters that are ready."""
        self._shell.book.allow(self._page, "invoice.issue", allowed=False)
        work = self._shell.client.errand(
            self._issued, reminder_issuing.issue, self._page.run_id, refused=self._not_issued
        )
        self._shell.watch(work, _("Issuing the reminders"))

    def turn(self) -> None:
        """Leave the chosen customer out, or take it in again."""
        letter = self._page.letter()
        if letter is None:
            return
        if letter.state is LetterState.LEFT_OUT:
            text = _("{name} is in the run again", name=letter.name)
            deed = Deed(text, reminders.leave_out, ((letter.id,),))
            answer = partial(self._turned, deed)
            self._shell.client.do(answer, reminders.take_in, (letter.id,))
        else:
            text = _("{name} is left out", name=letter.name)
            deed = Deed(text, reminders.take_in, ((letter.id,),))
            answer = partial(self._turned, deed)
            self._shell.client.do(answer, reminders.leave_out, (letter.id,))

    def set_level(self, level: int | None) -> None:
        """Give the chosen letter another level, or its usual one."""
        letter = self._page.letter()
        if letter is not None:
            text = _("{name}: another level", name=letter.name)
            deed = Deed(text, reminders.set_level, ((letter.id,), letter.wanted_level))
            answer = partial(self._turned, deed)
            self._shell.client.do(answer, reminders.set_level, (letter.id,), level)

    def note_sent(self) -> None:
        """Note the issued letters that go by post as sent, each with the proof of its bytes."""
        letters = (self._page.table.row_of(one) for one in self._ids())
        ids = tuple(
            one.id
            for one in letters
            if one is not None and one.state is LetterState.ISSUED and one.way is Way.POST
        )
        if ids:
            self._shell.client.do(self._noted, reminder_sending.sent, ids)

    def withdraw(self) -> None:
        """Ask why an issued letter is taken back, and take it back."""
        letter = self._page.letter()
        if letter is None or letter.state is not LetterState.ISSUED:
            return
        question = Question(
            _("Withdraw {number}?", number=letter.number),
            _("Its number stays. Its interest, fee and level do not count any more."),
            _("Withdraw"),
        )
        answer = partial(self._withdraw, letter)
        ask_words(self._page, question, (_("Why"),), answer, unexplained)

    def ask_discard(self) -> None:
        """Ask before a run is thrown away."""
        question = Question(
            _("Discard the run?"),
            _("No letter of it is issued: nothing is left of it, and no number is missing."),
            _("Discard"),
        )
        ask(self._page, question, self._discard)

    def _ids(self) -> tuple[int, ...]:
        rows = self._page.table.rows
        return tuple(rows.id_at(place) for place in range(rows.rowCount()))

    def _discard(self) -> None:
        self._shell.client.do(self._discarded, reminders.discard, self._page.run_id)

    def _discarded(self, run: ReminderRun) -> None:
        day = formats().day(run.day)
        self._shell.say(_("The run of {day} is discarded", day=day))
        self._page.finished.emit()

    def _withdraw(self, letter: Reminder, words: tuple[str, ...]) -> None:
        self._shell.client.do(self._withdrawn, reminder_issuing.withdraw, letter.id, words[0])

    def _withdrawn(self, letter: Reminder) -> None:
        self._shell.say(_("{number} is withdrawn", number=letter.number))

    def _turned(self, deed: Deed, _letters: tuple[Reminder, ...]) -> None:
        self._shell.did(deed)

    def _issued(self, outcome: RunOutcome) -> None:
        told = many("{n} letter issued", "{n} letters issued", outcome.issued)
        if outcome.skipped:
            skipped = many("{n} skipped", "{n} skipped", outcome.skipped)
            told = f"{told}, {skipped}"
        if outcome.mailed:
            posted = many("{n} in the outbox", "{n} in the outbox", outcome.mailed)
            told = f"{told}, {posted}"
        if outcome.is_stopped:
            told = _("{letters}; the rest waits", letters=told)
        self._shell.say(told)
        self._page.refresh()
        self._page.table.setFocus()

    def _not_issued(self, error: OfficeError) -> None:
        self._shell.refuse(error)
        self._page.refresh()

    def _noted(self, sent: tuple[Sent, ...]) -> None:
        self._shell.say(many("{n} letter sent", "{n} letters sent", len(sent)))
