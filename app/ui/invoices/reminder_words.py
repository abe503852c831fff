"""Words, columns and lists of reminders: runs, their letters, and why somebody gets none."""

from __future__ import annotations

from app.domain.reminders.run import LetterState, Reminder, RunRow, RunState
from app.domain.reminders.sending import Sent
from app.lang.texts import mark
from app.services import reminders
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.messages import problem_text
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

RUN_STATES = {
    RunState.PREPARED: mark("Not issued"),
    RunState.ISSUED: mark("Issued"),
    RunState.DISCARDED: mark("Discarded"),
}
RUN_TONES = {
    RunState.PREPARED: "warn",
    RunState.ISSUED: "good",
    RunState.DISCARDED: "muted",
}
STATES = {
    LetterState.READY: mark("Ready"),
    LetterState.LEFT_OUT: mark("Left out"),
    LetterState.SKIPPED: mark("Skipped"),
    LetterState.ISSUED: mark("Issued"),
    LetterState.WITHDRAWN: mark("Withdrawn"),
}
TONES = {
    LetterState.READY: "accent",
    LetterState.LEFT_OUT: "muted",
    LetterState.SKIPPED: "warn",
    LetterState.ISSUED: "good",
    LetterState.WITHDRAWN: "muted",
}


def claims_text(row: RunRow) -> str:
    """Return what the letters of a run ask for, in each currency."""
    return " · ".join(formats().money(minor, currency) for currency, minor in row.claims)


def counts_text(row: RunRow) -> str:
    """Return how many letters of a run stand where."""
    waiting, issued, skipped, left = (
        row.of(one)
        for one in (
            LetterState.READY,
            LetterState.ISSUED,
            LetterState.SKIPPED,
            LetterState.LEFT_OUT,
        )
    )
    parts = (
        (waiting, many("{n} letter waits", "{n} letters wait", waiting)),
        (issued, many("{n} letter issued", "{n} letters issued", issued)),
        (skipped, many("{n} skipped", "{n} skipped", skipped)),
        (left, many("{n} left out", "{n} left out", left)),
    )
    told = [text for count, text in parts if count]
    return " · ".join((*told, claims_text(row)) if row.claims else told)


def letters_of(row: RunRow) -> int:
    """Return how many letters a run has, issued or not."""
    return row.of(LetterState.READY) + row.of(LetterState.ISSUED)


RUNS: Listing[RunRow] = Listing(
    name="reminder-runs",
    title=mark("Reminders"),
    columns=(
        Column(mark("Day"), lambda row: formats().day(row.run.day), width=96),
        Column(mark("Letters"), lambda row: str(letters_of(row)), right=True, width=80),
        Column(mark("Skipped"), lambda row: str(row.of(LetterState.SKIPPED)), right=True, width=80),
        Column(mark("To pay"), claims_text, right=True, width=140),
        Column(
            mark("Status"),
            lambda row: _(RUN_STATES[row.run.state]),
            tone=lambda row: RUN_TONES[row.run.state],
            is_pill=True,
            width=110,
        ),
        Column(mark("By"), lambda row: row.run.made_by, is_roomy=True),
    ),
    source=Source(reminders.spine, reminders.rows, reminders.first),
    tables=frozenset({"reminder_run", "reminder"}),
    counted=lambda n: many("{n} run", "{n} runs", n),
    empty=Empty(
        "bell",
        mark("No reminders yet"),
        mark("A run tells who gets a reminder over what, and who gets none and why."),
        ("reminder.new",),
    ),
    filters=(
        Filter(RunState.PREPARED.value, mark("Not issued")),
        Filter(RunState.ISSUED.value, mark("Issued")),
    ),
    buttons=("reminder.new",),
    verbs=("reminder.open", "", "reminder.new"),
)


def level_of(letter: Reminder) -> str:
    """Return the level of a letter; of who gets none nothing."""
    return str(letter.level) if letter.level else ""


def _money(minor: int, letter: Reminder) -> str:
    return formats().amount(minor, letter.currency) if letter.level else ""


def total_text(letter: Reminder) -> str:
    """Return what a letter asks for."""
    return formats().money(letter.total_minor, letter.currency) if letter.level else ""


def told(letter: Reminder) -> str:
    """Return the number of a letter, why there is none, or what it leaves out and why."""
    if letter.why is not None:
        return problem_text(letter.why)
    named = [f"{one.number}: {problem_text(one.why)}" for one in letter.named if one.why]
    return " · ".join((letter.number, *named)) if letter.number else " · ".join(named)


LETTERS: tuple[Column[Reminder], ...] = (
    Column(mark("Customer"), lambda one: one.name, width=150),
    Column(mark("Level"), level_of, right=True, width=52),
    Column(
        mark("Interest"),
        lambda one: _money(one.interest_minor, one),
        right=True,
        width=64,
        is_spare=True,
    ),
    Column(
        mark("Fee"), lambda one: _money(one.fee_minor, one), right=True, width=56, is_spare=True
    ),
    Column(mark("Total"), total_text, right=True, width=96),
    Column(
        mark("Status"),
        lambda one: _(STATES[one.state]),
        tone=lambda one: TONES[one.state],
        is_pill=True,
        width=88,
    ),
    Column(mark("Number or reason"), told, width=110, is_spare=True),
)


def sent_text(sent: Sent) -> str:
    """Return how and to whom a letter left."""
    return _("sent to {to}", to=sent.sent_to)
