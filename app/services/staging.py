"""Staging: parts of a work are invoiced before it is done; the final invoice takes them off."""

from __future__ import annotations

from dataclasses import replace

from app.documents.invoice_deductions import deduction_text, excess_text, part_text
from app.domain.invoices.crediting import left_of
from app.domain.invoices.deducting import (
    ALREADY_FINAL,
    STAGES,
    NothingToDeduct,
    deduction,
    final_number,
)
from app.domain.invoices.draft import Draft, content_of, fresh_copy
from app.domain.invoices.excess import NothingTooMuch, excess_of, takes_of
from app.domain.invoices.invoice import Deducted, Invoice, Kind, State
from app.domain.invoices.stages import NoWork, Share, Stage, check_share, stage_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import Invalid
from app.formats.packs import pack
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in
from app.services import crediting, invoices
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.origins import Origins
from app.services.permissions import Permission, command, query


@query(Permission.INVOICES_READ)
def left(desk: Desk, invoice_id: InvoiceId) -> tuple[Deducted, ...]:
    """Return what of the earlier papers of a work is left to take off; raises NotFound."""
    return Origins(desk).left_for(desk.store.invoices.get(invoice_id))


@command(Permission.INVOICES_DRAFT)
def down_payment(desk: Desk, invoice_id: InvoiceId, share: Share) -> Invoice:
    """Draft the invoice of a part of a work before it is begun, from the draft of the whole.

    Also from an earlier paper of the same work. Raises NotFound, NoWork, Invalid.
    """
    return _stage(desk, invoice_id, Kind.DOWN_PAYMENT, share)


@command(Permission.INVOICES_DRAFT)
def partial(desk: Desk, invoice_id: InvoiceId, share: Share) -> Invoice:
    """Draft the invoice of a part of a work that is done; otherwise as a down payment."""
    return _stage(desk, invoice_id, Kind.PARTIAL, share)


@command(Permission.INVOICES_DRAFT)
def final(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Make the draft of the whole work its final invoice, which takes off the earlier papers.

    Also from one of them; a draft that takes off some is brought up to date. Raises NotFound,
    NothingToDeduct, and Invalid where they come to more than the work or a final one stands.
    """
    paper = desk.store.invoices.get(invoice_id)
    begun = _begun(desk, paper)
    if begun is not None:
        return invoices.revise(desk, begun.id, begun.version, _final(desk, begun))
    whole = desk.store.invoices.get(paper.project)
    if number := final_number(Origins(desk).papers_of(whole.project)):
        raise Invalid((ALREADY_FINAL.at("lines", number=number),))
    again = replace(whole, lines=tuple(line for line in whole.lines if not line.deducts))
    fresh = replace(fresh_copy(again), project_id=whole.project)
    return invoices.draft(desk, _final(desk, invoices.written(desk, fresh)))


@command(Permission.INVOICES_DRAFT)
def credit_excess(desk: Desk, invoice_id: InvoiceId) -> Invoice:
    """Draft the credit note on what was invoiced of a work beyond what the work comes to.

    It is on the newest paper that has some of it; what an older one has is drafted once that note
    is issued. One that is drafted already is returned. Raises NotFound, NoWork, NothingTooMuch.
    """
    paper, origins = desk.store.invoices.get(invoice_id), Origins(desk)
    whole = _begun(desk, paper)
    if whole is None:
        raise NoWork(number=paper.number)
    drafts = (one for one in _papers(desk, paper.project) if one.state is State.DRAFT)
    if note := next((one for one in drafts if one.kind is Kind.CREDIT_NOTE), None):
        return note
    excess = excess_of(whole, origins.left_for(whole))
    for one in reversed(origins.papers_of(whole.project)):
        if one.kind in STAGES:
            takes = takes_of(one, left_of(one, origins.credits_on(one.id)), excess)
            if takes:
                return crediting.credit(desk, one.id, takes, excess_text(say_in(one.language)))
    raise NothingTooMuch


def _stage(desk: Desk, invoice_id: InvoiceId, kind: Kind, share: Share) -> Invoice:
    paper = desk.store.invoices.get(invoice_id)
    whole = _begun(desk, paper)
    if whole is None or paper.kind is Kind.CREDIT_NOTE:
        raise NoWork(number=paper.number)
    require_right(tuple(check_share(share, whole, Origins(desk).left_for(whole))))
    say = say_in(whole.language)
    country = pack(desk.store.company.get().country)
    untaxed = country.advances.vat if kind is Kind.DOWN_PAYMENT else ""
    words = _words(kind, share, whole, say)
    return invoices.draft(desk, stage_of(whole, Stage(kind, share, words, untaxed)))


def _begun(desk: Desk, paper: Invoice) -> Invoice | None:
    """Return the draft of the whole work that a paper belongs to, if there is one."""
    ids = (paper.project, *desk.store.chains.of_project(paper.project))
    papers = (desk.store.invoices.get(one.id) for one in desk.store.invoices.rows(ids))
    whole = (one for one in papers if one.kind in {Kind.INVOICE, Kind.FINAL})
    return next((one for one in whole if one.state is State.DRAFT), None)


def _papers(desk: Desk, project_id: InvoiceId) -> tuple[Invoice, ...]:
    """Return every paper of a work but the draft of the whole, also those not issued."""
    return tuple(map(desk.store.invoices.get, desk.store.chains.of_project(project_id)))


def _final(desk: Desk, whole: Invoice) -> Draft:
    """Return a whole work as its final invoice: its lines, then what was invoiced before."""
    left = Origins(desk).left_for(whole)
    if not left:
        raise NothingToDeduct
    say, content = say_in(whole.language), content_of(whole)
    day = formats_in(whole.language, desk.store.company.get().country).day
    lines = tuple(line for line in content.lines if line.deducts is None)
    taken = []
    for one in left:
        text = deduction_text(one.number, day(one.issued_on), say)
        taken.append(deduction(one, text, is_gross=whole.is_gross))
    return replace(content, kind=Kind.FINAL, lines=(*lines, *taken), project_id=whole.project)


def _words(kind: Kind, share: Share, whole: Invoice, say: Say) -> str:
    """Return what the lines of a part say, in the language of the buyer."""
    percent = formats_in(whole.language).percent(share.percent) if share.percent else ""
    return part_text(kind, percent, say)
