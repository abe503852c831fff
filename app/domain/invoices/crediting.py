"""Credit notes: what of an issued invoice is left to take back, and the draft that takes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import (
    NO_DISCOUNT,
    Discount,
    Invoice,
    Kind,
    Line,
    Origin,
    State,
    VatRest,
)
from app.domain.invoices.issue import rate_day
from app.domain.invoices.totals import line_total, totals_of
from app.domain.shared.money import Money, money, total
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import PRICE_PLACES, Quantity, UnitPrice
from app.domain.shared.refusals import IllegalTransition, Refusal

CREDITED_MORE = Rule("invoices.credited-more-than-invoiced", "amount", "left", "currency")
RETURNED_MORE = Rule("invoices.returned-more-than-invoiced", "quantity", "left")
WITHOUT_ORIGIN = Rule("invoices.credit-without-origin")
WITHOUT_REASON = Rule("invoices.credit-without-reason")
NOT_OF_ORIGIN = Rule("invoices.credit-not-of-origin", "number")


class NotCreditable(IllegalTransition):
    """Only an issued invoice can be credited: neither a draft nor a credit note."""

    code = "invoices.not-creditable"


class NothingLeft(Refusal):
    """Everything on the invoice was credited before."""

    code = "invoices.nothing-left-to-credit"


class NoSuchLine(Refusal):
    """The invoice has no line at that place that could be credited."""

    code = "invoices.no-such-line"


@dataclass(frozen=True, slots=True)
class Left:
    """What of a line was not credited yet: so many, and its amount after its own discount."""

    quantity: Quantity
    amount: Money


@dataclass(frozen=True, slots=True)
class Take:
    """What to credit of the line at a place: so many of it, or so much of its price.

    ``amount`` is in units of money and includes VAT where the invoice's prices do; with neither
    all that is left is taken.
    """

    place: int
    quantity: Quantity | None = None
    amount: Decimal | None = None


def credit_of(
    origin: Invoice, earlier: Sequence[Invoice], takes: Sequence[Take] = (), reason: str = ""
) -> Draft:
    """Return the draft of a credit note on an invoice; without takes, of all that is left.

    ``earlier`` are the notes issued on it before. Raises NotCreditable, NothingLeft, NoSuchLine.
    What asks for more than is left is drafted all the same: the check names it at its line.
    """
    issued_on = day_of(origin)
    left = left_of(origin, earlier)
    wanted = takes or [Take(place) for place in sorted(left) if _is_left(left[place])]
    if not wanted:
        raise NothingLeft(number=origin.number)
    lines = tuple(_taken(origin, take, left) for take in wanted)
    taken = replace(origin, lines=lines, discount=_discount(origin, lines))
    content = content_of(taken)
    return replace(
        content,
        kind=Kind.CREDIT_NOTE,
        origin=Origin(origin.id, origin.number, issued_on),
        reason=reason,
        issued_on=None,
        due_on=None,
        note="",
        exchange=origin.exchange,
    )


def day_of(origin: Invoice) -> date:
    """Return the day of an issued invoice; raises NotCreditable for any other paper."""
    is_issued = origin.state is State.ISSUED and origin.kind is not Kind.CREDIT_NOTE
    if origin.issued_on is None or not is_issued:
        raise NotCreditable(invoice=origin.id, number=origin.number, kind=origin.kind.value)
    return origin.issued_on


def left_of(origin: Invoice, earlier: Sequence[Invoice]) -> dict[int, Left]:
    """Return what is left of each line of an invoice, by its place; headings are not among them."""
    left = {
        place: Left(line.quantity, line_total(line, origin.currency).net)
        for place, line in enumerate(origin.lines)
        if not line.is_heading
    }
    for line in (line for one in earlier for line in one.lines if line.credits in left):
        before = left[line.credits or 0]
        returned = Decimal(0) if line.is_reduction else line.quantity
        left[line.credits or 0] = Left(
            Quantity(before.quantity - returned),
            before.amount - line_total(line, origin.currency).net,
        )
    return left


def rests_of(origin: Invoice, earlier: Sequence[Invoice]) -> tuple[VatRest, ...]:
    """Return what is left of each VAT category and rate of an invoice after its credits."""
    rests = {
        (part.category, part.rate): VatRest(
            part.category, part.rate, part.lines, part.allowance, part.tax
        )
        for part in totals_of(origin).vat
    }
    for part in (part for one in earlier for part in totals_of(one).vat):
        if before := rests.get((part.category, part.rate)):
            rests[part.category, part.rate] = replace(
                before,
                lines=before.lines - part.lines,
                allowance=before.allowance - part.allowance,
                tax=before.tax - part.tax,
            )
    return tuple(rests.values())


def check_credit(
    draft: Invoice, origin: Invoice | None, earlier: Sequence[Invoice]
) -> Iterator[Problem]:
    """Yield what a credit note takes beyond what its invoice has left, each at its line.

    ``origin`` is None where the draft names none.
    """
    if origin is None:
        yield WITHOUT_ORIGIN.at("origin")
        return
    if not draft.reason.strip():
        yield WITHOUT_REASON.at("reason")
    if (draft.currency, draft.customer_id) != (origin.currency, origin.customer_id):
        yield NOT_OF_ORIGIN.at("customer_id", number=origin.number)
        return
    yield from _lines_beyond(draft, left_of(origin, earlier))
    yield from _groups_beyond(draft, rests_of(origin, earlier))


def _lines_beyond(draft: Invoice, left: dict[int, Left]) -> Iterator[Problem]:
    for place, line in enumerate(draft.lines):
        if line.credits not in left:
            continue
        rest = left[line.credits or 0]
        amount = line_total(line, draft.currency).net
        if not line.is_reduction and _beyond(line.quantity, rest.quantity):
            facts = {"quantity": line.quantity, "left": rest.quantity}
            yield RETURNED_MORE.at(f"lines.{place}.quantity", **facts)
        elif _beyond(amount.amount, rest.amount.amount):
            yield _more(f"lines.{place}.price", amount, rest.amount)
        returned = Decimal(0) if line.is_reduction else line.quantity
        left[line.credits or 0] = Left(Quantity(rest.quantity - returned), rest.amount - amount)


def _groups_beyond(draft: Invoice, rests: tuple[VatRest, ...]) -> Iterator[Problem]:
    left = {(rest.category, rest.rate): rest.lines for rest in rests}
    for part in totals_of(draft).vat:
        rest = left.get((part.category, part.rate), part.lines - part.lines)
        if _beyond(part.lines.amount, rest.amount):
            yield _more("lines", part.lines, rest)


def _more(field: str, amount: Money, left: Money) -> Problem:
    facts = {"amount": amount.amount, "left": left.amount, "currency": left.currency}
    return CREDITED_MORE.at(field, **facts)


def _beyond(amount: Decimal, left: Decimal) -> bool:
    """Say whether an amount is more than is left, on the side on which it is left."""
    return amount < min(left, Decimal(0)) or amount > max(left, Decimal(0))


def _is_left(left: Left) -> bool:
    return bool(left.amount) or bool(left.quantity)


def _taken(origin: Invoice, take: Take, left: dict[int, Left]) -> Line:
    """Return the line of a credit note that takes what is wanted."""
    if take.place not in left:
        raise NoSuchLine(number=origin.number, place=take.place + 1)
    line, rest = origin.lines[take.place], left[take.place]
    day = rate_day(origin, line, day_of(origin))
    fixed = replace(line, credits=take.place, delivered_on=day)
    if take.amount is not None:
        return replace(
            fixed,
            quantity=Quantity(Decimal(1)),
            unit="",
            price=UnitPrice(take.amount),
            discount=NO_DISCOUNT,
            is_reduction=True,
        )
    return _returned(fixed, rest, rest.quantity if take.quantity is None else take.quantity)


def _returned(line: Line, rest: Left, quantity: Quantity) -> Line:
    """Return a line with so many of it taken back, at what it cost."""
    currency = rest.amount.currency
    discount = line.discount
    if discount.amount and line.quantity:
        share = money(discount.amount * quantity / line.quantity, currency).amount
        discount = replace(discount, amount=share)
    part = replace(line, quantity=quantity, discount=discount)
    amount = line_total(part, currency).net
    if quantity == rest.quantity or _beyond(amount.amount, rest.amount.amount):
        return part if amount == rest.amount else _worth(part, rest.amount)
    return part


def _worth(line: Line, amount: Money) -> Line:
    """Return a line that comes to exactly so much, with a price of its own."""
    step = Decimal(1).scaleb(-PRICE_PLACES)
    if line.quantity:
        price = UnitPrice((amount.amount / line.quantity).quantize(step, ROUND_HALF_UP))
        fitting = replace(line, price=price, discount=NO_DISCOUNT)
        if line_total(fitting, amount.currency).net == amount:
            return fitting
    return replace(
        line,
        quantity=Quantity(Decimal(1)),
        price=UnitPrice(amount.amount),
        discount=NO_DISCOUNT,
        is_reduction=not line.quantity,
    )


def _discount(origin: Invoice, lines: Sequence[Line]) -> Discount:
    """Return the part of the invoice's own discount that goes with these lines."""
    if not origin.discount.amount:
        return origin.discount
    whole = totals_of(origin).line_sum
    part = total(tuple(line_total(line, origin.currency).net for line in lines), origin.currency)
    if not whole.minor:
        return NO_DISCOUNT
    share = origin.discount.amount * part.minor / whole.minor
    return Discount(amount=money(share, origin.currency).amount)
