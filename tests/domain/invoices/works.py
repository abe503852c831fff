"""Works in parts: their papers issued past the office, as its services would write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

from app.domain.invoices.crediting import credit_of, rests_of
from app.domain.invoices.deducting import deducted_back, deducted_by, deduction, left_to_deduct
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Deducted, Invoice, Kind, Line, State
from app.domain.invoices.stages import Share, Stage, stage_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Rate, UnitPrice

DAY = date(2026, 3, 10)
_ids = count(100)


def share(text: str) -> Share:
    """Return a share in per cent."""
    return Share(percent=Rate(Decimal(text)))


def part(whole: Invoice, much: Share, kind: Kind = Kind.DOWN_PAYMENT) -> Invoice:
    """Return the issued invoice of a part of a work."""
    content = stage_of(whole, Stage(kind, much, "Part"))
    rates = {line.vat: line for line in whole.lines}
    return _issued(whole, content, [_rated(line, rates[line.vat]) for line in content.lines])


def final(whole: Invoice, papers: Sequence[Invoice], left: Sequence[Deducted] = ()) -> Invoice:
    """Return the final invoice of a work, which takes off what its papers left."""
    left = left or left_to_deduct(papers)
    lines = [
        replace(_rated(deduction(one, "Less", is_gross=whole.is_gross), Line("")), rate=one.rate)
        for one in left
    ]
    fixed = [replace(line, category=one.category) for line, one in zip(lines, left, strict=True)]
    draft = replace(whole, kind=Kind.FINAL, lines=(*whole.lines, *fixed), project_id=whole.id)
    return _numbered(replace(draft, deducted=deducted_by(draft, left)))


def credit(origin: Invoice, earlier: Sequence[Invoice] = ()) -> Invoice:
    """Return the credit note on all that is left of a paper."""
    content = credit_of(origin, earlier, (), "Wrong")
    lines = [_rated(line, origin.lines[line.credits or 0]) for line in content.lines]
    note = _issued(origin, content, lines)
    note = replace(note, origin=content.origin, rest=rests_of(origin, earlier))
    return replace(note, deducted=deducted_back(note, origin))


def _issued(whole: Invoice, content: Draft, lines: Sequence[Line]) -> Invoice:
    return _numbered(
        replace(
            whole,
            kind=content.kind,
            lines=tuple(lines),
            discount=content.discount,
            project_id=content.project_id,
            deducted=(),
        )
    )


def _numbered(one: Invoice) -> Invoice:
    own = next(_ids)
    return replace(
        one, id=InvoiceId(own), number=f"2026{own}", state=State.ISSUED, issued_on=DAY, due_on=DAY
    )


def _rated(line: DraftLine, like: Line) -> Line:
    return replace(
        like,
        description=line.description,
        quantity=line.quantity,
        unit=line.unit,
        price=line.price or UnitPrice(Decimal(0)),
        vat=line.vat,
        discount=line.discount,
        delivered_on=line.delivered_on,
        credits=line.credits,
        is_reduction=line.is_reduction,
        deducts=line.deducts,
    )
