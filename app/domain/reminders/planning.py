"""Planning a run: who gets a letter of which level over what, and who gets none and why.

Whoever owes something that is ripe for its next reminder gets one letter with all that is overdue;
what is disputed, stopped or handed over is named and never reminded of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.reminders.interest import NoRateKnown, Paid, Rates, interest, stretches
from app.domain.reminders.law import Debtor, FeeRule, Per, ReminderLaw
from app.domain.reminders.run import LetterState, Reminder, ReminderItem, RunTerms, Way
from app.domain.reminders.standing import COLLECTION, LAST, InvoiceStanding
from app.domain.shared.ids import ContactId, InvoiceId, ReminderId, ReminderRunId
from app.domain.shared.money import money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import as_problem

DISPUTED = Rule("reminders.disputed", "day", "reason")
STOPPED = Rule("reminders.stopped")
HANDED_OVER = Rule("reminders.handed-over", "day")
LAST_SENT = Rule("reminders.last-sent", "day")
CUSTOMER_STOPPED = Rule("reminders.customer-stopped")
WITHOUT_CUSTOMER = Rule("reminders.without-customer")
WITHOUT_ADDRESS = Rule("reminders.without-address")
IN_GRACE = Rule("reminders.in-grace", "due", "from_day")
TOO_SOON = Rule("reminders.too-soon", "day", "from_day")
CREDIT_COVERS = Rule("reminders.credit-covers")
PAID_MEANWHILE = Rule("reminders.paid-meanwhile")


@dataclass(frozen=True, slots=True)
class Owing:
    """One open document with all that its reminder depends on; credit notes are negative.

    ``paid`` is what settled parts of it after its due day.
    """

    invoice_id: InvoiceId
    number: str
    contact_id: ContactId | None
    customer_name: str
    currency: str
    issued_on: date
    due_on: date
    amount_minor: int
    open_minor: int
    reference: str
    standing: InvoiceStanding
    paid: tuple[Paid, ...] = ()


@dataclass(frozen=True, slots=True)
class Customer:
    """What a reminder needs to know of whom it goes to."""

    id: ContactId
    name: str
    debtor: Debtor = Debtor.BUSINESS
    language: str = ""
    is_stopped: bool = False
    has_address: bool = True
    email: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a run stands on: its day, its terms, the law, and the money of the country."""

    day: date
    terms: RunTerms
    law: ReminderLaw
    currency: str

    def rates(self, debtor: Debtor) -> Rates:
        """Return the interest of a kind of debtor."""
        of = self.law.of(debtor)
        periods = self.law.rates.with_own(self.terms.base).periods
        return Rates(periods, of.margin, self.terms.agreed, of.is_capped)

    def fee_rule(self, debtor: Debtor) -> FeeRule:
        """Return the fee of a kind of debtor, as the run or else the law has it."""
        rule, terms = self.law.of(debtor).fee, self.terms
        wanted = rule.amount if terms.fee is None else terms.fee
        amount = wanted if rule.cap is None else min(wanted, rule.cap)
        from_level = rule.from_level if terms.fee_from is None else terms.fee_from
        return replace(rule, amount=amount, from_level=from_level)


@dataclass(frozen=True, slots=True)
class Debt:
    """All that one customer owes in one currency, and what of its payments is not used yet."""

    customer: Customer | None
    name: str
    currency: str
    owing: tuple[Owing, ...]
    credit_minor: int = 0


def debts(
    owing: Iterable[Owing],
    customers: Mapping[ContactId, Customer],
    credits_: Mapping[tuple[ContactId, str], int],
) -> list[Debt]:
    """Return what each customer owes, in the order in which the documents come."""
    found: dict[tuple[ContactId | None, str, str], list[Owing]] = {}
    for one in owing:
        name = "" if one.contact_id in customers else one.customer_name
        found.setdefault((one.contact_id, name, one.currency), []).append(one)
    made = []
    for (contact, name, currency), mine in found.items():
        customer = customers.get(contact) if contact is not None else None
        credit = credits_.get((contact, currency), 0) if contact is not None else 0
        told = customer.name if customer else name
        made.append(Debt(customer, told, currency, tuple(mine), credit))
    return made


