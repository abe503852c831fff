from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.domain.contacts.contact import Identifier, Kind
from app.domain.payments.withholding import (
    Certificate,
    CertificateState,
    CertificateVoided,
    Income,
    NewCertificate,
    Return,
    Side,
    Withheld,
)
from app.domain.shared.refusals import Conflict, Invalid
from app.services import archive, search, withholding
from app.services.office import Office
from app.services.withholding import OnlyInThailand
from app.storage.database import Database
from tests.taxes import MARCH_15, american, baht, thai
from tests.trade import AAMU, count

NUMBER = "WT2569-00001"


@pytest.fixture
def office(database: Database) -> Office:
    return thai(database)


def row(amount: str = "10000", tax: str = "300", day: date = MARCH_15) -> Withheld:
    return Withheld(Income.SERVICES, day, baht(amount), baht(tax), "ค่าบริการ")


def a_certificate(*rows: Withheld, **parts: Any) -> NewCertificate:
    return replace(NewCertificate(AAMU.id, rows or (row(),)), **parts)


def certified(office: Office, *rows: Withheld, **parts: Any) -> Certificate:
    return office.do(withholding.issue, a_certificate(*rows, **parts)).result


def refused(office: Office, new: NewCertificate) -> list[str]:
    with pytest.raises(Invalid) as told:
        office.do(withholding.issue, new)
    assert count(office, "withholding_certificate") == 0
    return [one.code for one in told.value.problems]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_journey_12_a_paid_supplier_gets_its_certificate_and_stands_on_pnd_53(
    office: Office,
) -> None:
    one = certified(office)

    paper = text_of(office.ask(withholding.page, one.id))
    found = office.ask(withholding.tax_list, Return.PND53, MARCH_15)

    assert one.number == NUMBER
    for words in (NUMBER, "0105560001235", "10,000.00", "300.00", "15/03/2569"):
        assert words in paper
    assert (found.amount, found.tax, len(found.rows)) == (baht("10000"), baht("300"), 1)
    assert found.rows[0].payee.name == "บริษัท ลูกค้าไทย จำกัด"


def test_both_copies_are_in_the_filed_paper(office: Office) -> None:
    one = certified(office)

    document = pypdfium2.PdfDocument(office.ask(withholding.page, one.id))

    assert len(document) == 2
    (filed,) = office.ask(archive.of, f"certificate:{one.id}")
    assert (filed.name, filed.is_sealed) == (f"{NUMBER}.pdf", True)


def test_the_list_of_a_month_is_a_line_for_each_payment(office: Office, tmp_path: Path) -> None:
    certified(office, row(), row("1000", "30", date(2026, 2, 28)))
    target = tmp_path / "pnd53.txt"

    told = office.ask(withholding.export_tax_list, Return.PND53, MARCH_15, target)

    lines = target.read_bytes().decode().split("\r\n")
    assert (told.rows, len(lines)) == (1, 3)
    assert lines[1].split("|")[9:] == [
        "15/03/2569",
        "ค่าบริการ",
        "3.00",
        "10000.00",
        "300.00",
        "1",
    ]


def test_the_list_prints_in_the_readers_language(office: Office) -> None:
    certified(office)

    text = text_of(office.ask(withholding.tax_list_page, Return.PND53, MARCH_15, "en"))
    empty = text_of(office.ask(withholding.tax_list_page, Return.PND3, MARCH_15, "en"))

    assert "P.N.D. 53, tax withheld from companies" in text
    assert "10,000.00" in text
    assert "Nothing was withheld in this month." in empty


def test_a_voided_certificate_keeps_its_number_and_is_listed_no_more(office: Office) -> None:
    one = certified(office)

    office.do(withholding.void, one.id, one.version, "Wrong payee")

    assert office.ask(withholding.tax_list, Return.PND53, MARCH_15).rows == ()
    voided = office.ask(withholding.get, one.id)
    assert (voided.state, voided.number, voided.reason) == (
        CertificateState.VOIDED,
        NUMBER,
        "Wrong payee",
    )
    with pytest.raises(CertificateVoided):
        office.do(withholding.void, one.id, voided.version, "Again")
    assert certified(office).number == "WT2569-00002"


