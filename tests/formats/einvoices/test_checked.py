"""What the check lets through is accepted by the judges, whoever sells and buys, whatever lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.admin.company import Company
from app.domain.archive.einvoice import doubts
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.invoices.billing import bill_of
from app.domain.invoices.checks import check
from app.domain.invoices.invoice import Buyer, Invoice, State
from app.domain.invoices.issue import issue, rated
from app.domain.invoices.proofreading import differences
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.writers import write
from app.formats.packs import pack
from app.services.sending import rules_of, sending_of, spoken
from tests.builders import TODAY
from tests.chances import few
from tests.einvoices import LEITWEG, sent
from tests.formats.einvoices.judges import faults
from tests.formats.einvoices.stricter import stricter

EUROPE = (EFormat.FACTURX, EFormat.XRECHNUNG_CII, EFormat.XRECHNUNG_UBL, EFormat.PEPPOL)
PLACES = {
    "DE": Address("Hauptstr. 5", "", "10115", "Berlin", "", "DE"),
    "FI": Address("Hämeenkatu 1", "2. krs", "33100", "Tampere", "", "FI"),
    "TH": Address("99/1 ถนนสีลม", "", "10500", "กรุงเทพมหานคร", "", "TH"),
    "XK": Address("Rruga 1", "", "10000", "Prishtinë", "", "XK"),
}
OURS = {
    "DE": (
        Identifier("de.vat", "DE136695976"),
        Identifier("de.tax", "21/815/08150"),
        Identifier("eu.endpoint", "0088:5790000435975"),
    ),
    "FI": (
        Identifier("fi.business_id", "12345671"),
        Identifier("fi.vat", "FI12345671"),
        Identifier("fi.ovt", "003712345671"),
    ),
}
THEIRS = {"DE": "DE129273398", "FI": "FI20774740", "TH": "0105560001235"}


COMPANY_FLAWS: dict[str, dict[str, Any]] = {
    **{f"our {part}": {"address": part} for part in ("street", "postcode", "town", "country")},
    **{f"our {scheme}": {"scheme": scheme} for scheme in ("vat", "tax", "endpoint", "business_id")},
    "our account": {"accounts": ()},
    "our phone": {"phone": ""},
    "our email": {"email": ""},
}
BUYER_FLAWS: dict[str, dict[str, Any]] = {
    **{f"their {part}": {"address": part} for part in ("street", "postcode", "town", "country")},
    "their VAT id": {"vat_id": ""},
    "their number": {"business_id": ""},
    "their email": {"email": ""},
    "their endpoint": {"endpoint": "", "endpoint_scheme": ""},
    "an e-mail as their endpoint": {"endpoint": "a@b.example", "endpoint_scheme": "EM"},
}
FLAWS = (*COMPANY_FLAWS, *BUYER_FLAWS, "no reference", "another reference")


def without(address: Address, part: str) -> Address:
    """Return an address that lacks a part."""
    lost: dict[str, Any] = {part: ""}
    return replace(address, **lost)


def company_of(country: str, flaws: set[str]) -> Company:
    """Return a company with these flaws."""
    account = BankAccount("DE89370400440532013000", "COBADEFFXXX")
    parts: dict[str, Any] = {"address": PLACES[country], "identifiers": OURS[country]}
    whole = Company("Firma & Söhne", country, "EUR", country.lower(), **parts)
    whole = replace(whole, accounts=(account,), phone="+49 30 123456", email="a@b.example")
    for flaw in flaws & COMPANY_FLAWS.keys():
        lost = dict(COMPANY_FLAWS[flaw])
        if part := lost.pop("address", ""):
            lost["address"] = without(whole.address, part)
        if scheme := lost.pop("scheme", ""):
            kept = (one for one in whole.identifiers if not one.scheme.endswith(scheme))
            lost["identifiers"] = tuple(kept)
        whole = replace(whole, **lost)
    return whole


def buyer_of(country: str, flaws: set[str]) -> Buyer:
    """Return a buyer with these flaws."""
    whole = Buyer(
        "Kunde <Oy>",
        PLACES[country],
        vat_id=THEIRS.get(country, ""),
        business_id="2077474-0",
        email="k@d.example",
        endpoint="5790000435975",
        endpoint_scheme="0088",
    )
    for flaw in flaws & BUYER_FLAWS.keys():
        lost = dict(BUYER_FLAWS[flaw])
        if part := lost.pop("address", ""):
            lost["address"] = without(whole.address, part)
        whole = replace(whole, **lost)
    return whole


@st.composite
def written(draw: st.DrawFn) -> tuple[Company, Invoice]:
    """Draw who sells, and a draft with its own codes that is rated but not checked."""
    flaws = draw(st.sets(st.sampled_from(FLAWS), max_size=2))
    company, base = company_of(draw(st.sampled_from(tuple(OURS))), flaws), draw(sent(*EUROPE))
    codes = pack(company.country).vat_codes()
    code = draw(st.sampled_from(("standard", "standard", "reduced", *codes)))
    lines = tuple(replace(line, vat=code) for line in base.lines)
    reference = "" if "no reference" in flaws else LEITWEG
    draft = replace(
        base,
        lines=lines,
        buyer=buyer_of(draw(st.sampled_from(tuple(PLACES))), flaws),
        your_reference="PO 7" if "another reference" in flaws else reference,
        language=company.language,
        period_to=draw(st.sampled_from((None, date(2026, 3, 31)))),
        state=State.DRAFT,
        number="",
        due_on=None,
    )
    return company, rated(draft, codes, TODAY)


@settings(max_examples=few(60), deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(written())
def test_what_the_check_lets_through_is_accepted(drawn: tuple[Company, Invoice]) -> None:
    company, draft = drawn
    country = pack(company.country)
    problems = check(draft, rules_of(company, country), TODAY)
    assume(all(one.is_warning for one in problems))

    issued = issue(draft, "2026-7", TODAY, "RF342026000423")
    bill = bill_of(issued, totals_of(issued), spoken(sending_of(company), issued, company))
    content = write(bill)

    found = read_xml(content, "a.xml")
    assert faults(content) == []
    assert stricter(content, draft.eformat) == []
    assert differences(bill, found) == ()
    assert doubts(found) == ()
