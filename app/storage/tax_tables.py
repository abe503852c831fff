"""The tables of taxes: own tax codes, exempt customers, shares of authorities, certificates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Row, Table, Text, TypedColumns

from app.domain.accounting.tax_codes import TaxCode, TaxRate
from app.domain.invoices.exemptions import Exemption
from app.domain.payments.withholding import (
    Borne,
    Certificate,
    CertificateState,
    Party,
    Return,
    Side,
    Withheld,
)
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import (
    CertificateId,
    ContactId,
    ExemptionId,
    TaxCodeId,
)
from app.domain.shared.quantities import RATE_PLACES
from app.domain.shared.vat import Category, Level
from app.storage.catalogues import Shape
from app.storage.types import Day, EnumText, Flag, Id, Json, Minor, Scaled, Whole, metadata


class _TaxCode(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False, unique=True)
    name: Named[str] = Column(Text, nullable=False)
    category: Named[Category] = Column(EnumText(Category), nullable=False)
    rates: Named[Any] = Column(Json, nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    region: Named[str] = Column(Text, nullable=False)
    postcodes: Named[Any] = Column(Json, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Exemption(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), nullable=False, index=True)
    number: Named[str] = Column(Text, nullable=False)
    region: Named[str] = Column(Text, nullable=False)
    vat: Named[str] = Column(Text, nullable=False)
    since: Named[date | None] = Column(Day)
    until: Named[date | None] = Column(Day)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Share(TypedColumns):
    invoice_id: Named[int] = Column(Id, ForeignKey("invoice.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    issued_on: Named[date] = Column(Day, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    vat: Named[str] = Column(Text, nullable=False)
    category: Named[Category] = Column(EnumText(Category), nullable=False)
    whole: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    rate: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    base_minor: Named[int] = Column(Minor, nullable=False)
    tax_minor: Named[int] = Column(Minor, nullable=False)
    authority: Named[str] = Column(Text, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    level: Named[Level] = Column(EnumText(Level), nullable=False)


class _Certificate(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[CertificateState] = Column(EnumText(CertificateState), nullable=False)
    side: Named[Side] = Column(EnumText(Side), nullable=False)
    number: Named[str] = Column(Text, nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    form: Named[Return] = Column(EnumText(Return), nullable=False)
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), nullable=False, index=True)
    currency: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    tax_minor: Named[int] = Column(Minor, nullable=False)
    payer: Named[Any] = Column(Json, nullable=False)
    payee: Named[Any] = Column(Json, nullable=False)
    lines: Named[Any] = Column(Json, nullable=False)
    borne: Named[Borne] = Column(EnumText(Borne), nullable=False)
    book: Named[str] = Column(Text, nullable=False)
    voided_on: Named[date | None] = Column(Day)
    reason: Named[str] = Column(Text, nullable=False)


tax_code = Table("tax_code", metadata, _TaxCode)
exemption = Table("tax_exemption", metadata, _Exemption)
invoice_tax = Table("invoice_tax", metadata, _Share)
certificate = Table("withholding_certificate", metadata, _Certificate)

Index("ix_invoice_tax_day", invoice_tax.c.issued_on, invoice_tax.c.authority)
Index("ix_withholding_certificate_day", certificate.c.day, certificate.c.id)
Index("ix_withholding_certificate_number", certificate.c.number)


def _code_row(one: TaxCode) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "code": one.code,
        "name": one.name,
        "category": one.category,
        "rates": plain(one.rates),
        "note": one.note,
        "region": one.region,
        "postcodes": list(one.postcodes),
        "is_archived": one.is_archived,
    }


def _code_of(row: Row[Any]) -> TaxCode:
    rates: tuple[TaxRate, ...] = parsed(tuple[TaxRate, ...], row.rates)
    return TaxCode(
        TaxCodeId(row.id),
        row.version,
        row.code,
        row.name,
        row.category,
        rates,
        row.note,
        row.region,
        tuple(row.postcodes),
        row.is_archived,
    )


def _exemption_row(one: Exemption) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "contact_id": one.contact_id,
        "number": one.number,
        "region": one.region,
        "vat": one.vat,
        "since": one.since,
        "until": one.until,
        "is_archived": one.is_archived,
    }


def _exemption_of(row: Row[Any]) -> Exemption:
    return Exemption(
        ExemptionId(row.id),
        row.version,
        ContactId(row.contact_id),
        row.number,
        row.region,
        row.vat,
        row.since,
        row.until,
        row.is_archived,
    )


def certificate_row(one: Certificate) -> dict[str, Any]:
    """Return a certificate as a row."""
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "side": one.side,
        "number": one.number,
        "day": one.day,
        "form": one.form,
        "contact_id": one.contact_id,
        "currency": one.tax.currency,
        "amount_minor": one.amount.minor,
        "tax_minor": one.tax.minor,
        "payer": plain(one.payer),
        "payee": plain(one.payee),
        "lines": plain(one.rows),
        "borne": one.borne,
        "book": one.book,
        "voided_on": one.voided_on,
        "reason": one.reason,
    }


def certificate_of(row: Row[Any]) -> Certificate:
    """Return the certificate of a row."""
    payer: Party = parsed(Party, row.payer)
    payee: Party = parsed(Party, row.payee)
    rows: tuple[Withheld, ...] = parsed(tuple[Withheld, ...], row.lines)
    return Certificate(
        id=CertificateId(row.id),
        version=row.version,
        state=row.state,
        side=row.side,
        number=row.number,
        day=row.day,
        form=row.form,
        contact_id=ContactId(row.contact_id),
        payer=payer,
        payee=payee,
        rows=rows,
        borne=row.borne,
        book=row.book,
        voided_on=row.voided_on,
        reason=row.reason,
    )


TAX_CODES = Shape("tax_code", tax_code, _code_row, _code_of)
EXEMPTIONS = Shape("tax_exemption", exemption, _exemption_row, _exemption_of)
CERTIFICATES = Shape("withholding_certificate", certificate, certificate_row, certificate_of)
