"""The company as the seller of an e-invoice."""

from __future__ import annotations

from dataclasses import replace

from app.domain.admin.company import Company
from app.domain.invoices.einvoice import Party, Reach
from app.domain.shared.endpoints import EMAIL, OVT, split_endpoint
from app.domain.shared.identifiers import compact, written

VAT_SCHEMES = ("fi.vat", "de.vat", "eu.vat", "th.tin")
Y_TUNNUS = "0212"


def seller_of(company: Company) -> Party:
    """Return who sells, with the numbers and addresses that the company is known by."""
    vat_ids = ((scheme, company.identifier(scheme)) for scheme in VAT_SCHEMES)
    legal_id, scheme = _legal_id(company)
    endpoint_scheme, endpoint = _endpoint(company)
    return Party(
        name=company.name,
        address=replace(company.address, country=company.address.country or company.country),
        legal_id=legal_id,
        legal_scheme=scheme,
        vat_id=next((compact(kind, value) for kind, value in vat_ids if value), ""),
        tax_number=company.identifier("de.tax"),
        endpoint=endpoint,
        endpoint_scheme=endpoint_scheme,
        operator=company.identifier("fi.operator"),
        branch=company.branch,
        reach=Reach("", company.phone, company.email),
    )


def _legal_id(company: Company) -> tuple[str, str]:
    if found := company.identifier("fi.business_id"):
        return written("fi.business_id", found), Y_TUNNUS
    return company.identifier("us.ein"), ""


def _endpoint(company: Company) -> tuple[str, str]:
    """Return where the company gets e-invoices: as it says, else its OVT, else its e-mail."""
    if told := company.identifier("eu.endpoint"):
        return split_endpoint(told)
    if found := company.identifier("fi.ovt"):
        return OVT, found
    return (EMAIL, company.email) if company.email else ("", "")
