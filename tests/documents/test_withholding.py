from __future__ import annotations

import pytest

from app.documents.accounting import Imprint
from app.documents.text import plain
from app.documents.withholding import describe_certificate, describe_list
from app.documents.withholding_words import BOXES, INCOMES
from app.domain.contacts.address import Address
from app.domain.payments.withholding import (
    Borne,
    Certificate,
    CertificateState,
    Income,
    Party,
    Return,
    Side,
    Withheld,
    listed,
)
from app.domain.shared.ids import CertificateId, ContactId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.taxes import MARCH_15, SIAM, baht

PAYEE = Party("บริษัท ขนส่ง จำกัด", "0105561000003", "00002", Address("5 ถนนสีลม"))
ROW = Withheld(Income.SERVICES, MARCH_15, baht("10000"), baht("300"), "ค่าขนส่ง")


def a_certificate(form: Return = Return.PND53, payee: Party = PAYEE) -> Certificate:
    return Certificate(
        CertificateId(1),
        1,
        CertificateState.VALID,
        Side.ISSUED,
        "WT2569-00001",
        MARCH_15,
        form,
        ContactId(7),
        Party(SIAM.name, "0105560001235", "00000", SIAM.address),
        payee,
        (ROW,),
        Borne.PAID_ONCE,
        "1",
    )


def imprint(language: str = "th") -> Imprint:
    return Imprint(SIAM, say_in(language), formats_in(language, "TH"), MARCH_15)


def test_the_certificate_has_every_field_of_the_form() -> None:
    text = plain(describe_certificate(a_certificate(), imprint()))

    for words in (
        "หนังสือรับรองการหักภาษี ณ ที่จ่าย",
        "ตามมาตรา 50 ทวิ",
        "เล่มที่",
        "WT2569-00001",
        "0105560001235",
        "สำนักงานใหญ่",
        "สาขาที่ 00002",
        "ค่าขนส่ง",
        "10,000.00",
        "300.00",
        "สามร้อยบาทถ้วน",
        "[X] (7) ภ.ง.ด.53",
        "[  ] (4) ภ.ง.ด.3",
        "[X] (3) ออกให้ครั้งเดียว",
        "ฉบับที่ 1",
        "ฉบับที่ 2",
    ):
        assert words in text


def test_all_kinds_of_income_stand_on_it() -> None:
    text = " ".join(plain(describe_certificate(a_certificate(), imprint())).split())

    for words in INCOMES.values():
        assert " ".join(words.split())[:20] in text


@pytest.mark.parametrize(("form", "box"), [(Return.PND1, BOXES[0]), (Return.PND3, BOXES[3])])
def test_the_box_of_the_return_is_ticked(form: Return, box: str) -> None:
    person = Party("นางสาวมาลี", "0105561000003", is_person=True)

    text = plain(describe_certificate(a_certificate(form, person), imprint()))

    assert f"[X] {box}" in text
    assert text.count("[X]") == 4


@pytest.mark.parametrize(
    ("language", "title"),
    [("th", "ภ.ง.ด.53"), ("en", "P.N.D. 53"), ("fi", "P.N.D. 53")],
)
def test_the_list_of_a_month_sums_up(language: str, title: str) -> None:
    found = listed(Return.PND53, MARCH_15, [a_certificate(), a_certificate()], "THB")

    text = plain(describe_list(found, imprint(language)))

    assert title in text
    assert "600" in text
