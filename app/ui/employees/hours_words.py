"""The words of hours."""

from __future__ import annotations

from datetime import date

from app.domain.hours.due import DayDue
from app.domain.hours.hours import OvertimeKind, WeekState, WorkKind
from app.domain.hours.measuring import HOUR
from app.domain.hours.overtime import OvertimeRules
from app.domain.hours.row import EntryRow
from app.domain.hours.sheet import WeekSheet
from app.lang.texts import mark
from app.services import hours
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

NOTHING = mark("Nothing written")
STATES = {
    WeekState.OPEN: mark("Being written"),
    WeekState.SUBMITTED: mark("Handed in"),
    WeekState.APPROVED: mark("Approved"),
    WeekState.LOCKED: mark("Locked for payroll"),
}
TONES = {
    None: "muted",
    WeekState.OPEN: "muted",
    WeekState.SUBMITTED: "accent",
    WeekState.APPROVED: "good",
    WeekState.LOCKED: "good",
}
OVERTIME = {
    OvertimeKind.ADDITIONAL: mark("Additional hours"),
    OvertimeKind.DAILY: mark("Daily overtime"),
    OvertimeKind.WEEKLY: mark("Weekly overtime"),
    OvertimeKind.REST_DAY: mark("Work on a rest day"),
    OvertimeKind.HOLIDAY: mark("Work on a holiday or Sunday"),
}
KINDS = {
    WorkKind.WORK: mark("Work"),
    WorkKind.TRAVEL: mark("Travel"),
    WorkKind.ON_CALL: mark("On call"),
    WorkKind.TRAINING: mark("Training"),
}
WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)


def minutes_text(minutes: int) -> str:
    """Return minutes as hours and minutes: 8:15, below nothing −0:30."""
    sign = "−" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // HOUR}:{abs(minutes) % HOUR:02}"


def state_text(state: WeekState | None) -> str:
    """Return where a week stands."""
    return _(STATES[state]) if state is not None else _(NOTHING)


def day_name(day: date) -> str:
    """Return a day with its weekday."""
    return f"{_(WEEKDAYS[day.weekday()])} {formats().day(day)}"


def why_not_due(day: DayDue) -> str:
    """Return why nothing is due on a day, or less than usual."""
    if day.is_holiday:
        return _("Holiday")
    return _("Leave") if day.away else ""


def sums_text(sheet: WeekSheet) -> str:
    """Return what a week comes to."""
    return _(
        "Worked {worked} of {due}: {difference}",
        worked=minutes_text(sheet.worked),
        due=minutes_text(sheet.due),
        difference=minutes_text(sheet.worked - sheet.due),
    )


def overtime_lines(sheet: WeekSheet) -> str:
    """Return the overtime of a week and by which rule, a line for each kind."""
    lines = [
        _(
            "{kind}, paid at {percent} %: {hours}",
            kind=_(OVERTIME[one.kind]),
            percent=one.percent,
            hours=minutes_text(one.minutes),
        )
        for one in sheet.overtime
    ]
    if lines:
        lines.append(_("Overtime by {rules}.", rules=sheet.rules.name))
    return "\n".join(lines)


def unchecked_text(rules: OvertimeRules) -> str:
    """Return that nobody held rules of overtime against their source; empty where somebody did."""
    if rules.checked_on is not None or not rules.source:
        return ""
    return _(
        "Nobody has compared the overtime rules “{rules}” with their source: {source}",
        rules=rules.name,
        source=rules.source,
    )


def _counted(count: int) -> str:
    return many("{n} entry of hours", "{n} entries of hours", count)


def _clock(row: EntryRow) -> str:
    """Return from when to when somebody worked, by the clock of the office."""
    ended = f"{row.ended_at:%H:%M}" if row.ended_at is not None else "…"
    return f"{row.began_at:%H:%M}–{ended}"


COLUMNS: tuple[Column[EntryRow], ...] = (
    Column(mark("Day"), lambda row: formats().day(row.day), sort="began_at", width=110),
    Column(mark("Name"), lambda row: row.name, sort="name", width=170, is_roomy=True),
    Column(mark("Clock"), _clock, width=110),
    Column(mark("Pause"), lambda row: minutes_text(row.pause) if row.pause else "", width=80),
    Column(mark("Worked"), lambda row: minutes_text(row.minutes), right=True, width=90),
    Column(mark("Kind"), lambda row: _(KINDS[row.kind]), width=100),
    Column(mark("Note"), lambda row: row.note, width=160),
    Column(mark("Customer"), lambda row: row.customer, width=140, is_hidden=True),
    Column(
        mark("Week"),
        lambda row: state_text(row.state),
        tone=lambda row: TONES[row.state],
        is_pill=True,
        width=150,
    ),
)

ENTRIES: Listing[EntryRow] = Listing(
    name="entries",
    title=mark("Hour entries"),
    columns=COLUMNS,
    source=Source(hours.spine, hours.rows, hours.first),
    tables=frozenset({"time_entry", "time_week"}),
    counted=_counted,
    empty=Empty(
        "clock",
        mark("No hours yet"),
        mark("Hours are written in the week of a person, or clocked in and out."),
        ("employees.hours",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in KINDS.items()),
    buttons=("hours.print-month",),
    verbs=("entry.open-week", "hours.print-month", "", "list.copy"),
    sort="began_at",
    is_descending=True,
)
