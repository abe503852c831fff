"""Earnings payment reports for the Finnish incomes register, as the file that its e-service takes.

The order of the parts and the codes are those of the schema WageReportsToIR (2017/1); a file that
is handed in by a person bears no signature. All reports of one file have one pay day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

from app.domain.shared.money import Money

NAMESPACE = "http://www.tulorekisteri.fi/2017/1/WageReportsToIR"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
SOURCE = "Backdesk"
REPORTS_OF_EARNINGS, WRONG_REPORTS_ALONE, NEW = "100", "1", "1"
BUSINESS_ID, PERSON_ID = "1", "2"
SUBSTANCE = "1"
"""Whom to ask about what is reported, and not about the sending of it."""

KILOMETRES = "311"
"""The type of income that is told with the kilometres driven."""

LONGEST_ID, LONGEST_NAME, LONGEST_GIVEN, LONGEST_PHONE = 40, 200, 100, 40


@dataclass(frozen=True, slots=True)
class Earned:
    """What one person got of one type of income, or had taken off; kilometres are a quantity."""

    code: str
    amount: Money
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EarnerReport:
    """The report of one person; one without an identity number is known by name and birth day."""

    reference: str
    identity: str
    given: str
    family: str
    born_on: date | None
    earned: tuple[Earned, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is handed in at once: who pays, whom to ask, which days, and each report."""

    number: str
    made_at: datetime
    business_id: str
    contact: str
    phone: str
    days: tuple[date, date]
    pay_on: date
    reports: tuple[EarnerReport, ...]


def write(delivery: Delivery) -> bytes:
    """Return a delivery as the register reads it; equal deliveries give equal bytes."""
    ET.register_namespace("wrtir", NAMESPACE)
    ET.register_namespace("xsi", SCHEMA)
    root = ET.Element(f"{{{NAMESPACE}}}WageReportsRequestToIR")
    root.set(f"{{{SCHEMA}}}schemaLocation", f"{NAMESPACE} WageReportsToIR.xsd")
    part = ET.SubElement(root, "DeliveryData")
    _head(part, delivery)
    reports = ET.SubElement(part, "Reports")
    for one in delivery.reports:
        _report(ET.SubElement(reports, "Report"), one)
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"


def summed(earned: Iterable[Earned]) -> tuple[Earned, ...]:
    """Return one sum for each type of income, in the order of the codes; nothing is left out."""
    found: dict[str, Earned] = {}
    for one in earned:
        there = found.get(one.code)
        found[one.code] = one if there is None else _added(there, one)
    return tuple(found[code] for code in sorted(found) if found[code].amount)


def _added(there: Earned, more: Earned) -> Earned:
    quantities = [one for one in (there.quantity, more.quantity) if one is not None]
    quantity = sum(quantities, Decimal(0)) if quantities else None
    return Earned(there.code, there.amount + more.amount, quantity)


def _head(part: ET.Element, delivery: Delivery) -> None:
    _text(part, "Timestamp", delivery.made_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    _text(part, "Source", SOURCE)
    _text(part, "DeliveryDataType", REPORTS_OF_EARNINGS)
    _text(part, "DeliveryId", delivery.number[:LONGEST_ID])
    _text(part, "FaultyControl", WRONG_REPORTS_ALONE)
    _text(part, "ProductionEnvironment", "true")
    for name in ("DeliveryDataOwner", "DeliveryDataCreator", "DeliveryDataSender"):
        _id(ET.SubElement(part, name), BUSINESS_ID, _hyphened(delivery.business_id))
    period = ET.SubElement(part, "PaymentPeriod")
    names = ("PaymentDate", "StartDate", "EndDate")
    for name, day in zip(names, (delivery.pay_on, *delivery.days), strict=True):
        _text(period, name, day.isoformat())
    person = ET.SubElement(ET.SubElement(part, "ContactPersons"), "ContactPerson")
    _text(person, "Name", delivery.contact[:LONGEST_NAME])
    _text(person, "Telephone", delivery.phone[:LONGEST_PHONE])
    _text(person, "ResponsibilityCode", SUBSTANCE)
    ids = ET.SubElement(ET.SubElement(part, "Payer"), "PayerIds")
    _id(ET.SubElement(ids, "Id"), BUSINESS_ID, _hyphened(delivery.business_id))


def _report(part: ET.Element, report: EarnerReport) -> None:
    told = ET.SubElement(part, "ReportData")
    _text(told, "ActionCode", NEW)
    _text(told, "ReportId", report.reference[:LONGEST_ID])
    _earner(ET.SubElement(part, "IncomeEarner"), report)
    _transactions(part, report.earned)


def _earner(part: ET.Element, report: EarnerReport) -> None:
    if report.identity:
        ids = ET.SubElement(part, "IncomeEarnerIds")
        _id(ET.SubElement(ids, "Id"), PERSON_ID, report.identity.upper())
    basic = ET.SubElement(part, "IncomeEarnerBasic")
    if not report.identity:
        _text(basic, "MissingId", "true")
    _text(basic, "LastName", report.family[:LONGEST_NAME])
    _text(basic, "FirstName", report.given[:LONGEST_GIVEN])
    if report.born_on is not None and not report.identity:
        _text(basic, "BirthDate", report.born_on.isoformat())


def _transactions(part: ET.Element, earned: Sequence[Earned]) -> None:
    if not earned:
        return
    transactions = ET.SubElement(part, "Transactions")
    for one in earned:
        transaction = ET.SubElement(transactions, "Transaction")
        basic = ET.SubElement(transaction, "TransactionBasic")
        _text(basic, "TransactionCode", one.code)
        _text(basic, "Amount", f"{one.amount.amount:.2f}")
        if one.code == KILOMETRES and one.quantity is not None:
            driven = ET.SubElement(transaction, "KmAllowance")
            _text(driven, "Kilometers", f"{one.quantity.quantize(Decimal(1), ROUND_HALF_UP):f}")


def _id(part: ET.Element, kind: str, code: str) -> None:
    _text(part, "Type", kind)
    _text(part, "Code", code)


def _hyphened(business_id: str) -> str:
    """Return a Business ID as the register writes it: the check digit after a hyphen."""
    plain = business_id.replace("-", "")
    return f"{plain[:-1]}-{plain[-1:]}"


def _text(part: ET.Element, name: str, text: str) -> None:
    ET.SubElement(part, name).text = text
