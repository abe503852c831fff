"""What the writers of e-invoices share: names of profiles, and how codes are told."""

from __future__ import annotations

from base64 import b64encode

from app.domain.invoices.einvoice import Adjustment, BillLine
from app.domain.shared.eformats import EFormat
from app.domain.shared.vat import Category
from app.formats.einvoices.writing import number

EN_16931 = "urn:cen.eu:en16931:2017"
_XRECHNUNG = f"{EN_16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
"""The business process (BT-23): an invoice, sent and received."""
GUIDELINES = {
    EFormat.FACTURX: EN_16931,
    EFormat.XRECHNUNG_CII: _XRECHNUNG,
    EFormat.XRECHNUNG_UBL: _XRECHNUNG,
    EFormat.PEPPOL: f"{EN_16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
}
"""The rules that an e-invoice keeps (BT-24)."""


def rate_of(taxed: BillLine | Adjustment) -> str:
    """Return the rate of a line or an allowance; outside the scope of VAT there is none."""
    return "" if taxed.category is Category.OUTSIDE_SCOPE else number(taxed.rate)


def base64_of(content: bytes) -> str:
    """Return bytes as XML holds them."""
    return b64encode(content).decode("ascii")