def test_a_voiding_says_why(office: Office) -> None:
    one = certified(office)

    with pytest.raises(Invalid):
        office.do(withholding.void, one.id, one.version, " ")

    assert office.ask(withholding.get, one.id).state is CertificateState.VALID


def test_what_was_changed_meanwhile_is_not_voided(office: Office) -> None:
    one = certified(office)

    with pytest.raises(Conflict):
        office.do(withholding.void, one.id, one.version + 1, "Wrong payee")

    assert office.ask(withholding.get, one.id).state is CertificateState.VALID


def test_a_customers_certificate_is_recorded_once(office: Office) -> None:
    theirs = a_certificate(side=Side.RECEIVED, number="0001/2569")
    one = office.do(withholding.issue, theirs).result

    with pytest.raises(Invalid) as told:
        office.do(withholding.issue, theirs)

    assert (one.number, one.payer.name) == ("0001/2569", "บริษัท ลูกค้าไทย จำกัด")
    assert [problem.code for problem in told.value.problems] == ["withholding.number-taken"]
    assert count(office, "withholding_certificate") == 1
    (listed,) = office.ask(withholding.certificates, MARCH_15, MARCH_15)
    assert listed == one


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (a_certificate(row("100", "101")), "withholding.above-amount"),
        (a_certificate(row("0", "0")), "withholding.without-amount"),
        (a_certificate(row("100", "-1")), "withholding.negative-tax"),
        (a_certificate(row(day=date(2026, 3, 16))), "withholding.day-to-come"),
        (a_certificate(replace(row(), words=" ")), "withholding.without-words"),
        (a_certificate(side=Side.RECEIVED), "withholding.without-number"),
        (a_certificate(rows=()), "withholding.without-income"),
        (a_certificate(day=date(2026, 3, 1)), "withholding.day-to-come"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_done(
    office: Office, new: NewCertificate, code: str
) -> None:
    assert code in refused(office, new)


@pytest.mark.parametrize(
    ("scheme", "value"), [("th.tin", "0105561000001"), ("th.branch", "123"), ("", "")]
)
def test_a_payee_needs_a_right_tax_number_and_branch(
    database: Database, scheme: str, value: str
) -> None:
    office = thai(database)
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        others = tuple(one for one in before.identifiers if scheme and one.scheme != scheme)
        own = (Identifier(scheme, value),) if scheme else ()
        after = replace(before, identifiers=(*others, *own), version=before.version + 1)
        unit.contacts.save(before, after, office.clock.now())
        unit.changes.taken()

    codes = refused(office, a_certificate())

    assert codes
    assert all(code.startswith(("identifier.", "withholding.without-tax-id")) for code in codes)


def test_an_unusual_rate_and_return_only_warn(office: Office) -> None:
    new = a_certificate(row("1000", "70"), form=Return.PND3)

    problems = office.ask(withholding.check_certificate, new)

    assert [(one.code, one.is_warning) for one in problems] == [
        ("withholding.unusual-rate", True),
        ("withholding.wrong-return", True),
    ]


def test_a_person_is_listed_on_pnd_3(database: Database) -> None:
    office = thai(database)
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        after = replace(before, kind=Kind.PERSON, version=before.version + 1)
        unit.contacts.save(before, after, office.clock.now())
        unit.changes.taken()

    certified(office, form=Return.PND3)

    assert len(office.ask(withholding.tax_list, Return.PND3, MARCH_15).rows) == 1
    assert office.ask(withholding.check_certificate, a_certificate(form=Return.PND3)) == ()


def test_only_thailand_has_the_form(database: Database) -> None:
    office = american(database)

    with pytest.raises(OnlyInThailand):
        office.do(withholding.issue, a_certificate())


def test_a_certificate_is_found_from_anywhere(office: Office) -> None:
    one = certified(office)

    hits = office.ask(search.find, NUMBER)

    assert ("certificate", one.id) in [(hit.kind, hit.entity_id) for hit in hits]
