"""Deducting: what a final invoice takes off of the earlier ones of its work, each once.

What of an earlier one was credited, or taken off before, is left out; so all papers of a work
together have the net and the VAT of the whole, to the cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import Deducted, Invoice, Kind, Line
from app.domain.invoices.issue import rate_day
from app.domain.invoices.parts import CodePart, parts_of
from app.domain.invoices.totals import HUNDRED, line_total, totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money, money, zero
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.shared.refusals import Refusal
from app.domain.shared.vat import VatCode

NOT_DEDUCTED = Rule("invoices.not-deducted", "number")
DEDUCTION_CHANGED = Rule("invoices.deduction-changed")
ALREADY_FINAL = Rule("invoices.final-issued-before", "number")
TAKEN_BEFORE = Rule("invoices.deducted-by-final", "number")

STAGES = frozenset({Kind.DOWN_PAYMENT, Kind.PARTIAL})
WHOLE = frozenset({Kind.INVOICE, Kind.FINAL})
ONE_OFF = Quantity(Decimal(-1))


class NothingToDeduct(Refusal):
    """No down payment or partial invoice of this work is issued and still to be taken off."""

    code = "invoices.nothing-to-deduct"


def left_to_deduct(papers: Iterable[Invoice]) -> tuple[Deducted, ...]:
    """Return what is left to take off of the issued papers of a work, the oldest first."""
    known = {one.id: one for one in papers}
    left: dict[tuple[int, str, date], Deducted] = {}
    for one in known.values():
        if one.kind in STAGES and one.issued_on is not None:
            found = (_whole(part, one) for part in parts_of(one, totals_of(one)))
            left.update({_key(each): each for each in found})
    for one in known.values():
        for each in _less(one, known):
            if before := left.get(_key(each)):
                billed = before.billed - each.billed
                net = before.net - each.net
                left[_key(each)] = replace(before, net=net, tax=billed, billed=billed)
    return tuple(one for one in left.values() if one.net or one.billed)


def taken_at(
    left: Sequence[Deducted], draft: Invoice, codes: Mapping[str, VatCode], today: date
) -> tuple[Deducted, ...]:
    """Return what is left at the rates of a final invoice, where the law keeps the earlier VAT."""
    day = rate_day(draft, Line(""), today)
    return tuple(_taken_at(one, codes, day) for one in left)


def deduction(one: Deducted, text: str, *, is_gross: bool) -> DraftLine:
    """Return the line that takes off what is left, by the rate at which it is taken off."""
    return DraftLine(
        description=text,
        quantity=ONE_OFF,
        price=UnitPrice(one.as_priced(is_gross=is_gross).amount),
        vat=one.vat,
        delivered_on=one.taxed_on if one.tax == one.billed else None,
        deducts=one.invoice_id,
    )


def deducted_by(draft: Invoice, left: Sequence[Deducted]) -> tuple[Deducted, ...]:
    """Return what the lines of a draft that deduct come to: of each what is left, once."""
    return tuple(found for found in _matched(draft, left) if found is not None)


def deducted_back(note: Invoice, origin: Invoice) -> tuple[Deducted, ...]:
    """Return what a credit note on a final invoice gives back of what that took off."""
    found = []
    for line in note.lines:
        for one in (one for one in origin.deducted if _is_of(line, one)):
            amount = line_total(line, note.currency).net.minor
            share = Decimal(-amount) / one.as_priced(is_gross=note.is_gross).minor
            found.append(_scaled(one, share))
    return tuple(found)


def check_final(
    draft: Invoice, papers: Sequence[Invoice], left: Sequence[Deducted]
) -> Iterator[Problem]:
    """Yield what a final invoice takes off wrongly, or not at all."""
    matched = _matched(draft, left)
    lines = [place for place, line in enumerate(draft.lines) if line.deducts]
    for place, found in zip(lines, matched, strict=True):
        if found is None:
            yield DEDUCTION_CHANGED.at(f"lines.{place}.price")
    if draft.kind in WHOLE:
        taken = {_key(one) for one in matched if one is not None}
        missing = {one.number for one in left if _key(one) not in taken}
        for number in sorted(missing):
            yield NOT_DEDUCTED.at("lines", number=number)
    if number := final_number(papers):
        yield ALREADY_FINAL.at("lines", number=number)


def check_taken(note: Invoice, papers: Sequence[Invoice]) -> Iterator[Problem]:
    """Yield what a credit note gives back of a paper that a final invoice took off already."""
    origin_id = note.origin.invoice_id if note.origin else None
    origin = next((one for one in papers if one.id == origin_id), None)
    if origin is None or origin.kind not in STAGES:
        return
    left = {_key(one): one.net for one in left_to_deduct(papers)}
    for part in parts_of(note, totals_of(note)):
        one = _whole(part, origin)
        rest = left.get(_key(one), zero(note.currency))
        if abs(rest.minor) < abs(one.net.minor):
            yield TAKEN_BEFORE.at("lines", number=final_number(papers))
            return


def final_number(papers: Sequence[Invoice]) -> str:
    """Return the number of the final invoice that stands, not wholly credited, or nothing."""
    for final in (one for one in papers if one.kind is Kind.FINAL):
        notes = (one for one in papers if one.origin and one.origin.invoice_id == final.id)
        credited = sum(totals_of(one).gross.minor for one in notes if one.kind is Kind.CREDIT_NOTE)
        if not credited or credited < totals_of(final).gross.minor:
            return final.number
    return ""


def _matched(draft: Invoice, left: Sequence[Deducted]) -> list[Deducted | None]:
    """Return for each line that deducts what it takes off, None where it is not that amount."""
    waiting = list(left)
    found: list[Deducted | None] = []
    for line in (line for line in draft.lines if line.deducts):
        amount = -line_total(line, draft.currency).net
        fitting = (one for one in waiting if _is_of(line, one))
        same = (one for one in fitting if one.as_priced(is_gross=draft.is_gross) == amount)
        found.append(next(same, None))
        waiting = [one for one in waiting if one is not found[-1]]
    return found


def _is_of(line: Line, one: Deducted) -> bool:
    return (line.deducts, line.vat, line.rate) == (one.invoice_id, one.vat, one.rate)


def _less(one: Invoice, known: Mapping[InvoiceId, Invoice]) -> Iterator[Deducted]:
    """Yield what a paper takes from what earlier ones of its work left."""
    origin = known.get(one.origin.invoice_id) if one.origin else None
    is_credit = one.kind is Kind.CREDIT_NOTE
    if is_credit and origin is not None and origin.kind in STAGES:
        for part in parts_of(one, totals_of(one)):
            yield _whole(part, origin)
    for each in one.deducted:
        yield _scaled(each, Decimal(-1)) if is_credit else each


def _whole(part: CodePart, one: Invoice) -> Deducted:
    """Return a part of an earlier invoice as it is taken off as a whole."""
    assert one.issued_on is not None
    days = (
        rate_day(one, line, one.issued_on)
        for line in one.lines
        if (line.vat, line.rate) == (part.vat, part.rate)
    )
    return Deducted(
        invoice_id=one.id,
        number=one.number,
        issued_on=one.issued_on,
        kind=one.kind,
        vat=part.vat,
        taxed_on=min(days, default=one.issued_on),
        category=part.category,
        rate=part.rate,
        net=part.net,
        tax=part.tax,
        billed=part.tax,
        exchange=one.exchange.rate if one.exchange else None,
    )


def _taken_at(one: Deducted, codes: Mapping[str, VatCode], day: date) -> Deducted:
    rate = codes[one.vat].rate_on(day) if one.vat in codes else one.rate
    if rate == one.rate:
        return one
    return replace(one, rate=rate, tax=money(one.net.amount * rate / HUNDRED, one.net.currency))


def _scaled(one: Deducted, share: Decimal) -> Deducted:
    def scaled(amount: Money) -> Money:
        return money(amount.amount * share, amount.currency)

    return replace(one, net=scaled(one.net), tax=scaled(one.tax), billed=scaled(one.billed))


def _key(one: Deducted) -> tuple[int, str, date]:
    return one.invoice_id, one.vat, one.taxed_on
