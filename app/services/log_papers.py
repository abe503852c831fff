"""Papers of the log: it is printed with the proof of its chain, and written out as a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.audit_log import Proof, describe
from app.documents.pdf.render import render
from app.domain.admin.log import EVERYTHING, LogEntry, LogWanted
from app.domain.shared.codec import plain
from app.domain.shared.refusals import Refusal
from app.lang.command_words import command_text
from app.lang.field_words import path_text
from app.lang.formats import Formats, formats_in
from app.lang.log_values import Values
from app.lang.record_words import record_text
from app.lang.texts import Say, mark, say_in
from app.services import anchors, log
from app.services.exports import Exported, Row, write_rows
from app.services.log_reading import LogReader
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.exports import hand_out
from app.storage.lists import slices

JSON = ".json"
MOST_PRINTED = 5000
"""More entries than this are no paper that somebody reads; they are exported."""
HEAD = (
    mark("Number"),
    mark("When"),
    mark("Who"),
    mark("What was done"),
    mark("Refused because"),
    mark("Reason"),
    mark("Record"),
    mark("Name"),
    mark("Field"),
    mark("Old value"),
    mark("New value"),
    mark("Proof"),
)


class TooMuchToPrint(Refusal):
    """More entries were asked for than are printed at once."""

    code = "log.too-much"


@query(Permission.AUDIT_READ)
def paper(desk: Desk, wanted: LogWanted = EVERYTHING, language: str = "") -> bytes:
    """Return entries as PDF, the oldest first, with the proof of the chain; raises TooMuchToPrint.

    Its foot bears the last entry of the chain at that moment.
    """
    company = desk.store.company.get()
    spoken = language or company.language
    seqs = log.spine(desk, wanted, spoken, is_rising=True)
    if len(seqs) > MOST_PRINTED:
        raise TooMuchToPrint(count=len(seqs), most=MOST_PRINTED)
    found = anchors.walk(desk)
    wrong = (*found.broken, *(one.seq for one in found.lost))
    formats = formats_in(spoken, company.country)
    shown = anchors.shown(desk.store.audit.newest())
    imprint = Imprint(company, say_in(spoken), formats, desk.today, shown)
    entries = LogReader(desk, spoken).entries(seqs)
    return render(describe(entries, wanted, Proof(found.rows, min(wrong, default=None)), imprint))


@query(Permission.OFFICE_EXPORT)
def table(
    desk: Desk,
    target: Path,
    wanted: LogWanted = EVERYTHING,
    language: str = "",
    *,
    replace: bool = False,
) -> Exported:
    """Write entries to a file, a line for each field that changed: XLSX or JSON if it ends so.

    Any other ending is CSV. Raises NotAllowed, AlreadyThere, CannotWrite, TooLong.
    """
    desk.who.role.require(Permission.AUDIT_READ, "log_papers.table")
    home = desk.store.company.get()
    spoken = language or home.language
    seqs = log.spine(desk, wanted, spoken, is_rising=True)
    entries = _entries(desk, seqs, spoken)
    exported = Exported(target, len(seqs))
    if target.suffix.casefold() == JSON:
        hand_out(_json(entries), target, replace=replace)
        return exported
    say = say_in(spoken)
    head = tuple(say(title) for title in HEAD)
    lines = _lines(entries, say, formats_in(spoken, home.country))
    return write_rows(home, chain((head,), lines), exported, replace=replace)


def _entries(desk: Desk, seqs: Sequence[int], language: str) -> Iterator[LogEntry]:
    done = 0
    for group in slices(seqs):
        desk.progress(done, len(seqs))
        yield from LogReader(desk, language).entries(group)
        done += len(group)


def _json(entries: Iterable[LogEntry]) -> Iterator[bytes]:
    """Yield a list of entries, one on a line."""
    before = "[\n"
    for entry in entries:
        yield (before + json.dumps(plain(entry), ensure_ascii=False)).encode()
        before = ",\n"
    yield b"\n]\n" if before != "[\n" else b"[]\n"


def _lines(entries: Iterable[LogEntry], say: Say, formats: Formats) -> Iterator[Row]:
    values = Values(say, formats)
    for entry in entries:
        moment = entry.at.astimezone().isoformat(sep=" ", timespec="seconds")
        refused = values.refusal(entry.refused) if entry.refused else ""
        what = command_text(entry.command, say)
        head = (str(entry.id), moment, entry.who, what, refused, entry.reason)
        for told in _changes(entry, say, values) or [("", "", "", "", "")]:
            yield (*head, *told, entry.proof)


def _changes(entry: LogEntry, say: Say, values: Values) -> list[tuple[str, ...]]:
    """Return record, name, field, before and after of everything that an entry changed."""
    told: list[tuple[str, ...]] = []
    for change in entry.changes:
        record = record_text(change.record, say)
        if not change.fields:
            private = say(mark("private")) if change.is_private else ""
            told.append((record, change.name, "", private, private))
        for one in change.fields:
            field = str(next((step for step in reversed(one.path) if isinstance(step, str)), ""))
            sides = (values.text(field, side, entry.names) for side in (one.before, one.after))
            told.append((record, change.name, path_text(one.path, say), *sides))
    return told
