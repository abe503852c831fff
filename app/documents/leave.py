"""Leave on paper: the proof of a balance, row by row, and the calendar of who is away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.documents.accounting import Imprint, report, right
from app.documents.model import Column, Document, Grid, Heading, Paragraph, Row, RowKind
from app.domain.leave.leave import EntryKind
from app.domain.leave.proof import Proof, ProofLine
from app.domain.leave.row import AwayCalendar, AwayRow, AwaySpan
from app.lang.formats import Formats
from app.lang.leave_rules import MOVES, period_name, rule
from app.lang.texts import Say


def describe_proof(proof: Proof, imprint: Imprint) -> Document:
    """Return why a person has so many days of leave on a day: every row with its rule."""
    say, formats = imprint.say, imprint.formats
    columns = (
        Column(say("Day")),
        Column(say("What")),
        Column(say("Why"), weight=1),
        *right(say("Days"), say("Left")),
    )
    rows = (
        *(_proof_row(one, imprint) for one in proof.lines),
        Row(("", "", say("Left"), "", formats.decimal(proof.left)), RowKind.SUM),
    )
    facts = {
        say("Person"): f"{proof.name} ({proof.number})",
        say("First day of work"): formats.day(proof.starts_on),
        say("Type of leave"): proof.kind.name_in(say.language),
        say("As of"): formats.day(proof.day),
        say("Days left"): formats.decimal(proof.left),
    }
    listed = Grid(columns, rows) if proof.lines else Paragraph(say("The ledger is empty."))
    parts = (listed, *_notes(proof, say))
    return report(imprint, say("Proof of leave"), facts, parts)


def _proof_row(line: ProofLine, imprint: Imprint) -> Row:
    entry, formats = line.entry, imprint.formats
    what = imprint.say(MOVES[entry.kind.value])
    why = rule(line, imprint.say, formats)
    if entry.kind is EntryKind.ACCRUED:
        why = f"{period_name(entry.period, formats)}: {why}"
    return Row(
        (
            formats.day(entry.day),
            f"{what} *" if line.is_due else what,
            why,
            signed(entry.days, formats),
            formats.decimal(line.left),
        )
    )


def _notes(proof: Proof, say: Say) -> Iterator[Paragraph]:
    if any(one.is_due for one in proof.lines):
        yield Paragraph(say("* reckoned; not written into the ledger yet"))
    if proof.source:
        yield Paragraph(say("Rule of the type: {source}", source=proof.source))


def signed(days: Decimal, formats: Formats) -> str:
    """Return days with their sign: what is added has a plus."""
    written = formats.decimal(days)
    return f"+{written}" if days > 0 else written


def describe_calendar(calendar: AwayCalendar, imprint: Imprint) -> Document:
    """Return who is away in a span of days: by the person, and how many on the worst days."""
    say, formats = imprint.say, imprint.formats
    span = f"{formats.day(calendar.span.first)} – {formats.day(calendar.span.last)}"
    columns = (
        Column(say("Person")),
        Column(say("Department")),
        Column(say("Away"), weight=1),
        *right(say("Days at work missed")),
    )
    rows = tuple(_away_row(one, calendar, imprint) for one in calendar.rows if one.spans)
    facts = {
        say("Period"): span,
        say("People"): str(len(calendar.rows)),
        say("Away"): str(len(rows)),
    }
    listed = Grid(columns, rows) if rows else Paragraph(say("Nobody is away."))
    return report(imprint, say("Calendar of absences"), facts, (listed, *_weeks(calendar, imprint)))


def _away_row(row: AwayRow, calendar: AwayCalendar, imprint: Imprint) -> Row:
    told = "; ".join(away_text(one, imprint.say, imprint.formats) for one in row.spans)
    missed = sum((_part(row, day) for day in calendar.span.days()), Decimal(0))
    return Row((row.name, row.department, told, imprint.formats.decimal(missed)))


def _part(row: AwayRow, day: date) -> Decimal:
    if day in row.rests:
        return Decimal(0)
    there = [one for one in row.spans if one.span.first <= day <= one.span.last]
    if not there:
        return Decimal(0)
    return Decimal("0.5") if all(one.is_half for one in there) else Decimal(1)


def away_text(away: AwaySpan, say: Say, formats: Formats) -> str:
    """Return an absence in words; of health no more than that the person is away: papers hang."""
    first, last = formats.day(away.span.first), formats.day(away.span.last)
    days = first if first == last else f"{first} – {last}"
    is_told = away.kind is not None and not away.kind.is_health
    notes = [away.kind.name_in(say.language) if away.kind and is_told else say("away")]
    if away.is_half:
        notes.append(say("half a day"))
    if away.is_asked:
        notes.append(say("asked for"))
    return f"{days} ({', '.join(notes)})"


def _weeks(calendar: AwayCalendar, imprint: Imprint) -> Iterator[Heading | Grid]:
    """Yield how many are away on each day on which somebody is, with their names."""
    say, formats = imprint.say, imprint.formats
    rows = []
    for day in calendar.span.days():
        names = [one.name for one in calendar.rows if _part(one, day)]
        if names:
            rows.append(Row((formats.long_day(day), str(len(names)), ", ".join(names))))
    if rows:
        yield Heading(say("Day by day"))
        columns = (
            Column(say("Day")),
            *right(say("Away")),
            Column(say("Who"), weight=1),
        )
        yield Grid(columns, tuple(rows))
