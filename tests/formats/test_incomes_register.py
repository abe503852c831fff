"""The file for the incomes register: every part in the order of its schema, field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.formats.incomes_register import (
    NAMESPACE,
    Delivery,
    Earned,
    EarnerReport,
    summed,
    write,
)
from tests.payrolls import eur

AINO = EarnerReport(
    "PR-2026-001-EMP-1",
    "131052-308t",
    "Aino",
    "Salonen",
    date(1952, 10, 13),
    (Earned("201", eur("3200")), Earned("311", eur("55.00"), Decimal("99.5"))),
)
DELIVERY = Delivery(
    "PR-2026-001",
    datetime(2026, 3, 25, 9, 30, tzinfo=UTC),
    "12345671",
    "Pekka",
    "+358 40 123",
    (date(2026, 3, 1), date(2026, 3, 31)),
    date(2026, 3, 31),
    (AINO,),
)
ORDER = {
    "DeliveryData": (
        *("Timestamp", "Source", "DeliveryDataType", "DeliveryId", "FaultyControl"),
        *("ProductionEnvironment", "DeliveryDataOwner", "DeliveryDataCreator"),
        *("DeliveryDataSender", "PaymentPeriod", "ContactPersons", "Payer", "Reports"),
    ),
    "PaymentPeriod": ("PaymentDate", "StartDate", "EndDate"),
    "ContactPerson": ("Name", "Telephone", "Email", "ResponsibilityCode"),
    "Payer": ("PayerIds", "PayerBasic", "Address", "SubOrgs", "PayerOther", "SubstitutePayer"),
    "Report": ("ReportData", "IncomeEarner", "Transactions", "Absence"),
    "ReportData": ("ActionCode", "IRReportId", "ReportId", "ReportVersion"),
    "IncomeEarner": ("IncomeEarnerIds", "IncomeEarnerBasic", "Addresses", "Employment"),
    "IncomeEarnerBasic": ("MissingId", "CompanyName", "LastName", "FirstName", "BirthDate"),
    "Id": ("Type", "Code", "CountryCode", "CountryName"),
    "Transaction": ("TransactionBasic", "InsuranceData", "DailyAllowance", "KmAllowance"),
    "TransactionBasic": ("TransactionCode", "Amount", "NoMoney", "OneOff", "Recovery"),
}
"""In which order the schema has the parts; those that are never written are left out in places."""


def said(delivery: Delivery, path: str) -> list[str | None]:
    return [one.text for one in etree.fromstring(write(delivery)).findall(f".//{path}")]


def test_every_part_is_known_to_the_schema_and_stands_in_its_order() -> None:
    root = etree.fromstring(write(DELIVERY))

    assert root.tag == f"{{{NAMESPACE}}}WageReportsRequestToIR"
    for part in root.iter():
        known = ORDER.get(str(part.tag))
        names = [str(one.tag) for one in part]
        if known is not None:
            places = [known.index(name) for name in names]
            assert places == sorted(places)
            assert set(names) <= set(known)


def test_the_delivery_says_who_pays_when_and_whom_to_ask() -> None:
    told = {
        "DeliveryData/Timestamp": "2026-03-25T09:30:00Z",
        "DeliveryData/DeliveryDataType": "100",
        "DeliveryData/DeliveryId": "PR-2026-001",
        "DeliveryData/FaultyControl": "1",
        "DeliveryData/ProductionEnvironment": "true",
        "DeliveryDataOwner/Code": "1234567-1",
        "DeliveryDataSender/Type": "1",
        "PaymentPeriod/PaymentDate": "2026-03-31",
        "PaymentPeriod/StartDate": "2026-03-01",
        "PaymentPeriod/EndDate": "2026-03-31",
        "ContactPerson/Name": "Pekka",
        "ContactPerson/Telephone": "+358 40 123",
        "ContactPerson/ResponsibilityCode": "1",
        "PayerIds/Id/Code": "1234567-1",
    }

    assert {path: said(DELIVERY, path) for path in told} == {
        path: [text] for path, text in told.items()
    }


def test_a_report_says_who_earned_what() -> None:
    told = {
        "ReportData/ActionCode": ["1"],
        "ReportData/ReportId": ["PR-2026-001-EMP-1"],
        "IncomeEarnerIds/Id/Type": ["2"],
        "IncomeEarnerIds/Id/Code": ["131052-308T"],
        "IncomeEarnerBasic/LastName": ["Salonen"],
        "IncomeEarnerBasic/FirstName": ["Aino"],
        "IncomeEarnerBasic/BirthDate": [],
        "TransactionBasic/TransactionCode": ["201", "311"],
        "TransactionBasic/Amount": ["3200.00", "55.00"],
        "KmAllowance/Kilometers": ["100"],
    }

    assert {path: said(DELIVERY, path) for path in told} == told


def test_who_has_no_identity_number_is_known_by_name_and_birth_day() -> None:
    delivery = replace(DELIVERY, reports=(replace(AINO, identity=""),))

    assert said(delivery, "IncomeEarnerIds") == []
    assert said(delivery, "IncomeEarnerBasic/MissingId") == ["true"]
    assert said(delivery, "IncomeEarnerBasic/BirthDate") == ["1952-10-13"]


def test_equal_deliveries_give_equal_bytes() -> None:
    assert write(DELIVERY) == write(DELIVERY)


@given(st.lists(st.tuples(st.sampled_from(("201", "235", "402")), st.integers(-500, 5000))))
def test_types_are_summed_to_the_cent_and_stand_in_their_order(
    lines: list[tuple[str, int]],
) -> None:
    earned = [Earned(code, eur(str(Decimal(minor) / 100))) for code, minor in lines]

    found = summed(earned)

    assert sum(one.amount.minor for one in found) == sum(minor for _, minor in lines)
    assert [one.code for one in found] == sorted({one.code for one in found})
    assert all(one.amount for one in found)
