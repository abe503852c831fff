"""Sheets of time on paper: when work began and ended on each day of a week or a month.

That is the measured time of each day which an employer has to show (Court of Justice of the
European Union, C-55/18).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo

from app.documents.accounting import Imprint, period, report, right
from app.documents.model import Column, Document, Grid, Heading, Paragraph, Row, RowKind
from app.domain.hours.hours import Overtime, OvertimeKind, WeekState
from app.domain.hours.measuring import HOUR
from app.domain.hours.sheet import SheetDay, WeekSheet, added
from app.lang.texts import Say, mark

OVERTIME_NAMES = {
    OvertimeKind.ADDITIONAL: mark("Additional hours"),
    OvertimeKind.DAILY: mark("Daily overtime"),
    OvertimeKind.WEEKLY: mark("Weekly overtime"),
    OvertimeKind.REST_DAY: mark("Work on a rest day"),
    OvertimeKind.HOLIDAY: mark("Work on a holiday or Sunday"),
}
WEEK_STATES = {
    WeekState.OPEN: mark("Being written"),
    WeekState.SUBMITTED: mark("Handed in"),
    WeekState.APPROVED: mark("Approved"),
    WeekState.LOCKED: mark("Locked for payroll"),
}


def hours_text(minutes: int) -> str:
    """Return minutes as hours and minutes: 8:15, below nothing −0:30."""
    sign = "−" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // HOUR}:{abs(minutes) % HOUR:02}"


def overtime_text(one: Overtime, say: Say) -> str:
    """Return what kind of overtime it is, and at how much it is paid."""
    return say(
        "{kind}, paid at {percent} %", kind=say(OVERTIME_NAMES[one.kind]), percent=one.percent
    )


def describe_week(sheet: WeekSheet, imprint: Imprint, zone: tzinfo) -> Document:
    """Return a week on paper, with who handed it in and who approved it."""
    say = imprint.say
    blocks: list[Grid | Paragraph | Heading] = [_days(sheet.days, imprint, zone)]
    blocks += _overtime(sheet.overtime, imprint)
    if sheet.overtime:
        blocks.append(Paragraph(say("Overtime by {rules}.", rules=sheet.rules.name)))
    return report(imprint, say("Hours of a week"), _facts((sheet,), imprint), tuple(blocks))


def describe_month(
    sheets: Sequence[WeekSheet], first: date, last: date, imprint: Imprint, zone: tzinfo
) -> Document:
    """Return a month on paper; overtime is that of the weeks which end in it."""
    say = imprint.say
    days = [day for sheet in sheets for day in sheet.days if first <= day.day <= last]
    ending = [sheet for sheet in sheets if first <= sheet.days[-1].day <= last]
    overtime = added(one for sheet in ending for one in sheet.overtime)
    facts = _facts(sheets, imprint) | {say("Period"): period(first, last, imprint.formats)}
    blocks = (_days(days, imprint, zone), *_overtime(overtime, imprint))
    return report(imprint, say("Hours of a month"), facts, blocks)


def _facts(sheets: Sequence[WeekSheet], imprint: Imprint) -> dict[str, str]:
    say, formats = imprint.say, imprint.formats
    weeks = [one.week for one in sheets if one.week is not None]
    states = dict.fromkeys(say(WEEK_STATES[one.state]) for one in weeks)
    approved = dict.fromkeys(one.decided_by for one in weeks if one.state is not WeekState.OPEN)
    days = [day.day for one in sheets for day in one.days]
    return {
        say("Name"): sheets[0].name,
        say("Period"): period(days[0], days[-1], formats),
        say("Status"): ", ".join(states),
        say("Approved by"): ", ".join(filter(None, approved)),
    }


def _days(days: Sequence[SheetDay], imprint: Imprint, zone: tzinfo) -> Grid:
    say = imprint.say
    titles = (say("Begins"), say("Ends"), say("Pause"), say("Worked"), say("Hours due"))
    columns = (Column(say("Day")), *right(*titles), Column(say("Note"), weight=1))
    worked, due = sum(day.worked for day in days), sum(day.due.due for day in days)
    total = (say("Total"), "", "", "", hours_text(worked), hours_text(due), "")
    difference = hours_text(worked - due)
    last = (say("Difference"), "", "", "", difference, "", "")
    rows = [row for day in days for row in _rows(day, imprint, zone)]
    return Grid(columns, (*rows, Row(total, RowKind.SUM), Row(last, RowKind.SUM)))


def _rows(day: SheetDay, imprint: Imprint, zone: tzinfo) -> Iterator[Row]:
    """Yield a row for each time that somebody worked on a day, or one that says why nobody did."""
    say = imprint.say
    name, due = imprint.formats.day(day.day), hours_text(day.due.due) if day.due.due else ""
    if not day.entries:
        yield Row((name, "", "", "", "", due, _why(day, say)))
    for place, one in enumerate(day.entries):
        is_first = place == 0
        yield Row(
            (
                name if is_first else "",
                _clock(one.began_at, zone),
                _clock(one.ended_at, zone),
                hours_text(one.pause) if one.pause else "",
                hours_text(one.minutes),
                due if is_first else "",
                one.note or (_why(day, say) if is_first else ""),
            )
        )


def _why(day: SheetDay, say: Say) -> str:
    if day.due.is_holiday:
        return say("Holiday")
    return say("Leave") if day.due.away else ""


def _clock(moment: datetime | None, zone: tzinfo) -> str:
    return "…" if moment is None else f"{moment.astimezone(zone):%H:%M}"


def _overtime(overtime: Sequence[Overtime], imprint: Imprint) -> list[Grid | Paragraph | Heading]:
    if not overtime:
        return []
    say = imprint.say
    columns = (Column(say("Overtime"), weight=1), *right(say("Hours")))
    rows = tuple(Row((overtime_text(one, say), hours_text(one.minutes))) for one in overtime)
    return [Heading(say("Overtime")), Grid(columns, rows)]
