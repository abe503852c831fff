"""Duplicates: what makes two contacts one, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contacts.contact import BankAccount, Contact, Identifier, Point, PointKind
from app.domain.contacts.duplicates import Reason, folded, keys, likeness, name_likeness
from app.domain.shared.ids import ContactId


def a_contact(name: str = "Kahvila Aamu Oy", **given: str) -> Contact:
    points = [
        Point(PointKind[kind.upper()], value)
        for kind, value in given.items()
        if kind in {"email", "phone", "website"}
    ]
    identifiers = [
        Identifier(scheme.replace("__", "."), value)
        for scheme, value in given.items()
        if "__" in scheme
    ]
    accounts = (BankAccount(given["iban"]),) if "iban" in given else ()
    return Contact(
        ContactId(1),
        1,
        name,
        points=tuple(points),
        identifiers=tuple(identifiers),
        accounts=accounts,
    )


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"fi__business_id": "2077474-0"}, {"fi__vat": "FI 20774740"}, Reason.IDENTIFIER),
        ({"fi__ovt": "003720774740001"}, {"eu__vat": "FI20774740"}, Reason.IDENTIFIER),
        ({"th__tin": "0-1055-60001-23-5"}, {"th__tin": "0105560001235"}, Reason.IDENTIFIER),
        ({"iban": "FI49 5000 9420 0287 30"}, {"iban": "fi4950009420028730"}, Reason.ACCOUNT),
        ({"email": "Info@Aamu.example"}, {"email": "info@aamu.example "}, Reason.EMAIL),
        ({"phone": "+358 40 123 4567"}, {"phone": "040-1234567"}, Reason.PHONE),
    ],
)
def test_one_shared_mark_is_certain(
    one: dict[str, str], other: dict[str, str], reason: Reason
) -> None:
    found = likeness(a_contact("Aamu", **one), a_contact("Something else", **other))

    assert found is not None
    assert (found.reason, found.is_certain) == (reason, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kahvila Aamu Oy", "KAHVILA AAMU"),
        ("Lumo & Suoni Oy", "Lumo ja Suoni"),
        ("Äänekosken Ääni Ky", "Aanekosken Aani"),
        ("Müller GmbH & Co. KG", "Mueller"),
        ("Schmidt AG", "Smit"),
        ("Virtanen, Matti", "Matti Virtanen"),
        ("Kahvila Aamu", "Kahvila Aamuu"),
        ("บริษัท ตัวอย่างสยาม จำกัด", "ตัวอย่างสยาม"),
        ("บริษัท ภูเก็ต ซีวิว จำกัด (มหาชน)", "บมจ. ภูเก็ต ซีวิว"),
        ("Straße & Söhne", "Strasse und Sohne"),
    ],
)
def test_names_that_are_spoken_alike_are_likely(one: str, other: str) -> None:
    found = likeness(a_contact(one), a_contact(other))

    assert found is not None
    assert (found.reason, found.is_certain) == (Reason.NAME, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kahvila Aamu Oy", "Kahvila Ilta Oy"),
        ("Oy", "Ab"),
        ("Virtanen Oy", "Lahtinen Oy"),
        ("บริษัท น้ำใส จำกัด", "บริษัท ดินดี จำกัด"),
    ],
)
def test_a_common_legal_form_is_no_likeness(one: str, other: str) -> None:
    assert likeness(a_contact(one), a_contact(other)) is None


def test_colleagues_share_a_domain_and_only_that() -> None:
    one, other = a_contact("Maija", email="maija@aamu.example"), a_contact("Pekka Paja")
    other = replace(other, points=(Point(PointKind.WEBSITE, "https://www.aamu.example/yhteys"),))

    found = likeness(one, other)

    assert found is not None
    assert (found.reason, found.value, found.is_certain) == (Reason.DOMAIN, "aamu.example", False)


def test_a_public_mail_service_joins_nobody() -> None:
    one, other = a_contact("Maija", email="a@gmail.com"), a_contact("Pekka", email="b@gmail.com")

    assert likeness(one, other) is None


def test_the_same_branch_or_bank_number_joins_nobody() -> None:
    one, other = (
        a_contact("Siam", th__branch="00000", fi__operator="OKOYFIHH"),
        a_contact("Thai", th__branch="00000", fi__operator="OKOYFIHH"),
    )

    assert likeness(one, other) is None


def test_a_short_phone_number_joins_nobody() -> None:
    assert list(keys(a_contact(phone="112"))) == []


def test_folding_keeps_thai_vowels() -> None:
    assert folded("บริษัท น้ำใส จำกัด") == "น้ำใส"


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_of_names_has_no_side(one: str, other: str) -> None:
    score = name_likeness(one, other)

    assert 0 <= score < 100
    assert score == name_likeness(other, one)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more_for_plain_names(name: str) -> None:
    plain = "".join(char for char in name if char.isascii())

    assert folded(folded(plain)) == folded(plain)
