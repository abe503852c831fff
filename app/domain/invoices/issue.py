"""Issuing: which rate holds, what stands in the way, and what an issued invoice is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from app.domain.invoices.invoice import Invoice, Kind, Line, State
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.vat import NoRateYet, VatCode

DUE_TWICE = Rule("invoices.due-at-once-and-on-payment")


def issue(draft: Invoice, number: str, today: date, reference: str) -> Invoice:
    """Return the issued invoice; raises NotADraft.

    Its day is the one chosen, else today; it is due on the day given, else after its terms.
    """
    draft.require_draft()
    issued_on = draft.issued_on or today
    return replace(
        draft,
        state=State.ISSUED,
        version=draft.version + 1,
        number=number,
        reference=reference,
        issued_on=issued_on,
        due_on=due_day(draft, issued_on),
    )


def series_of(kind: Kind) -> str:
    """Return the number series of a kind of paper: credit notes have their own."""
    return kind.value if kind is Kind.CREDIT_NOTE else Kind.INVOICE.value


def due_day(draft: Invoice, issued_on: date) -> date:
    """Return the day it is due: the day given, else after its terms, as far as the calendar goes.

    Terms that are out of range are named by check; a page can be shown of such a draft as well.
    """
    if draft.due_on:
        return draft.due_on
    furthest = (date.max - issued_on).days
    return issued_on + timedelta(days=max(0, min(draft.terms_days, furthest)))


def rated(draft: Invoice, codes: Mapping[str, VatCode], today: date) -> Invoice:
    """Return the draft with the rate and category of every line fixed by its own day.

    A line whose code is unknown, or had no rate on that day, stays as it is: check names it.
    """
    lines = tuple(_rated_line(draft, line, codes, today) for line in draft.lines)
    return replace(draft, lines=lines)


def rate_day(draft: Invoice, line: Line, today: date) -> date:
    """Return the day that chooses the rate: of delivery, else of the invoice, else today."""
    return line.delivered_on or draft.delivered_on or draft.issued_on or today


def check_due(draft: Invoice, on_payment: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem where a line is taxed at once on a paper whose tax is due on payment.

    The one is a tax invoice when it is issued, the other when it is paid.
    """
    if not any(line.vat in on_payment for line in draft.lines):
        return
    is_alone = draft.kind is not Kind.ABBREVIATED
    for place, line in enumerate(draft.lines):
        is_at_once = line.rate and line.vat not in on_payment
        if not line.is_heading and (is_at_once or not is_alone):
            yield DUE_TWICE.at(f"lines.{place}.vat")


def tidied(draft: Invoice) -> Invoice:
    """Return the draft without blank lines, and its texts without what cannot be seen."""
    lines = tuple(
        replace(line, description=some_lines(line.description), unit=one_line(line.unit))
        for line in draft.lines
        if not line.is_blank
    )
    return replace(
        draft,
        lines=lines,
        your_reference=one_line(draft.your_reference),
        our_reference=one_line(draft.our_reference),
        note=some_lines(draft.note),
        reason=some_lines(draft.reason),
        order_reference=one_line(draft.order_reference),
        contract_reference=one_line(draft.contract_reference),
    )


def _rated_line(draft: Invoice, line: Line, codes: Mapping[str, VatCode], today: date) -> Line:
    code = codes.get(line.vat)
    if code is None:
        return line
    try:
        rate = code.rate_on(rate_day(draft, line, today))
    except NoRateYet:
        return line
    return replace(line, rate=rate, category=code.category)