class Planner:
    """Plans the letters of one run; rates and fees of each kind of debtor are read once."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._rates = {one: ground.rates(one) for one in Debtor}
        self._fees = {one: ground.fee_rule(one) for one in Debtor}

    def rates_for(self, customer: Customer) -> Rates:
        """Return the interest that holds for a customer."""
        return self._rates[customer.debtor]

    def plan(self, debt: Debt, run_id: ReminderRunId, wanted_level: int | None = None) -> Reminder:
        """Return the letter to a customer, or why there is none; its id and place are blank."""
        blank = self._blank(debt, run_id, wanted_level)
        overdue = [one for one in debt.owing if one.open_minor > 0 and one.due_on < self.ground.day]
        blocked = [(one, why) for one in overdue if (why := self._why_not(one))]
        kept = {one.invoice_id for one, _why in blocked}
        free = [one for one in overdue if one.invoice_id not in kept]
        named = tuple(self._named(one, why) for one, why in blocked)
        customer = debt.customer
        if not free:
            return replace(blank, items=named).skipped(blocked[0][1] if blocked else PAID)
        if customer is None:
            return replace(blank, items=named).skipped(WITHOUT_CUSTOMER.at(""))
        if customer.is_stopped:
            return replace(blank, items=named).skipped(CUSTOMER_STOPPED.at(""))
        if not any(self._may_go(one, wanted_level) for one in free):
            return replace(blank, items=named).skipped(self._not_ripe(free))
        return self._written(replace(blank, items=named), free, debt)

    def _blank(self, debt: Debt, run_id: ReminderRunId, wanted_level: int | None) -> Reminder:
        customer = debt.customer
        by_mail = customer is not None and bool(customer.email)
        wants_mail = self.ground.terms.way is Way.EMAIL
        return Reminder(
            id=ReminderId(0),
            run_id=run_id,
            position=0,
            contact_id=customer.id if customer else None,
            name=debt.name,
            currency=debt.currency,
            state=LetterState.READY,
            wanted_level=wanted_level,
            language=customer.language if customer else "",
            way=Way.EMAIL if wants_mail and by_mail else Way.POST,
            email=customer.email if customer else "",
            pay_by=self.ground.day + timedelta(days=self.ground.terms.pay_days),
        )

    def _written(self, blank: Reminder, free: Sequence[Owing], debt: Debt) -> Reminder:
        """Return the letter over what is overdue and what we owe, if it comes to anything."""
        assert debt.customer is not None
        if blank.way is Way.POST and not debt.customer.has_address:
            return blank.skipped(WITHOUT_ADDRESS.at(""))
        levels = [self._level(one, blank.wanted_level) for one in free]
        try:
            items = self._with_fees(free, self._items(free, levels, debt.customer), debt.customer)
        except NoRateKnown as gap:
            return blank.skipped(as_problem("", gap))
        backed = tuple(_credit(one) for one in debt.owing if one.open_minor < 0)
        letter = replace(
            blank,
            level=max(levels),
            principal_minor=sum(one.open_minor for one in (*items, *backed)),
            credit_minor=debt.credit_minor,
            interest_minor=sum(one.interest_minor for one in items),
            fee_minor=sum(one.fee_minor for one in items),
            items=(*items, *backed, *blank.items),
        )
        if letter.principal_minor - letter.credit_minor <= 0:
            return letter.skipped(CREDIT_COVERS.at(""))
        return letter

    def _items(
        self, free: Sequence[Owing], levels: Sequence[int], customer: Customer
    ) -> list[ReminderItem]:
        day, year = self.ground.day, self.ground.law.year_days
        rates = self._rates[customer.debtor]
        found = []
        for one, level in zip(free, levels, strict=True):
            days = stretches(one.due_on, day, one.open_minor, one.paid, rates)
            unpaid = interest(days, year) - one.standing.interest_paid_minor
            found.append(
                ReminderItem(
                    invoice_id=one.invoice_id,
                    number=one.number,
                    due_on=one.due_on,
                    amount_minor=one.amount_minor,
                    open_minor=one.open_minor,
                    days=(day - one.due_on).days,
                    interest_minor=max(unpaid, 0),
                    fee_minor=max(one.standing.fee_minor - one.standing.fee_paid_minor, 0),
                    level=level,
                )
            )
        return found

    def _with_fees(
        self, free: Sequence[Owing], items: Sequence[ReminderItem], customer: Customer
    ) -> list[ReminderItem]:
        """Return the items with the fee of this letter on those that bear it."""
        rule, is_charged = self._fees[customer.debtor], False
        if not rule.amount or free[0].currency != self.ground.currency:
            return list(items)
        fee = money(rule.amount, free[0].currency).minor
        found = []
        for one, item in zip(free, items, strict=True):
            has_it = rule.is_once and one.standing.fee_minor > 0
            is_due = item.level >= rule.from_level and item.days >= rule.after_days
            is_advanced = item.level > one.standing.level or one.standing.level == 0
            wanted = is_due and not has_it and (rule.is_once or is_advanced)
            if wanted and not (rule.per is Per.LETTER and is_charged):
                item = replace(item, fee_minor=item.fee_minor + fee)  # noqa: PLW2901  the same item, with its fee
                is_charged = True
            found.append(item)
        return found

    def _level(self, one: Owing, wanted: int | None) -> int:
        """Return the level that a reminder of a document has: the next, where it is ripe."""
        standing = one.standing
        if wanted is not None:
            return max(wanted, standing.level)
        is_ripe = self._is_ripe(standing, one.due_on)
        return min(standing.level + 1, LAST) if is_ripe else max(standing.level, 1)

    def _may_go(self, one: Owing, wanted: int | None) -> bool:
        """Say whether a letter may go for a document: it is ripe, or a clerk chose its level.

        Whatever was chosen, nothing is reminded of twice on one day.
        """
        reminded_on = one.standing.reminded_on
        is_chosen = wanted is not None and (reminded_on is None or reminded_on < self.ground.day)
        return is_chosen or self._is_ripe(one.standing, one.due_on)

    def _is_ripe(self, standing: InvoiceStanding, due_on: date) -> bool:
        return self._ripe_on(standing, due_on) <= self.ground.day

    def _ripe_on(self, standing: InvoiceStanding, due_on: date) -> date:
        """Return from which day on a document may have its next reminder."""
        terms = self.ground.terms
        if standing.level and standing.reminded_on is not None:
            return standing.reminded_on + timedelta(days=max(terms.between_days, 1))
        return due_on + timedelta(days=terms.grace_days + 1)

    def _why_not(self, one: Owing) -> Problem | None:
        """Return why a document is never reminded of as it stands; or none."""
        standing = one.standing
        if standing.disputed_on is not None:
            return DISPUTED.at("", day=standing.disputed_on, reason=standing.dispute)
        if standing.is_stopped:
            return STOPPED.at("")
        if standing.level >= COLLECTION:
            return HANDED_OVER.at("", day=standing.reminded_on)
        if standing.level == LAST:
            return LAST_SENT.at("", day=standing.reminded_on)
        return None

    def _not_ripe(self, free: Sequence[Owing]) -> Problem:
        """Return until when the first of some documents waits for its next reminder."""
        first = min(free, key=lambda one: self._ripe_on(one.standing, one.due_on))
        from_day = self._ripe_on(first.standing, first.due_on)
        if first.standing.level and first.standing.reminded_on is not None:
            return TOO_SOON.at("", day=first.standing.reminded_on, from_day=from_day)
        return IN_GRACE.at("", due=first.due_on, from_day=from_day)

    def _named(self, one: Owing, why: Problem) -> ReminderItem:
        return ReminderItem(
            invoice_id=one.invoice_id,
            number=one.number,
            due_on=one.due_on,
            amount_minor=one.amount_minor,
            open_minor=one.open_minor,
            days=(self.ground.day - one.due_on).days,
            level=one.standing.level,
            code=why.code,
            facts=dict(why.facts),
        )


PAID = PAID_MEANWHILE.at("")


def is_overdue(debt: Debt, day: date) -> bool:
    """Say whether anything that a customer owes is past its due day."""
    return any(one.open_minor > 0 and one.due_on < day for one in debt.owing)


def _credit(one: Owing) -> ReminderItem:
    return ReminderItem(one.invoice_id, one.number, one.due_on, one.amount_minor, one.open_minor)
