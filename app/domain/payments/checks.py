"""What stands in the way of recording a payment: every problem at its field, none raised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from app.domain.accounting.chart import Account, AccountKind
from app.domain.accounting.exchange import RATE_MISSING, check_rate
from app.domain.invoices.invoice import Invoice, State
from app.domain.invoices.totals import totals_of
from app.domain.payments.open_item import Position
from app.domain.payments.payment import Closing, Direction, NewPayment, Part, Payment
from app.domain.shared.ids import InvoiceId, PaymentId
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule

AMOUNT_MISSING = Rule("payments.without-amount")
DAY_TO_COME = Rule("payments.day-to-come", "day")
NO_CUSTOMER = Rule("payments.without-customer", "amount", "currency")
NO_MONEY_ACCOUNT = Rule("payments.no-money-account", "number")
NOT_ISSUED = Rule("payments.of-a-draft")
OTHER_MONEY = Rule("payments.other-currency", "number", "wanted", "paid")
SETTLED = Rule("payments.settled-already", "number")
ABOVE_OPEN = Rule("payments.above-open", "number", "amount", "currency")
ABOVE_AMOUNT = Rule("payments.above-amount", "amount", "currency")
WRONG_WAY = Rule("payments.wrong-way", "number")
NOTHING_REFUNDED = Rule("payments.refund-of-nothing", "amount", "currency")
ABOVE_CREDIT = Rule("payments.above-credit", "number", "amount", "currency")
NOT_POSSIBLE = Rule("payments.not-possible")
PART_EMPTY = Rule("payments.part-without-amount")
EARLY_LATE = Rule("payments.early-too-late", "number", "until", is_warning=True)
NOT_AGREED = Rule("payments.early-not-agreed", "number", is_warning=True)
TWICE = Rule("payments.recorded-before", "number", is_warning=True)

BESIDE_MONEY = frozenset({Closing.EARLY, Closing.WITHHELD, Closing.WRITE_OFF, Closing.ROUNDING})
"""What closes a part of a claim without money for it."""
MOST_ROUNDED = 1
"""Up to so many units of a currency a difference is one of rounding."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a payment is held against: the documents and credits that its parts name.

    ``alike`` is the number of a payment that says the same, if there is one; ``home`` the currency
    of the books.
    """

    today: date
    positions: Mapping[InvoiceId, Position]
    documents: Mapping[InvoiceId, Invoice]
    credits: Mapping[PaymentId, Payment] = field(default_factory=dict)
    account: Account | None = None
    alike: str = ""
    home: str = ""


def check(new: NewPayment, ground: Ground) -> tuple[Problem, ...]:
    """Return every problem of a payment before it is recorded."""
    return tuple(
        chain(
            _itself(new, ground),
            check_parts(new, ground),
            _sums(new),
            _charges(new, ground),
        )
    )


def _itself(new: NewPayment, ground: Ground) -> Iterator[Problem]:
    if new.amount.minor <= 0:
        yield AMOUNT_MISSING.at("amount")
    if new.paid_on is not None and new.paid_on > ground.today:
        yield DAY_TO_COME.at("paid_on", day=new.paid_on)
    paid = new.amount.currency
    is_of_it = all(one.currency == paid for one in ground.positions.values())
    if ground.home and paid != ground.home and is_of_it and not new.is_older:
        yield from _rate(new, ground)
    account = ground.account
    if account is not None and (account.is_closed or account.kind is not AccountKind.ASSET):
        yield NO_MONEY_ACCOUNT.at("account_id", number=account.number)
    if ground.alike:
        yield TWICE.at("reference", number=ground.alike)


def _rate(new: NewPayment, ground: Ground) -> Iterator[Problem]:
    """Yield that no rate is known for money of another currency, or that it is none."""
    if new.exchange is None:
        day = new.paid_on or ground.today
        yield RATE_MISSING.at("rate", currency=new.amount.currency, day=day)
    else:
        yield from check_rate(new.exchange.rate)


def check_parts(new: NewPayment, ground: Ground) -> Iterator[Problem]:
    """Yield the problems of what a payment is to settle."""
    taken: defaultdict[InvoiceId, int] = defaultdict(int)
    used: defaultdict[PaymentId, int] = defaultdict(int)
    for place, part in enumerate(new.parts):
        where = f"parts.{place}"
        if part.amount.minor <= 0:
            yield PART_EMPTY.at(f"{where}.amount")
        elif not _fits(part, new.direction):
            yield NOT_POSSIBLE.at(f"{where}.closing")
        elif part.payment_id is not None:
            used[part.payment_id] += part.amount.minor
            yield from _of_credit(where, part, ground, used[part.payment_id])
        elif part.invoice_id is not None:
            taken[part.invoice_id] += part.amount.minor
            yield from _of_document(where, new, part, ground, taken[part.invoice_id])


def _fits(part: Part, direction: Direction) -> bool:
    """Say whether a part can be of such a payment: one document or one credit, closed so."""
    if part.payment_id is not None:
        is_alone = part.invoice_id is None and part.closing is Closing.REFUND
        return is_alone and direction is Direction.OUT
    if part.invoice_id is None:
        return False
    return part.closing is Closing.PAYMENT or (
        part.closing in BESIDE_MONEY and direction is Direction.IN
    )


def _of_document(
    where: str, new: NewPayment, part: Part, ground: Ground, wanted: int
) -> Iterator[Problem]:
    assert part.invoice_id is not None
    position = ground.positions.get(part.invoice_id)
    document = ground.documents.get(part.invoice_id)
    if position is None or document is None or document.state is not State.ISSUED:
        yield NOT_ISSUED.at(f"{where}.invoice_id")
        return
    number = document.number
    other = {part.amount.currency, new.amount.currency} - {position.currency}
    if other:
        facts = {"wanted": position.currency, "paid": min(other)}
        yield OTHER_MONEY.at(f"{where}.amount", number=number, **facts)
    elif not position.open_minor:
        yield SETTLED.at(f"{where}.amount", number=number)
    elif position.is_claim is not (new.direction is Direction.IN):
        yield WRONG_WAY.at(f"{where}.invoice_id", number=number)
    elif wanted > abs(position.open_minor):
        left = {"amount": position.open.amount, "currency": position.currency}
        yield ABOVE_OPEN.at(f"{where}.amount", number=number, **left)
    elif part.closing is Closing.EARLY:
        yield from _early(where, document, new.paid_on or ground.today)


def is_given_up(part: Part, document: Invoice, paid_on: date) -> bool:
    """Say whether a part gives up what nobody agreed on: a loss, by whatever name it is closed.

    A discount is agreed on up to its share of what is paid in time; a difference of rounding is a
    small one.
    """
    match part.closing:
        case Closing.WRITE_OFF:
            return True
        case Closing.ROUNDING:
            return part.amount.amount > MOST_ROUNDED
        case Closing.EARLY:
            is_late = not document.early.percent or paid_on > early_until(document)
            most = totals_of(document).gross.amount * document.early.percent / 100
            return is_late or part.amount.amount > most + MOST_ROUNDED
    return False


def _early(where: str, document: Invoice, paid_on: date) -> Iterator[Problem]:
    if not document.early.percent:
        yield NOT_AGREED.at(f"{where}.amount", number=document.number)
    elif paid_on > (until := early_until(document)):
        yield EARLY_LATE.at(f"{where}.amount", number=document.number, until=until)


def early_until(document: Invoice) -> date:
    """Return the last day on which the discount of an issued invoice may be kept."""
    assert document.issued_on is not None
    return document.early.until(document.issued_on)


def _of_credit(where: str, part: Part, ground: Ground, wanted: int) -> Iterator[Problem]:
    assert part.payment_id is not None
    credit = ground.credits.get(part.payment_id)
    if credit is None or credit.open.currency != part.amount.currency:
        yield NOT_POSSIBLE.at(f"{where}.payment_id")
    elif wanted > credit.open.minor:
        left = {"amount": credit.open.amount, "currency": credit.open.currency}
        yield ABOVE_CREDIT.at(f"{where}.amount", number=credit.number, **left)


def _sums(new: NewPayment) -> Iterator[Problem]:
    """Yield what is wrong with what the parts use of the money, in the payment's currency."""
    currency = new.amount.currency
    if any(amount.currency != currency for amount in _amounts(new)):
        return
    rest = new.rest
    if rest.minor < 0:
        yield ABOVE_AMOUNT.at("amount", amount=(-rest).amount, currency=currency)
    elif rest.minor and new.direction is Direction.OUT:
        yield NOTHING_REFUNDED.at("amount", amount=rest.amount, currency=currency)
    elif rest.minor and new.contact_id is None:
        yield NO_CUSTOMER.at("contact_id", amount=rest.amount, currency=currency)


def _charges(new: NewPayment, ground: Ground) -> Iterator[Problem]:
    for place, charge in enumerate(new.charges):
        if charge.invoice_id is not None and charge.invoice_id not in ground.positions:
            yield NOT_ISSUED.at(f"charges.{place}.invoice_id")
        if charge.amount.minor <= 0 or new.direction is Direction.OUT:
            yield PART_EMPTY.at(f"charges.{place}.amount")
        elif charge.amount.currency != new.amount.currency:
            facts = {"wanted": new.amount.currency, "paid": charge.amount.currency}
            yield OTHER_MONEY.at(f"charges.{place}.amount", number="", **facts)


def _amounts(new: NewPayment) -> Iterator[Money]:
    yield from (part.amount for part in new.parts)
    yield from (charge.amount for charge in new.charges)
