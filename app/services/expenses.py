"""Expenses: claims are drafted, handed in, approved by somebody else, posted and paid back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.accounting.chart import Account, AccountUse
from app.domain.employees.approving import require_other
from app.domain.expenses.expense import KIND, ExpenseClaim, ExpenseState
from app.domain.expenses.making import ClaimForm, form_of
from app.domain.expenses.row import ClaimRow
from app.domain.expenses.tariffs import ExpenseLaw
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import AccountId, EmployeeId, ExpenseClaimId, new_id
from app.domain.shared.money import total
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict
from app.domain.shared.vat import VatCode
from app.services import drafts
from app.services.claiming import FORM, Claiming
from app.services.counting import bearing, in_each
from app.services.country import Country
from app.services.limits import About, Limits
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.settling import Uses

NEWEST_HITS = 200


@dataclass(frozen=True, slots=True)
class OpenedClaim:
    """What the form of a claim begins with: the claim, the people, and what may be chosen.

    ``prices`` are those at which tariffs were paid last; ``draft`` was typed and not saved.
    """

    claim: ExpenseClaim | None
    form: ClaimForm
    people: Mapping[EmployeeId, str]
    accounts: tuple[Account, ...]
    vat: tuple[VatCode, ...]
    law: ExpenseLaw
    currency: str
    language: str
    prices: Mapping[str, Decimal]
    draft: FormDraft | None


@query(Permission.EXPENSES_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of claims in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.expense_lists.spine(view, among)


@query(Permission.EXPENSES_READ)
def first(desk: Desk, view: View, size: int) -> tuple[ClaimRow, ...]:
    """Return the first rows of the list of claims."""
    store, among = desk.store.expense_lists, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, NEWEST_HITS, {KIND})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, among), desk.today)


@query(Permission.EXPENSES_READ)
def rows(desk: Desk, ids: tuple[ExpenseClaimId, ...]) -> tuple[ClaimRow, ...]:
    """Return the rows of these claims; what is gone is left out."""
    return desk.store.expense_lists.rows(ids, desk.today)


@query(Permission.EXPENSES_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many claims stand where."""
    return in_each(ExpenseState, desk.store.expense_lists.counts())


@query(Permission.EXPENSES_READ)
def get(desk: Desk, claim_id: ExpenseClaimId) -> ExpenseClaim:
    """Return a whole claim; raises NotFound."""
    return desk.store.expenses.get(claim_id)


@query(Permission.EXPENSES_READ)
def numbered(desk: Desk, number: str) -> ExpenseClaim:
    """Return the claim that has a number; raises NotFound."""
    store = desk.store.expenses
    return store.get(bearing(number, KIND, store.numbered(number)))


@query(Permission.EXPENSES_READ)
def with_payroll(desk: Desk, people: tuple[EmployeeId, ...]) -> tuple[ExpenseClaim, ...]:
    """Return the posted claims of people that the payroll is to pay, the oldest first."""
    waiting = desk.store.expenses.for_payroll((ExpenseState.POSTED,))
    return tuple(one for one in waiting if one.employee_id in people)


@query(Permission.EXPENSES_READ)
def opened(
    desk: Desk,
    claim_id: ExpenseClaimId | None = None,
    held: frozenset[int] = frozenset(),
) -> OpenedClaim:
    """Return what a form needs to begin with; raises NotFound.

    Without an id it is a new one, or one that was typed and left, but for those that are held.
    """
    here = Country(desk)
    claiming = Claiming(desk)
    if claim_id is None:
        draft = drafts.waiting(desk, FORM, held)
    else:
        draft = desk.store.drafts.kept(FORM, claim_id, desk.who.name)
    is_new = claim_id is None or (draft is not None and draft.is_new)
    claim = None if is_new or claim_id is None else desk.store.expenses.get(claim_id)
    return OpenedClaim(
        claim,
        form_of(claim) if claim is not None else ClaimForm(claiming.asker()),
        claiming.names,
        desk.store.ledger.accounts(),
        here.pack.vat,
        claiming.law,
        here.company.currency,
        here.company.language,
        desk.store.expense_lists.last_prices(),
        draft,
    )


