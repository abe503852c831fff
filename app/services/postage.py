"""The postage book: what left the house in a month, how, and what it cost."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.dispatch import CHANNELS
from app.documents.pdf.render import render
from app.documents.postage import describe
from app.domain.correspondence.postage import PostageBook, PostageLine, totals_of
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.LETTERS_READ)
def book(desk: Desk, month: date) -> PostageBook:
    """Return the dispatches of the month that a day lies in, with the totals of each way."""
    first = month.replace(day=1)
    last = month.replace(day=monthrange(month.year, month.month)[1])
    found = desk.store.dispatches.between(
        datetime.combine(first, time.min, UTC), datetime.combine(last, time.max, UTC)
    )
    ids = tuple(sorted({one.letter_id for one in found}))
    letters = {row.id: row for row in desk.store.letters_out.rows(ids)}
    lines = tuple(
        PostageLine(one, letters[one.letter_id].number, letters[one.letter_id].subject)
        for one in found
    )
    totals = totals_of(lines, desk.store.company.get().currency)
    return PostageBook(first, last, lines, totals)


@query(Permission.LETTERS_READ)
def printed(desk: Desk, month: date, language: str = "") -> bytes:
    """Return the postage book of a month as PDF, in the company's language if none is named."""
    company = desk.store.company.get()
    spoken = language or company.language
    say, formats = say_in(spoken), formats_in(spoken, company.country)
    return render(describe(book(desk, month), Imprint(company, say, formats, desk.today)))


@query(Permission.OFFICE_EXPORT)
def export(
    desk: Desk, month: date, target: Path, language: str = "", *, replace: bool = False
) -> Exported:
    """Write the postage book of a month to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite.
    """
    company = desk.store.company.get()
    found = book(desk, month)
    rows = _rows(found, say_in(language or company.language))
    return write_rows(company, rows, Exported(target, len(found.lines)), replace=replace)


def _rows(found: PostageBook, say: Say) -> Iterator[Row]:
    yield (
        say("Date"),
        say("Letter"),
        say("Subject"),
        say("Sent to"),
        say("Channel"),
        say("Tracking number"),
        say("Postage"),
        say("Currency"),
        say("Sent by"),
    )
    for line in found.lines:
        one = line.dispatch
        yield (
            one.at.astimezone(UTC).date().isoformat(),
            line.number,
            line.subject,
            one.to,
            say(CHANNELS[one.channel]),
            one.tracking,
            one.postage.amount if one.postage else None,
            one.postage.currency if one.postage else "",
            one.who,
        )
