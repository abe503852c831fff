"""What a credit note changes: in Thailand the value before it, the right one, and the difference.

Thai law wants all three on the paper (Revenue Code, section 86/10). What earlier credit notes have
taken back is no value any more.
"""

from __future__ import annotations

from app.documents.model import Block, Fact, Facts
from app.domain.invoices.invoice import Invoice, Totals
from app.domain.shared.money import zero
from app.lang.formats import Formats
from app.lang.texts import Say


def changed_values(
    invoice: Invoice, totals: Totals, say: Say, formats: Formats
) -> tuple[Block, ...]:
    """Return the values before and after a credit note; nothing where it credits no invoice."""
    if not invoice.rest:
        return ()
    before = zero(invoice.currency)
    for rest in invoice.rest:
        left = rest.lines - rest.allowance
        before += left - rest.tax if invoice.is_gross else left
    values = {
        say("Value left of the original tax invoice"): before,
        say("Right value"): before - totals.net,
        say("Difference"): totals.net,
    }
    return (
        Facts(
            tuple(
                Fact(label, formats.money(one.minor, one.currency)) for label, one in values.items()
            )
        ),
    )