@query(Permission.EXPENSES_READ)
def check(
    desk: Desk, content: ClaimForm, claim_id: ExpenseClaimId | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with a claim as it is written, and what it repeats."""
    return Claiming(desk).problems(content, claim_id)


@command(Permission.EXPENSES_CLAIM)
def draft(desk: Desk, content: ClaimForm, claim_id: ExpenseClaimId | None = None) -> ExpenseClaim:
    """Keep a new draft, under the id that a form has given it; raises Invalid, Conflict."""
    claiming = Claiming(desk)
    new = claiming.made(content, None, claim_id or ExpenseClaimId(new_id()))
    claiming.keep(None, new)
    desk.store.drafts.drop(FORM, new.id, desk.who.name)
    return new


@command(Permission.EXPENSES_CLAIM)
def save(desk: Desk, claim_id: ExpenseClaimId, version: int, content: ClaimForm) -> ExpenseClaim:
    """Replace a draft; raises ClaimNotADraft, Invalid, Conflict."""
    before = _unchanged(desk, claim_id, version)
    before.require_draft()
    claiming = Claiming(desk)
    after = claiming.made(content, before, claim_id)
    desk.store.drafts.drop(FORM, claim_id, desk.who.name)
    claiming.keep(before, after)
    return after


@command(Permission.EXPENSES_CLAIM)
def remove(desk: Desk, claim_id: ExpenseClaimId) -> ExpenseClaim:
    """Remove a draft that was never handed in; raises ClaimNotADraft."""
    gone = desk.store.expenses.get(claim_id)
    gone.require_removable()
    desk.store.expenses.remove(gone)
    desk.store.drafts.drop_all(FORM, claim_id)
    desk.store.search.remove(KIND, claim_id)
    return gone


@command(Permission.EXPENSES_CLAIM)
def submit(desk: Desk, claim_id: ExpenseClaimId, version: int) -> ExpenseClaim:
    """Number a draft and hand it in; what is wrong with it now is told: raises Invalid.

    Raises ClaimNotADraft, SeriesClosed, Conflict.
    """
    before = _unchanged(desk, claim_id, version)
    before.require_draft()
    claiming = Claiming(desk)
    ready = replace(claiming.made(form_of(before), before, claim_id), version=before.version)
    after = ready.submit(before.number or claiming.number(), desk.now, desk.who.name)
    claiming.keep(before, after)
    return after


@command(Permission.EXPENSES_APPROVE)
def approve(desk: Desk, claim_id: ExpenseClaimId, version: int, answer: str = "") -> ExpenseClaim:
    """Approve a claim of somebody else; raises OwnApproval, ClaimNotSubmitted, Conflict."""
    before = _of_another(desk, claim_id, version)
    after = before.approve(desk.now, desk.who.name, answer)
    Claiming(desk).keep(before, after)
    return after


@command(Permission.EXPENSES_APPROVE)
def reject(desk: Desk, claim_id: ExpenseClaimId, version: int, answer: str = "") -> ExpenseClaim:
    """Reject a claim of somebody else, and say why; raises as ``approve`` does."""
    before = _of_another(desk, claim_id, version)
    after = before.reject(desk.now, desk.who.name, answer)
    Claiming(desk).keep(before, after)
    return after


@command(Permission.EXPENSES_CLAIM)
def redraft(desk: Desk, claim_id: ExpenseClaimId) -> ExpenseClaim:
    """Mend a rejected claim: it is a draft again and keeps its number; raises ClaimNotRejected."""
    before = desk.store.expenses.get(claim_id)
    after = before.redraft()
    Claiming(desk).keep(before, after)
    return after


@command(Permission.EXPENSES_PAY)
def post(desk: Desk, claim_id: ExpenseClaimId) -> ExpenseClaim:
    """Book an approved claim: what the firm owes the person; raises ClaimNotApproved."""
    return Claiming(desk).post(desk.store.expenses.get(claim_id))


@command(Permission.EXPENSES_PAY)
def pay(
    desk: Desk,
    claims: tuple[ExpenseClaimId, ...],
    paid_on: date | None = None,
    account_id: AccountId | None = None,
) -> tuple[ExpenseClaim, ...]:
    """Book that posted claims were paid from a bank account, all or none.

    Raises ClaimNotPosted, PaidWithPayroll, PaidBeforePosted, PeriodClosed.
    """
    claiming = Claiming(desk)
    bank = account_id or Uses(desk).of(AccountUse.BANK)
    on = paid_on or desk.today
    if account_id is not None:
        desk.store.ledger.account(account_id)
    found = [desk.store.expenses.get(one) for one in claims]
    for currency in sorted({one.currency for one in found}):
        some = [one for one in found if one.currency == currency]
        about = About(f"{KIND}:{some[0].id}", ", ".join(one.number for one in some), some)
        paid = total(tuple(one.gross for one in some), currency)
        Limits(desk).require(Permission.EXPENSES_PAY, paid, about)
    return tuple(claiming.pay(one, on, bank) for one in found)


def _of_another(desk: Desk, claim_id: ExpenseClaimId, version: int) -> ExpenseClaim:
    """Return a claim as it was read, of somebody else; raises OwnApproval, Conflict."""
    before = _unchanged(desk, claim_id, version)
    person = Claiming(desk).person(before.employee_id)
    require_other(person, desk.who.name, desk.who.employee_id)
    return before


def _unchanged(desk: Desk, claim_id: ExpenseClaimId, version: int) -> ExpenseClaim:
    found = desk.store.expenses.get(claim_id)
    if found.version != version:
        raise Conflict(record=KIND, id=claim_id, version=found.version)
    return found
