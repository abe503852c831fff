"""Claiming: what a desk knows of expenses, and how claims are made, kept, posted and paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.domain.accounting.journal import Journal
from app.domain.employees.employee import Employee
from app.domain.expenses.expense import KIND, ExpenseClaim, ExpenseLine, ExpenseState
from app.domain.expenses.findable import findable
from app.domain.expenses.making import ClaimForm, ExpenseGround, check, lines_of, reckoned, tidied
from app.domain.expenses.posting import sides_of, sides_of_payment
from app.domain.expenses.refused import SAME_EXPENSE, SAME_RECEIPT
from app.domain.expenses.tariffs import ExpenseLaw
from app.domain.shared.ids import (
    AccountId,
    EmployeeId,
    ExpenseClaimId,
    ExpenseLineId,
    PayrollRunId,
    new_id,
)
from app.domain.shared.problems import Problem
from app.formats.expense_laws import expense_law
from app.services.country import Country
from app.services.issuing import require_right
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.rates import Rates
from app.services.registering import Register
from app.services.settling import Settler

FORM = "expense-claim-form"


def source_of(claim_id: ExpenseClaimId) -> str:
    """Return the name by which the books and the archive call a claim."""
    return f"{KIND}:{claim_id}"


class Claiming:
    """Makes, checks, keeps, posts and pays claims at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    @cached_property
    def names(self) -> Mapping[EmployeeId, str]:
        """How people are called today, in the order of names."""
        return self._store.work_days.names(self._desk.today)

    @cached_property
    def law(self) -> ExpenseLaw:
        """What the country says of expenses."""
        return expense_law(self._here.company.country)

    def person(self, employee_id: EmployeeId) -> Employee:
        """Return the head of a person's file; raises NotFound."""
        return self._store.work_days.person(employee_id)

    def asker(self) -> EmployeeId | None:
        """Return the person who asks, or none where nobody is known by that name."""
        who = self._desk.who
        if who.employee_id is not None:
            return who.employee_id
        name = who.name.casefold()
        mine = (
            one.id for one in self._store.employees.all() if name and one.user.casefold() == name
        )
        return next(mine, None)

    def made(
        self, form: ClaimForm, before: ExpenseClaim | None, claim_id: ExpenseClaimId
    ) -> ExpenseClaim:
        """Return the draft that is written; raises Invalid, NotFound."""
        ready = tidied(form)
        require_right(check(ready, self._ground))
        assert ready.employee_id is not None
        self.person(ready.employee_id)
        self._require_readable(ready)
        fresh = ExpenseClaim(
            id=claim_id,
            version=1,
            state=ExpenseState.DRAFT,
            employee_id=ready.employee_id,
            purpose=ready.purpose,
            lines=(),
            currency=self._here.company.currency,
            paying=ready.paying,
        )
        if before is not None:
            fresh = replace(fresh, version=before.version + 1, number=before.number)
        lines = (replace(one, id=ExpenseLineId(new_id())) for one in lines_of(ready, self._ground))
        return fresh.with_lines(tuple(lines))

    def problems(
        self, form: ClaimForm, claim_id: ExpenseClaimId | None = None
    ) -> tuple[Problem, ...]:
        """Return what is wrong with a claim as it is written; a receipt seen before only warns."""
        ready = tidied(form)
        found = check(ready, self._ground)
        if any(not one.is_warning for one in found):
            return found
        return (*found, *self._twins(ready, claim_id))

    def keep(self, before: ExpenseClaim | None, after: ExpenseClaim) -> None:
        """Write a claim, and by which words it is found."""
        if before is None:
            self._store.expenses.add(after)
        else:
            self._store.expenses.save(before, after)
        self._store.search.put(findable(after, self.names.get(after.employee_id, "")))

    def number(self) -> str:
        """Return the next number of a claim."""
        return Numbering(self._desk, self._here.company).take(KIND, self._desk.today)

    def post(self, before: ExpenseClaim) -> ExpenseClaim:
        """Book an approved claim today and return it; raises ClaimNotApproved, PeriodClosed."""
        settler = Settler(self._desk)
        sides = sides_of(before, settler.uses.of)
        source = source_of(before.id)
        entry = settler.post(self._desk.today, self._text(before), sides, source, Journal.GENERAL)
        after = before.post(entry)
        self.keep(before, after)
        return after

    def pay(self, before: ExpenseClaim, on: date, bank: AccountId) -> ExpenseClaim:
        """Book that the bank has paid a claim and return it; raises what the claim says."""
        before.require_payable(on, self._desk.today)
        settler = Settler(self._desk)
        sides = sides_of_payment(before, bank, settler.uses.of)
        entry = settler.post(on, self._text(before), sides, source_of(before.id), Journal.BANK)
        after = before.pay(on, entry)
        self.keep(before, after)
        return after

    def paid_with(
        self, claims: Iterable[ExpenseClaimId], run_id: PayrollRunId, on: date
    ) -> tuple[ExpenseClaim, ...]:
        """Note that a payroll run has paid posted claims, which its own entry books."""
        paid = []
        for claim_id in claims:
            before = self._store.expenses.get(claim_id)
            after = before.pay(on, None, run_id)
            self.keep(before, after)
            paid.append(after)
        return tuple(paid)

    def reckoned(self, form: ClaimForm) -> tuple[ExpenseLine | None, ...]:
        """Return what the expenses that are written come to, None where that is not known."""
        return reckoned(form, self._ground)

    def _text(self, claim: ExpenseClaim) -> str:
        return " ".join(filter(None, (claim.number, self.names.get(claim.employee_id, ""))))

    def _require_readable(self, form: ClaimForm) -> None:
        """Raise NotFound where a receipt is a document that this person does not see."""
        register = Register(self._desk)
        for one in form.lines:
            if one.document_id is not None:
                register.get(one.document_id)

    def _twins(self, form: ClaimForm, claim_id: ExpenseClaimId | None) -> Iterator[Problem]:
        """Yield the receipts and expenses that stand in another claim, or twice in this one."""
        lines = lines_of(form, self._ground)
        documents = [one.document_id for one in lines if one.document_id is not None]
        held = self._store.expenses.with_document(documents)
        for at, line in enumerate(lines):
            document = line.document_id
            others = held.get(document, set()) - {claim_id} if document is not None else set()
            earlier = [one for one in lines[:at] if document and _is_again(one, line)]
            if others or earlier:
                yield SAME_RECEIPT.at(f"lines.{at}.document_id", number=self._called(others))
            elif form.employee_id is not None:
                yield from self._alike(at, line, form.employee_id, claim_id)

    def _alike(
        self, at: int, line: ExpenseLine, person: EmployeeId, claim_id: ExpenseClaimId | None
    ) -> Iterator[Problem]:
        alike = self._store.expenses.alike(person, line.day, line.gross) - {claim_id}
        if alike:
            yield SAME_EXPENSE.at(f"lines.{at}.amount", number=self._called(alike))

    def _called(self, ids: set[int]) -> str:
        claims = self._store.expenses.get_all([ExpenseClaimId(one) for one in sorted(ids)])
        return ", ".join(one.number or one.purpose for one in claims)

    @cached_property
    def _here(self) -> Country:
        return Country(self._desk)

    @cached_property
    def _ground(self) -> ExpenseGround:
        accounts = {one.id: one for one in self._store.ledger.accounts()}
        return ExpenseGround(
            today=self._desk.today,
            currency=self._here.company.currency,
            accounts=accounts,
            codes=self._here.pack.vat_codes(),
            law=self.law,
            limits=self._store.expense_limits.all(),
            rate=self._worth,
        )

    def _worth(self, currency: str, day: date) -> Decimal | None:
        found = Rates(self._desk).on(currency, day)
        return found.rate if found is not None else None


def _is_again(one: ExpenseLine, line: ExpenseLine) -> bool:
    """Say whether an expense is on a receipt once more; each rate of VAT may be on it once."""
    same = (one.document_id, one.vat_code) == (line.document_id, line.vat_code)
    return same and one.account_id == line.account_id
