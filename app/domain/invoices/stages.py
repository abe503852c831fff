"""Stages of one work: down payments, partial invoices, and the final one that takes them off.

All papers of a work have its project id. What of an earlier one was credited, or taken off before,
is left out; so the papers together have the net and the VAT of the whole, to the cent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from app.domain.invoices.draft import Draft, DraftLine, content_of
from app.domain.invoices.invoice import NO_DISCOUNT, Deducted, Invoice, Kind
from app.domain.invoices.parts import CodePart, parts_of
from app.domain.invoices.totals import HUNDRED, shared_out, totals_of
from app.domain.shared.money import Money, money, total
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate, UnitPrice
from app.domain.shared.refusals import IllegalTransition

SHARE_MISSING = Rule("invoices.share-missing")
SHARE_ABOVE = Rule("invoices.share-above-work", "amount", "left", "currency")


class NoWork(IllegalTransition):
    """A part is asked of the draft of the whole work, and that was issued or thrown away."""

    code = "invoices.no-work-to-share"


class AtNewRate(Enum):
    """What becomes of VAT that an earlier invoice had, where the rate has changed since."""

    KEPT = "kept"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class StageRules:
    """What a country says of invoices before delivery.

    ``vat`` is the code of a down payment that is not taxed yet, empty where it is taxed; with
    ``is_due_on_payment`` its tax is due when it is paid, not when it is invoiced.
    """

    at_new_rate: AtNewRate = AtNewRate.CORRECTED
    vat: str = ""
    is_due_on_payment: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a work is invoiced: in per cent, or as an amount in the way its prices are."""

    percent: Rate = Rate(Decimal(0))
    amount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a work that is to be drafted: what paper it is, how much, what its lines say."""

    kind: Kind
    share: Share
    text: str
    vat: str = ""


def stage_of(whole: Invoice, stage: Stage) -> Draft:
    """Return the draft of a part of a whole work: a line for each of its VAT codes."""
    parts = parts_of(whole, totals_of(whole))
    amounts = _amounts(stage.share, [_value(part, whole) for part in parts], whole.currency)
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for part, amount in zip(parts, amounts, strict=True):
        sums[stage.vat or part.vat] += amount.amount
    lines = tuple(
        DraftLine(description=stage.text, price=UnitPrice(amount), vat=vat)
        for vat, amount in sums.items()
        if amount
    )
    return replace(
        content_of(whole),
        kind=stage.kind,
        lines=lines,
        discount=NO_DISCOUNT,
        issued_on=None,
        due_on=None,
        delivered_on=None,
        period_from=None,
        period_to=None,
        note="",
        origin=None,
        reason="",
        project_id=whole.project,
    )


def check_share(share: Share, whole: Invoice, left: Sequence[Deducted]) -> Iterator[Problem]:
    """Yield what is wrong with a share of a work of which some is invoiced already."""
    is_either = bool(share.percent) is not bool(share.amount)
    if not is_either or not 0 <= share.percent <= HUNDRED or share.amount < 0:
        yield SHARE_MISSING.at("share")
        return
    values = [_value(part, whole) for part in parts_of(whole, totals_of(whole))]
    currency = whole.currency
    wanted = total(_amounts(share, values, currency), currency)
    earlier = total(tuple(one.as_priced(is_gross=whole.is_gross) for one in left), currency)
    rest = total(tuple(values), currency) - earlier
    if rest < wanted:
        facts = {"amount": wanted.amount, "left": rest.amount, "currency": currency}
        yield SHARE_ABOVE.at("share", **facts)


def _value(part: CodePart, whole: Invoice) -> Money:
    return part.net + part.tax if whole.is_gross else part.net


def _amounts(share: Share, values: Sequence[Money], currency: str) -> tuple[Money, ...]:
    """Return the share of each part, in money."""
    if share.percent:
        return tuple(money(one.amount * share.percent / HUNDRED, currency) for one in values)
    whole = money(share.amount, currency)
    parts = shared_out(whole.minor, [one.minor for one in values])
    return tuple(Money(part, currency) for part in parts)
