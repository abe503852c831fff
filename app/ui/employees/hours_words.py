"""The words of hours."""

from __future__ import annotations

from datetime import date

from app.domain.hours.due import DayDue
from app.domain.hours.hours import OvertimeKind, WeekState
from app.domain.hours.measuring import HOUR
from app.domain.hours.sheet import WeekSheet
from app.lang.texts import mark
from app.ui.kit.texts import _, formats

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
_WEEKDAYS = (
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
    return f"{_(_WEEKDAYS[day.weekday()])} {formats().day(day)}"


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
