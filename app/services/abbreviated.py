"""Abbreviated tax invoices: without a buyer, at prices that include VAT, where retailers may."""

from __future__ import annotations

from app.domain.invoices.checks import ABBREVIATED_IN
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.shared.ids import InvoiceId, new_id
from app.domain.shared.refusals import Refusal
from app.services.drafting import Drafting
from app.services.office import Desk
from app.services.permissions import Permission, command


class NoAbbreviated(Refusal):
    """The country of the office knows no abbreviated tax invoice."""

    code = "invoices.no-abbreviated"


@command(Permission.INVOICES_DRAFT)
def begin(desk: Desk) -> Invoice:
    """Keep the empty draft of such an invoice, to be paid at once; raises NoAbbreviated."""
    drafting = Drafting(desk)
    if drafting.company.country != ABBREVIATED_IN:
        raise NoAbbreviated(country=drafting.company.country)
    content = Draft(kind=Kind.ABBREVIATED, is_gross=True, terms_days=0)
    return drafting.kept(content, InvoiceId(new_id()))
