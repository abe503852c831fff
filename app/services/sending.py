"""What an office knows of itself when it sends an e-invoice, and what it says in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.documents.invoice_totals import CATEGORY_NOTES
from app.documents.invoices import TITLES
from app.documents.paying import terms_text
from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.admin.seller import seller_of
from app.domain.invoices.billing import Sending, Words
from app.domain.invoices.checks import IssueRules
from app.domain.invoices.invoice import Invoice
from app.domain.shared.vat import Category, VatCode
from app.formats.einvoices.provinces import province_codes
from app.formats.einvoices.units import unit_codes
from app.formats.packs import pack
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in


def rules_of(company: Company, country: CountryPack | None = None) -> IssueRules:
    """Return what is asked of the invoices of a company, and of the e-invoices among them.

    ``country`` is its pack with the codes that the office wrote itself, where they are known.
    """
    known = country or pack(company.country)
    return replace(known.issue_rules(), sending=sending_of(company))


def sending_of(company: Company) -> Sending:
    """Return who sends, where it is paid, and which units have codes."""
    return Sending(
        seller=seller_of(company),
        home_currency=company.currency,
        account=company.accounts[0] if company.accounts else None,
        units=unit_codes(),
        provinces=province_codes(),
    )


def spoken(
    sending: Sending, invoice: Invoice, company: Company, country: CountryPack | None = None
) -> Sending:
    """Return the same with the words of an invoice, in the language of its reader.

    ``country`` is its pack with the codes that the office wrote itself, where they are known.
    """
    known = country or pack(company.country)
    say = say_in(invoice.language)
    early = invoice.early
    percent = formats_in(invoice.language, company.country).percent(early.percent)
    words = Words(
        discount=say("Discount"),
        charge=say("Charge"),
        terms=terms_text(invoice.terms_days, say),
        early=say.many(
            "{percent} less within {n} day",
            "{percent} less within {n} days",
            early.days,
            percent=percent,
        )
        if early.percent
        else "",
        title=say(TITLES[invoice.kind]),
        reasons=_reasons(known.vat, say),
    )
    return replace(sending, words=words, account=company.account_for(invoice.currency))


def _reasons(codes: Iterable[VatCode], say: Say) -> Mapping[str, str]:
    """Return why there is no VAT, by VAT code: the law's words, else the name of the code."""
    return {
        one.code: _reason(one, say)
        for one in codes
        if one.category not in {Category.STANDARD, Category.ZERO}
    }


def _reason(code: VatCode, say: Say) -> str:
    is_named = code.category in {Category.EXEMPT, Category.OUTSIDE_SCOPE}
    note = code.note or code.name_in(say.language)
    return note if is_named else say(CATEGORY_NOTES[code.category])
