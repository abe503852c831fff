"""The kinds of e-invoice, as people call them."""

from __future__ import annotations

from app.domain.shared.eformats import EFormat
from app.lang.texts import mark

EFORMATS = {
    EFormat.NONE: mark("On paper alone"),
    EFormat.FACTURX: mark("Factur-X / ZUGFeRD, inside the PDF"),
    EFormat.XRECHNUNG_CII: mark("XRechnung, inside the PDF (CII)"),
    EFormat.XRECHNUNG_UBL: mark("XRechnung (UBL)"),
    EFormat.PEPPOL: mark("Peppol BIS Billing"),
    EFormat.FINVOICE: mark("Finvoice"),
    EFormat.ETAX: mark("e-Tax invoice of Thailand"),
}
