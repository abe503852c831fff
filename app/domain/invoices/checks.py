"""What stands in the way of issuing an invoice: every problem at once, each at its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from app.domain.invoices.billing import Sending
from app.domain.invoices.buyers import BuyerNeeds, missing
from app.domain.invoices.einvoice_rules import check_sending
from app.domain.invoices.invoice import Discount, Invoice, Kind, Line, Totals
from app.domain.invoices.issue import rate_day
from app.domain.invoices.totals import line_total, totals_of
from app.domain.shared.early import check_early
from app.domain.shared.languages import check_language
from app.domain.shared.money import Money, TooLarge, minor_digits, total
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.quantities import quantity, rate, unit_price
from app.domain.shared.refusals import as_problem, refused_at
from app.domain.shared.vat import VatCode

LONG = timedelta(days=366)
LONGEST_TERMS = 3650
EARLIEST_YEAR = 1990
HUNDRED = Decimal(100)
ABBREVIATED_IN = "TH"

NO_CUSTOMER = Rule("invoices.no-customer")
NO_LINES = Rule("invoices.no-lines")
ABBREVIATED_ELSEWHERE = Rule("invoices.abbreviated-elsewhere")
ABBREVIATED_NET = Rule("invoices.abbreviated-net")
LINE_WITHOUT_DESCRIPTION = Rule("invoices.line-without-description")
LINE_WITHOUT_VAT = Rule("invoices.line-without-vat")
UNKNOWN_VAT = Rule("invoices.unknown-vat", "vat")
DISCOUNT_OUT_OF_RANGE = Rule("invoices.discount-out-of-range", "percent")
DISCOUNT_NEGATIVE = Rule("invoices.discount-negative", "amount")
DISCOUNT_TWICE = Rule("invoices.discount-twice")
DISCOUNT_TOO_LARGE = Rule("invoices.discount-too-large", "discount", "amount", "currency")
NEGATIVE_TOTAL = Rule("invoices.negative-total", "amount", "currency")
BELOW_ZERO = Rule("invoices.final-below-zero", "amount", "currency")
DUE_BEFORE_ISSUE = Rule("invoices.due-before-issue", "due_on", "issued_on")
DUE_LONG_AFTER = Rule("invoices.due-long-after", "due_on", "issued_on", is_warning=True)
TERMS_OUT_OF_RANGE = Rule("invoices.terms-out-of-range", "days", "most")
DATE_IN_FUTURE = Rule("invoices.date-in-future", "issued_on", "today")
DATE_IMPOSSIBLE = Rule("invoices.date-impossible", "issued_on")
DATE_LONG_AGO = Rule("invoices.date-long-ago", "issued_on", "today", is_warning=True)
DATE_BEFORE_LAST = Rule("invoices.date-before-last", "issued_on", "last_on", is_warning=True)
DATE_FAR_ON = Rule("invoices.date-far-on", "issued_on", "last_on", is_warning=True)
DELIVERED_FAR_OFF = Rule("invoices.delivered-far-off", "delivered_on", "issued_on", is_warning=True)


@dataclass(frozen=True, slots=True)
class IssueRules:
    """What a country asks of an invoice: its VAT codes and what the buyer must be known by.

    ``sending`` is who sends e-invoices; without it their rules are not looked at.
    """

    codes: Mapping[str, VatCode]
    buyer: BuyerNeeds = field(default_factory=BuyerNeeds)
    sending: Sending | None = None


def check(draft: Invoice, rules: IssueRules, today: date) -> tuple[Problem, ...]:
    """Return every reason not to issue a rated draft, warnings among them; none means go."""
    figures = check_figures(draft)
    sending = None if figures else rules.sending
    return (
        *_customer(draft, rules),
        *figures,
        *_lines(draft, rules, today),
        *_dates(draft, today),
        *_letters(draft),
        *(check_sending(draft, sending, today) if sending else ()),
    )


def check_figures(draft: Invoice) -> tuple[Problem, ...]:
    """Return the figures that the books cannot hold: such a draft cannot be saved or totalled."""
    unknown = refused_at("currency", lambda: minor_digits(draft.currency))
    if unknown := (*unknown, *check_language(draft.language, "language")):
        return unknown
    found = tuple(
        problem
        for place, line in enumerate(draft.lines)
        for problem in within(f"lines.{place}", _line_figures(line, draft.currency))
    )
    return found or _document_figures(draft)


def _customer(draft: Invoice, rules: IssueRules) -> Iterator[Problem]:
    if draft.kind is Kind.ABBREVIATED:
        yield from _abbreviated(draft, rules)
    elif draft.customer_id is None and (draft.buyer is None or not draft.buyer.name.strip()):
        yield NO_CUSTOMER.at("customer_id")
    elif draft.buyer is not None:
        yield from within("buyer", missing(draft, draft.buyer, rules.buyer))


def _abbreviated(draft: Invoice, rules: IssueRules) -> Iterator[Problem]:
    """Yield what does not fit a paper without a buyer: another country, prices without VAT."""
    if rules.buyer.country != ABBREVIATED_IN:
        yield ABBREVIATED_ELSEWHERE.at("kind")
    elif not draft.is_gross:
        yield ABBREVIATED_NET.at("is_gross")


def _letters(draft: Invoice) -> Iterator[Problem]:
    """Yield a warning for each text of the paper that has signs which cannot be printed."""
    names = ("your_reference", "our_reference", "note")
    yield from check_printable({name: getattr(draft, name) for name in names})
    for place, line in enumerate(draft.lines):
        texts = {"description": line.description, "unit": line.unit}
        yield from within(f"lines.{place}", check_printable(texts))
    if draft.buyer is not None:
        home = draft.buyer.address
        parts = (draft.buyer.name, home.street, home.extra, home.town, home.region)
        yield from check_printable({"buyer.name": " ".join(parts)})


def _lines(draft: Invoice, rules: IssueRules, today: date) -> Iterator[Problem]:
    if all(line.is_heading for line in draft.lines):
        yield NO_LINES.at("lines")
    for place, line in enumerate(draft.lines):
        if not line.description.strip():
            yield LINE_WITHOUT_DESCRIPTION.at(f"lines.{place}.description")
        if not line.is_heading:
            day = rate_day(draft, line, today)
            yield from within(f"lines.{place}.vat", _vat(line.vat, rules.codes, day))


def _vat(vat: str, codes: Mapping[str, VatCode], day: date) -> tuple[Problem, ...]:
    if not vat:
        return (LINE_WITHOUT_VAT.at(""),)
    if vat not in codes:
        return (UNKNOWN_VAT.at("", vat=vat),)
    return refused_at("", lambda: codes[vat].rate_on(day))


def _line_figures(line: Line, currency: str) -> tuple[Problem, ...]:
    found = (
        *refused_at("quantity", lambda: quantity(line.quantity)),
        *refused_at("price", lambda: unit_price(line.price)),
        *within("discount", _discount_figures(line.discount)),
    )
    if found:
        return found
    try:
        amount = line_total(line, currency).gross_of_discount
    except TooLarge as refusal:
        return (as_problem("price", refusal),)
    return _not_above(line.discount, amount)


def _document_figures(draft: Invoice) -> tuple[Problem, ...]:
    found = within("discount", _discount_figures(draft.discount))
    if found:
        return found
    try:
        totals = totals_of(draft)
    except TooLarge as refusal:
        return (as_problem("lines", refusal),)
    work = _work(draft, totals)
    if work.minor >= 0 and (above := _not_above(draft.discount, work)):
        return above
    if totals.gross.minor < 0:
        gross, is_final = totals.gross, work != totals.line_sum
        below = BELOW_ZERO if is_final else NEGATIVE_TOTAL
        amount = -gross.amount if is_final else gross.amount
        return (below.at("lines", amount=amount, currency=gross.currency),)
    return ()


def _work(draft: Invoice, totals: Totals) -> Money:
    """Return the sum of the lines that deduct nothing: what the discount is on."""
    pairs = zip(draft.lines, totals.lines, strict=True)
    return total(tuple(one.net for line, one in pairs if not line.deducts), draft.currency)


def _discount_figures(discount: Discount) -> tuple[Problem, ...]:
    found = (
        *refused_at("percent", lambda: rate(discount.percent)),
        *refused_at("amount", lambda: unit_price(discount.amount)),
    )
    if found:
        return found
    if discount.percent and discount.amount:
        return (DISCOUNT_TWICE.at("amount"),)
    if not 0 <= discount.percent <= HUNDRED:
        return (DISCOUNT_OUT_OF_RANGE.at("percent", percent=discount.percent),)
    if discount.amount < 0:
        return (DISCOUNT_NEGATIVE.at("amount", amount=discount.amount),)
    return ()


def _not_above(discount: Discount, amount: Money) -> tuple[Problem, ...]:
    if not discount.amount or discount.amount <= amount.amount:
        return ()
    facts = {"discount": discount.amount, "amount": amount.amount, "currency": amount.currency}
    return (DISCOUNT_TOO_LARGE.at("discount.amount", **facts),)


def check_far_on(issued_on: date, last_on: date | None) -> tuple[Problem, ...]:
    """Ask where a paper is of a day before or long after the last: perhaps the clock is wrong."""
    if last_on is not None and issued_on < last_on:
        return (DATE_BEFORE_LAST.at("issued_on", issued_on=issued_on, last_on=last_on),)
    if last_on is None or issued_on - last_on <= LONG:
        return ()
    return (DATE_FAR_ON.at("issued_on", issued_on=issued_on, last_on=last_on),)


def _dates(draft: Invoice, today: date) -> Iterator[Problem]:
    issued_on = draft.issued_on or today
    if issued_on > today + timedelta(days=1):
        yield DATE_IN_FUTURE.at("issued_on", issued_on=issued_on, today=today)
    elif issued_on.year < EARLIEST_YEAR:
        yield DATE_IMPOSSIBLE.at("issued_on", issued_on=issued_on)
    elif today - issued_on > LONG:
        yield DATE_LONG_AGO.at("issued_on", issued_on=issued_on, today=today)
    if not 0 <= draft.terms_days <= LONGEST_TERMS:
        yield TERMS_OUT_OF_RANGE.at("terms_days", days=draft.terms_days, most=LONGEST_TERMS)
    yield from check_early(draft.early, "early")
    if draft.due_on is not None:
        yield from _due(draft.due_on, issued_on)
    days = {
        f"lines.{at}.delivered_on": line.delivered_on
        for at, line in enumerate(draft.lines)
        if not line.deducts
    }
    for name, day in {"delivered_on": draft.delivered_on, **days}.items():
        if day is not None and abs(day - issued_on) > LONG:
            yield DELIVERED_FAR_OFF.at(name, delivered_on=day, issued_on=issued_on)


def _due(due_on: date, issued_on: date) -> Iterator[Problem]:
    if due_on < issued_on:
        yield DUE_BEFORE_ISSUE.at("due_on", due_on=due_on, issued_on=issued_on)
    elif due_on - issued_on > LONG:
        yield DUE_LONG_AFTER.at("due_on", due_on=due_on, issued_on=issued_on)
