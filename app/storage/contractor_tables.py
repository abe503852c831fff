"""The table of payments to contractors, and how a payment becomes a row."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKey, Named, Row, Table, Text, TypedColumns

from app.domain.payments.contractors import ContractorPayment
from app.domain.shared.ids import ContactId, ContractorPaymentId
from app.domain.shared.money import Money
from app.storage.catalogues import Shape
from app.storage.types import Day, Flag, Id, Minor, Whole, metadata


class _ContractorPayment(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), nullable=False, index=True)
    paid_on: Named[date] = Column(Day, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    withheld_minor: Named[int] = Column(Minor, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


contractor_payment = Table("contractor_payment", metadata, _ContractorPayment)


def _row(one: ContractorPayment) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "contact_id": one.contact_id,
        "paid_on": one.paid_on,
        "currency": one.amount.currency,
        "amount_minor": one.amount.minor,
        "withheld_minor": one.withheld.minor,
        "text": one.text,
        "is_archived": one.is_archived,
    }


def _of(row: Row[Any]) -> ContractorPayment:
    return ContractorPayment(
        ContractorPaymentId(row.id),
        row.version,
        ContactId(row.contact_id),
        row.paid_on,
        Money(row.amount_minor, row.currency),
        Money(row.withheld_minor, row.currency),
        row.text,
        row.is_archived,
    )


CONTRACTOR_PAYMENTS = Shape("contractor_payment", contractor_payment, _row, _of)
