"""Every e-invoice that we write, by its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.invoices.einvoice import EBill
from app.domain.shared.eformats import EFormat
from app.formats.einvoices.write_cii import write_cii
from app.formats.einvoices.write_etax import write_etax
from app.formats.einvoices.write_finvoice import write_finvoice
from app.formats.einvoices.write_ubl import write_ubl

WRITERS: Mapping[EFormat, Callable[[EBill], bytes]] = {
    EFormat.FACTURX: write_cii,
    EFormat.XRECHNUNG_CII: write_cii,
    EFormat.XRECHNUNG_UBL: write_ubl,
    EFormat.PEPPOL: write_ubl,
    EFormat.FINVOICE: write_finvoice,
    EFormat.ETAX: write_etax,
}


def write(bill: EBill) -> bytes:
    """Return the XML of an e-invoice in the format that its buyer gets."""
    return WRITERS[bill.eformat](bill)
