"""The chart of accounts: accounts are found, added, changed, closed, and removed while unused."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.accounting.chart import Account, Chart, ReportLine, check_account
from app.domain.accounting.entries import AccountForm, AccountNeeded, AccountPosted, form_of
from app.domain.accounting.findable import ACCOUNT, findable_account
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import AccountId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.shared.vat import VatCode
from app.services import drafts
from app.services.country import Country
from app.services.office import Desk
from app.services.permissions import Permission, command, query

FORM = "account-form"


@dataclass(frozen=True, slots=True)
class Opened:
    """An account as it is edited, or what a new one begins with.

    ``has_postings`` says that its kind is settled; ``vat`` and ``reports`` are what it may be
    given; ``draft`` is what was typed and not saved.
    """

    account: Account | None
    has_postings: bool
    chart: tuple[Account, ...]
    language: str
    vat: tuple[VatCode, ...]
    reports: tuple[ReportLine, ...]
    draft: FormDraft | None


@query(Permission.ACCOUNTING_READ)
def opened(
    desk: Desk, account_id: AccountId | None = None, held: frozenset[int] = frozenset()
) -> Opened:
    """Return what an editor needs to begin with; raises NotFound.

    Without an id it is a new one, or one that was typed and left, but for those that are held.
    """
    here = Country(desk)
    company, country = here.company, here.pack
    ledger = desk.store.ledger
    if account_id is None:
        draft = drafts.waiting(desk, FORM, held)
    else:
        draft = desk.store.drafts.kept(FORM, account_id, desk.who.name)
    is_new = account_id is None or (draft is not None and draft.is_new)
    found = None if is_new or account_id is None else ledger.account(account_id)
    return Opened(
        found,
        found is not None and ledger.has_postings(found.id),
        ledger.accounts(),
        company.language,
        country.vat,
        country.reports,
        draft,
    )


@query(Permission.ACCOUNTING_READ)
def find(desk: Desk, words: str, limit: int = 20) -> tuple[Account, ...]:
    """Return open accounts: those whose number begins so, then those whose names hold the words."""
    asked = words.casefold().split()
    chart = [one for one in desk.store.ledger.accounts() if not one.is_closed]
    begins = [one for one in chart if asked and one.number.startswith(asked[0])]
    if len(asked) > 1:
        begins = [one for one in begins if _holds(one, asked[1:])]
    named = [one for one in chart if _holds(one, asked)]
    return tuple({one.id: one for one in (*begins, *named)}.values())[:limit]


@query(Permission.ACCOUNTING_READ)
def check(
    desk: Desk, content: AccountForm, account_id: AccountId | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with an account as it is written."""
    ledger = desk.store.ledger
    posted = None
    if account_id is not None and ledger.has_postings(account_id):
        posted = ledger.account(account_id).kind
    here = Country(desk)
    chart = Chart(ledger.accounts(), here.tags, here.pack.report_lines())
    return check_account(content.as_account(account_id or AccountId(0), 1), chart, posted)


@command(Permission.ACCOUNTING_POST)
def add(desk: Desk, content: AccountForm, account_id: AccountId | None = None) -> Account:
    """Add an account to the chart, under the id that a form has given it; raises Invalid."""
    _require_right(desk, content, None)
    new = content.as_account(account_id or AccountId(new_id()), 1)
    desk.store.ledger.add_account(new)
    desk.store.drafts.drop(FORM, new.id, desk.who.name)
    _index(desk, new)
    return new


@command(Permission.ACCOUNTING_POST)
def change(desk: Desk, account_id: AccountId, version: int, content: AccountForm) -> Account:
    """Replace what is known of an account; raises Invalid, or Conflict if it changed since."""
    before = _unchanged(desk, account_id, version)
    _require_right(desk, content, account_id)
    desk.store.drafts.drop(FORM, account_id, desk.who.name)
    after = content.as_account(account_id, version)
    return before if after == before else _saved(desk, before, after)


@command(Permission.ACCOUNTING_POST)
def put_back(desk: Desk, account_id: AccountId, now: AccountForm, wanted: AccountForm) -> Account:
    """Undo a change: ``wanted`` again, if it still is as in ``now``; else raises Conflict."""
    before = desk.store.ledger.account(account_id)
    if form_of(before) != now:
        raise Conflict(record="account", id=account_id, version=before.version)
    return change(desk, account_id, before.version, wanted)


@command(Permission.ACCOUNTING_POST)
def close(desk: Desk, account_id: AccountId, version: int) -> Account:
    """Let nothing more be posted to an account; ``open_again`` undoes it."""
    before = _unchanged(desk, account_id, version)
    return _saved(desk, before, replace(before, is_closed=True))


@command(Permission.ACCOUNTING_POST)
def open_again(desk: Desk, account_id: AccountId, version: int) -> Account:
    """Let an account be posted to again; raises Invalid where another has taken its use."""
    before = _unchanged(desk, account_id, version)
    after = replace(before, is_closed=False)
    _require_right(desk, form_of(after), account_id)
    return _saved(desk, before, after)


@command(Permission.ACCOUNTING_POST)
def remove(desk: Desk, account_id: AccountId, version: int) -> Account:
    """Remove an account that nothing was ever posted to; ``add`` brings it back.

    Raises AccountPosted, AccountNeeded where the house itself posts to it, or Conflict.
    """
    gone = _unchanged(desk, account_id, version)
    if desk.store.ledger.has_postings(account_id):
        raise AccountPosted(number=gone.number, name=gone.name_in(_language(desk)))
    if gone.use is not None:
        raise AccountNeeded(number=gone.number, use=gone.use.value)
    desk.store.ledger.remove_account(gone)
    desk.store.drafts.drop_all(FORM, account_id)
    desk.store.search.remove(ACCOUNT, account_id)
    return gone


def _holds(account: Account, words: list[str]) -> bool:
    names = " ".join(account.names.values()).casefold()
    return all(word in names for word in words)


def _saved(desk: Desk, before: Account, after: Account) -> Account:
    saved = replace(after, version=before.version + 1)
    desk.store.ledger.save_account(before, saved)
    _index(desk, saved)
    return saved


def _index(desk: Desk, account: Account) -> None:
    desk.store.search.put(findable_account(account, _language(desk)))


def _language(desk: Desk) -> str:
    return desk.store.company.get().language


def _unchanged(desk: Desk, account_id: AccountId, version: int) -> Account:
    found = desk.store.ledger.account(account_id)
    if found.version != version:
        raise Conflict(record="account", id=account_id, version=found.version)
    return found


def _require_right(desk: Desk, content: AccountForm, account_id: AccountId | None) -> None:
    if problems := check(desk, content, account_id):
        raise Invalid(problems)
