"""The log on paper: who did what and when, from old to new, and the proof that it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import category

from app.documents.accounting import Imprint, report
from app.documents.model import Column, Document, Grid, Paragraph, Row, RowKind, Tone
from app.domain.admin.log import LogEntry, LogWanted, RecordChange
from app.lang.command_words import area_text, command_text
from app.lang.field_words import BETWEEN, path_text
from app.lang.log_values import Values
from app.lang.record_words import record_text
from app.lang.texts import Say, mark

LONGEST = 300
"""So many letters of a value are printed; the whole of it stands in the log."""
LED = 60
"""So many letters that stayed are printed before what changed in a long value."""
CUT = "…"


@dataclass(frozen=True, slots=True)
class Proof:
    """What walking the chain found: how many entries it has, and the first that is wrong."""

    rows: int
    first_wrong: int | None = None


def describe(
    entries: Sequence[LogEntry], wanted: LogWanted, proof: Proof, imprint: Imprint
) -> Document:
    """Return the entries that were looked for, the oldest first, under what was looked for."""
    say, printer = imprint.say, _Printer(imprint)
    columns = (
        Column(say("Field"), weight=2),
        Column(say("Old value"), weight=3),
        Column(say("New value"), weight=3),
    )
    rows = tuple(row for entry in entries for row in printer.rows(entry))
    grid = Grid(columns, rows) if rows else Paragraph(say("Nothing was done in these days."))
    facts = {
        say("Period"): _period(wanted, imprint),
        **_narrowed(wanted, entries, say),
        say("Entries of the log"): imprint.formats.decimal(Decimal(len(entries))),
    }
    return report(imprint, say("Log"), facts, (_proof(proof, imprint), grid))


def _period(wanted: LogWanted, imprint: Imprint) -> str:
    day = imprint.formats.day
    first, last = wanted.since, wanted.until
    if first is None and last is None:
        return imprint.say("from the beginning until now")
    return f"{day(first) if first else '…'} – {day(last) if last else '…'}"


def _narrowed(wanted: LogWanted, entries: Sequence[LogEntry], say: Say) -> dict[str, str]:
    """Return what the log was narrowed to besides its days."""
    told = {
        mark("Who"): wanted.who,
        mark("Area"): area_text(wanted.area, say) if wanted.area else "",
        mark("Command"): command_text(wanted.command, say) if wanted.command else "",
        mark("Record"): _record(wanted.record, entries, say),
        mark("Words"): wanted.words,
        mark("Only"): say("refused") if wanted.is_refused else "",
    }
    return {say(label): text for label, text in told.items() if text}


def _record(record: str, entries: Sequence[LogEntry], say: Say) -> str:
    """Return a record by its name, and by its number where the entries name it nowhere."""
    if not record:
        return ""
    changes = (change for entry in entries for change in entry.changes)
    named = (one.name for one in changes if one.record == record and one.name)
    name = next(named, "") or record.partition(":")[2]
    return " ".join(part for part in (record_text(record, say), name) if part)


def _proof(proof: Proof, imprint: Imprint) -> Paragraph:
    say = imprint.say
    if proof.first_wrong is not None:
        text = say(
            "Entry {row} of the log is not as it was written, or one before it is missing.",
            row=proof.first_wrong,
        )
        return Paragraph(text, Tone.STRONG)
    count = imprint.formats.decimal(Decimal(proof.rows))
    return Paragraph(say("The log was verified: its {count} entries are unbroken.", count=count))


class _Printer:
    """Writes entries as rows of one grid: a heading for each, and below it what changed."""

    def __init__(self, imprint: Imprint) -> None:
        self._say = imprint.say
        self._formats = imprint.formats
        self._values = Values(imprint.say, imprint.formats)

    def rows(self, entry: LogEntry) -> Iterator[Row]:
        moment = self._formats.instant(entry.at.astimezone())
        what = command_text(entry.command, self._say)
        told = (str(entry.id), moment, entry.who, what, entry.proof)
        yield _across(BETWEEN.join(part for part in told if part), RowKind.HEADING)
        if entry.refused:
            why = self._values.refusal(entry.refused)
            yield _across(self._say("Refused: {why}", why=why))
        if entry.reason:
            yield _across(self._say("Reason: {reason}", reason=_cut(entry.reason)))
        if entry.is_private and not entry.changes:
            yield _across(self._say("What was written is private."))
        for change in entry.changes:
            yield from self._change(entry, change)
        if entry.more:
            yield _across(self._say.many("{n} more record", "{n} more records", entry.more))

    def _change(self, entry: LogEntry, change: RecordChange) -> Iterator[Row]:
        record = record_text(change.record, self._say)
        named = " ".join(part for part in (record, change.name) if part)
        yield _across(_cut(named), RowKind.HEADING)
        if change.is_private:
            yield _across(self._say("What was written is private."))
        for one in change.fields:
            field = str(next((step for step in reversed(one.path) if isinstance(step, str)), ""))
            before, after = (
                self._values.text(field, side, entry.names) for side in (one.before, one.after)
            )
            label = path_text(one.path, self._say) or self._say("Value")
            yield Row((label, *_differing(before, after)))
        if change.more:
            yield _across(self._say.many("{n} more field", "{n} more fields", change.more))


def _across(text: str, kind: RowKind = RowKind.NOTE) -> Row:
    return Row((text, "", ""), kind)


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return both sides short enough to be printed, from a little before they differ."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    sides = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in sides if one != other), min(len(before), len(after)))
    first = same - LED if same > LONGEST - LED else 0
    while first and category(before[first : first + 1] or "a").startswith("M"):
        first -= 1
    led = CUT if first else ""
    return led + _cut(before[first:]), led + _cut(after[first:])


def _cut(text: str) -> str:
    """Return a text with its first letters, and a sign where more of it is not printed."""
    if len(text) <= LONGEST:
        return text
    end = LONGEST
    while end > 1 and category(text[end]).startswith("M"):
        end -= 1
    return text[:end].rstrip() + CUT
