"""The books on paper: trial balance, ledger of an account, journal.

Figures stand in the column of their side, nothing stands where there is nothing, and the sums of
the columns go over the edge of a page with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from app.documents import letterhead
from app.documents.model import (
    Align,
    Carried,
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Layout,
    Letterhead,
    Paragraph,
    Row,
    RowKind,
)
from app.domain.accounting.chart import Account
from app.domain.accounting.journal import Entry, Ledger, TrialBalance
from app.domain.admin.company import Company
from app.domain.shared.ids import AccountId
from app.lang.formats import Formats
from app.lang.texts import Say

Sums = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose books are printed, for a reader of which language, and on which day.

    ``anchor`` is the last row of the record of changes at that moment: its number and the start
    of its hash. On paper it proves later that nothing up to it was altered.
    """

    company: Company
    say: Say
    formats: Formats
    printed_on: date
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row in words and minor units: a None stays empty, ``sums`` is what is added up to it."""

    words: tuple[str, ...]
    figures: tuple[int | None, ...]
    sums: Sums
    kind: RowKind = RowKind.ENTRY


def describe_trial_balance(balance: TrialBalance, imprint: Imprint) -> Document:
    """Return the trial balance: every account that moved, and what both sides add up to."""
    say, is_split = imprint.say, balance.since is not None
    figures = [
        (row.opening_minor, row.debit_minor, row.credit_minor, row.balance_minor)[not is_split :]
        for row in balance.rows
    ]
    sums = _added((0,) * (3 + is_split), figures)
    lines = [
        Line((row.number, row.name), (*(one or None for one in moved), last), added)
        for row, (*moved, last), added in zip(balance.rows, figures, sums[1:], strict=True)
    ]
    lines.append(Line(("", say("Total")), sums[-1], sums[-1], RowKind.SUM))
    opening = (say("Opening balance"),) if is_split else ()
    columns = (
        Column(say("Account")),
        Column(say("Name"), weight=1),
        *right(*opening, say("Debit"), say("Credit"), say("Balance")),
    )
    days = {say("Up to"): imprint.formats.day(balance.to)}
    if balance.since is not None:
        days = {say("Period"): period(balance.since, balance.to, imprint.formats)}
    facts = {**days, say("Currency"): balance.currency}
    grid = figures_grid(columns, lines, balance.currency, imprint)
    return report(imprint, say("Trial balance"), facts, (grid,))


def describe_ledger(
    ledger: Ledger, account: Account, first: date, last: date, imprint: Imprint
) -> Document:
    """Return the postings of an account in some days, and what it stood at after each."""
    say = imprint.say
    columns = (
        Column(say("Date")),
        Column(say("Entry")),
        Column(say("Description"), weight=1),
        *right(say("Debit"), say("Credit"), say("Balance")),
    )
    grid = figures_grid(columns, _ledger_lines(ledger, imprint), ledger.currency, imprint)
    facts = {
        say("Account"): f"{account.number} {account.name_in(say.language)}",
        say("Period"): period(first, last, imprint.formats),
        say("Currency"): ledger.currency,
    }
    return report(imprint, say("Ledger of an account"), facts, (grid,))


def describe_journal(
    entries: Sequence[Entry],
    accounts: Mapping[AccountId, Account],
    first: date,
    last: date,
    imprint: Imprint,
) -> Document:
    """Return the entries of some days with their postings, in a table for each currency."""
    say = imprint.say
    currencies = sorted({_currency(entry) for entry in entries})
    columns = (
        Column(say("Account")),
        Column(say("Name"), weight=1),
        Column(say("Description"), weight=1),
        *right(say("Debit"), say("Credit")),
    )
    grids = []
    for currency in currencies:
        kept = [entry for entry in entries if _currency(entry) == currency]
        lines = list(_journal_lines(kept, accounts, imprint))
        grids.append(figures_grid(columns, lines, currency, imprint))
    facts = {
        say("Period"): period(first, last, imprint.formats),
        say("Entries"): imprint.formats.decimal(Decimal(len(entries))),
        say("Currency"): ", ".join(currencies),
    }
    empty = Paragraph(say("Nothing was posted in these days."))
    return report(imprint, say("Journal"), facts, tuple(grids) or (empty,))


def _ledger_lines(ledger: Ledger, imprint: Imprint) -> list[Line]:
    """Return what the account stood at before, its postings, and what it stands at after them."""
    say, opening, closing = imprint.say, ledger.opening_minor, ledger.closing_minor
    sums = _added((0, 0), [_sides(row.amount_minor) for row in ledger.rows])
    postings = [
        Line(
            (imprint.formats.day(row.booked_on), row.number, row.text),
            (*_written(row.amount_minor), row.balance_minor),
            (*added, row.balance_minor),
        )
        for row, added in zip(ledger.rows, sums[1:], strict=True)
    ]
    before = Line(("", "", say("Opening balance")), (None, None, opening), (0, 0, opening))
    after = (*sums[-1], closing)
    end = Line(("", "", say("Closing balance")), after, after, RowKind.SUM)
    return [before, *postings, end]


def _journal_lines(
    entries: Iterable[Entry], accounts: Mapping[AccountId, Account], imprint: Imprint
) -> Iterator[Line]:
    """Yield every entry as a heading with its postings under it, and the sums of all."""
    say, formats, sums = imprint.say, imprint.formats, (0, 0)
    for entry in entries:
        said = (formats.day(entry.booked_on), entry.number, entry.text)
        heading = " · ".join(part for part in said if part)
        yield Line((heading, "", ""), (None, None), sums, RowKind.HEADING)
        for side in entry.postings:
            debit, credit = _sides(side.amount.minor)
            sums = (sums[0] + debit, sums[1] + credit)
            account = accounts[side.account_id]
            words = (account.number, account.name_in(say.language), side.text)
            yield Line(words, _written(side.amount.minor), sums)
    yield Line(("", say("Total"), ""), sums, sums, RowKind.SUM)


def figures_grid(
    columns: tuple[Column, ...], lines: Sequence[Line], currency: str, imprint: Imprint
) -> Grid:
    """Return lines as a table; the columns of figures are its last ones."""
    say = imprint.say

    def written(minor: int | None) -> str:
        return "" if minor is None else imprint.formats.amount(minor, currency)

    rows = tuple(
        Row((*line.words, *map(written, line.figures)), line.kind, tuple(map(written, line.sums)))
        for line in lines
    )
    count = len(columns)
    summed = tuple(range(count - len(lines[-1].sums), count))
    return Grid(columns, rows, Carried(summed, say("Carried forward"), say("Brought forward")))


def report(
    imprint: Imprint,
    title: str,
    facts: dict[str, str],
    blocks: tuple[Grid | Paragraph | Heading, ...],
) -> Document:
    """Return a report under the company's name; it says the day on which it was printed."""
    company, say = imprint.company, imprint.say
    printed = {say("Printed"): imprint.formats.day(imprint.printed_on)}
    name = " ".join((title, next(iter(facts.values()))))
    known = say("Record of changes: {anchor}", anchor=imprint.anchor) if imprint.anchor else ""
    return Document(
        language=say.language,
        title=title,
        name=name,
        letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
        layout=Layout.REPORT,
        paper=letterhead.paper_of(company.country),
        facts=tuple(Fact(label, text) for label, text in (facts | printed).items() if text),
        blocks=blocks,
        page_of=say("Page {page} of {pages}"),
        footer=((known,),) if known else (),
    )


def right(*titles: str) -> tuple[Column, ...]:
    """Return columns of figures."""
    return tuple(Column(title, Align.RIGHT) for title in titles)


def period(first: date, last: date, formats: Formats) -> str:
    """Return some days as they are written."""
    return f"{formats.day(first)} – {formats.day(last)}"


def _currency(entry: Entry) -> str:
    return entry.postings[0].amount.currency


def _sides(minor: int) -> tuple[int, int]:
    """Return a posting as debit and credit."""
    return (minor, 0) if minor > 0 else (0, -minor)


def _written(minor: int) -> tuple[int | None, int | None]:
    """Return a posting as it is written: the other side stays empty."""
    debit, credit = _sides(minor)
    return debit or None, credit or None


def _added(start: Sums, figures: Iterable[Sums]) -> list[Sums]:
    """Return what columns have added up to before the first row and after every row."""
    return list(accumulate(figures, _plus, initial=start))


def _plus(sums: Sums, figures: Sums) -> Sums:
    return tuple(a + b for a, b in zip(sums, figures, strict=True))
