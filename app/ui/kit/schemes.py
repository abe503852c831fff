"""The names of identifiers, as the forms of their countries call them."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.texts import _

SCHEMES = {
    "fi.business_id": mark("Business ID"),
    "fi.vat": mark("VAT number"),
    "fi.ovt": mark("E-invoice address (OVT)"),
    "fi.operator": mark("E-invoice operator"),
    "th.tin": mark("Taxpayer number"),
    "th.branch": mark("Branch number"),
    "th.sso": mark("Account at the Social Security Office"),
    "de.vat": mark("German VAT number"),
    "de.tax": mark("German tax number"),
    "de.leitweg": mark("Leitweg-ID"),
    "us.ein": mark("Employer number (EIN)"),
    "eu.vat": mark("EU VAT number"),
    "eu.endpoint": mark("Peppol address"),
    "gtin": mark("GTIN"),
    "iban": mark("IBAN"),
    "bic": mark("BIC"),
    "lei": mark("LEI"),
}


def scheme_name(scheme: str) -> str:
    """Return what an identifier is called; one that has no name is called by its key."""
    return _(SCHEMES.get(scheme, scheme))
