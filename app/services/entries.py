"""Entries by hand: written, posted, reversed, and begun anew as a copy; none is ever changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.accounting.chart import Account
from app.domain.accounting.entries import AccountClosed, NewEntry
from app.domain.accounting.findable import findable_entry
from app.domain.accounting.journal import Entry
from app.domain.accounting.periods import PeriodClosed, fiscal_year_for
from app.domain.accounting.reversal import Reversing, reversal_source, reversed_by
from app.domain.accounting.writing import EntryForm, check_entry, copy_of
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import EntryId, new_id
from app.domain.shared.numbering import SeriesClosed
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Invalid, NotFound
from app.domain.shared.vat import VatCode
from app.lang.texts import say_in
from app.services import drafts
from app.services.country import Country
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.permissions import Permission, command, query

FORM = "entry-form"

DAY_CLOSED = Rule("accounting.entry-day-closed", "day")


@dataclass(frozen=True, slots=True)
class Opened:
    """What the form of an entry begins with; ``draft`` is what was typed and not posted."""

    form: EntryForm
    accounts: tuple[Account, ...]
    vat: tuple[VatCode, ...]
    language: str
    draft: FormDraft | None


@query(Permission.ACCOUNTING_READ)
def opened(
    desk: Desk,
    original: EntryId | None = None,
    draft_id: int | None = None,
    held: frozenset[int] = frozenset(),
) -> Opened:
    """Return an empty entry of today, or a copy of another one; raises NotFound.

    What was typed and left comes with it: that of an id, or the newest that no form holds.
    """
    here = Country(desk)
    company = here.company
    draft = None
    if draft_id is not None:
        draft = desk.store.drafts.kept(FORM, draft_id, desk.who.name)
        if draft is None:
            raise NotFound(record="entry", id=draft_id)
    elif original is None:
        draft = drafts.waiting(desk, FORM, held)
    form = EntryForm(desk.today, "", (), company.currency)
    if original is not None:
        form = copy_of(desk.store.ledger.entry(original), desk.today)
    return Opened(
        form,
        desk.store.ledger.accounts(),
        here.pack.vat,
        company.language,
        draft,
    )


@query(Permission.ACCOUNTING_READ)
def check(desk: Desk, content: EntryForm) -> tuple[Problem, ...]:
    """Return what is wrong with an entry as it is written."""
    accounts = {one.id: one for one in desk.store.ledger.accounts()}
    codes = Country(desk).tags
    found = check_entry(content, accounts, codes)
    day = content.booked_on
    if day is not None and not _is_open(desk, day):
        return (DAY_CLOSED.at("booked_on", day=day.isoformat()), *found)
    return found


@command(Permission.ACCOUNTING_POST)
def post(desk: Desk, content: EntryForm, draft_id: int | None = None) -> Entry:
    """Post an entry as it was written and forget its draft; raises Invalid."""
    problems = check(desk, content)
    if problems or content.booked_on is None:
        raise Invalid(problems)
    posted = book(desk, content.as_new(content.booked_on))
    if draft_id is not None:
        desk.store.drafts.drop(FORM, draft_id, desk.who.name)
    return posted


@command(Permission.ACCOUNTING_POST)
def book(desk: Desk, content: NewEntry) -> Entry:
    """Post an entry by hand; raises Unbalanced, AccountClosed, PeriodClosed."""
    draft = content.as_entry(EntryId(new_id()), "")
    for side in draft.postings:
        found = desk.store.ledger.account(side.account_id)
        if found.is_closed:
            raise AccountClosed(number=found.number, name=found.name_in("en"))
    posted = replace(draft, number=_number(desk, draft.booked_on))
    desk.store.ledger.post(posted)
    desk.store.search.put(findable_entry(posted))
    return posted


@command(Permission.ACCOUNTING_POST)
def reverse(desk: Desk, entry_id: EntryId, booked_on: date | None = None) -> Entry:
    """Post the opposite of an entry, today if no day is named; both stay, each names the other.

    Raises NotReversible for an entry that a voucher made or that is a reversal itself,
    AlreadyReversed, PeriodClosed.
    """
    before = desk.store.ledger.entry(entry_id)
    day = booked_on or desk.today
    number = _number(desk, day)
    earlier = desk.store.ledger.entries_of(reversal_source(before.id))
    say = say_in(desk.store.company.get().language)
    text = say("Reversal of {number}: {text}", number=before.number, text=before.text)
    posted = reversed_by(before, earlier, Reversing(EntryId(new_id()), number, day, text))
    desk.store.ledger.post(posted)
    desk.store.search.put(findable_entry(posted))
    return posted


@query(Permission.ACCOUNTING_READ)
def reversal_of(desk: Desk, entry_id: EntryId) -> Entry | None:
    """Return the entry that reverses another one, or none."""
    return next(iter(desk.store.ledger.entries_of(reversal_source(entry_id))), None)


def _number(desk: Desk, day: date) -> str:
    if not _is_open(desk, day):
        raise PeriodClosed(day=day)
    try:
        return Numbering(desk, desk.store.company.get()).take("journal", day)
    except SeriesClosed:
        raise PeriodClosed(day=day) from None


def _is_open(desk: Desk, day: date) -> bool:
    """Say whether a day lies in a year that was opened, or in this one or the next."""
    starts = desk.store.company.get().year_starts
    year, now = fiscal_year_for(day, starts), fiscal_year_for(desk.today, starts)
    if now.first <= year.first and year.first.year <= now.first.year + 1:
        return True
    return any(one.kind == "journal" and one.year == year.name for one in desk.store.numbers.rows())
