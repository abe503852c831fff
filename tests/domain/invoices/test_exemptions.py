from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.contacts.address import Address
from app.domain.invoices.exemptions import Exemption, check, code_at, held_by
from app.domain.shared.ids import ContactId, ExemptionId
from app.domain.shared.vat import VatCode
from app.formats.packs import pack

DAY = date(2026, 3, 15)
CODES = pack("US").vat_codes()
ONE = Exemption(ExemptionId(1), 1, ContactId(7), "A-1", "TX")


def at(region: str, postcode: str = "", country: str = "US") -> Address:
    return Address("1 Road", "", postcode, "Town", region, country)


def found(address: Address | None) -> str:
    code: VatCode | None = code_at(address, CODES.values(), "US")
    return code.code if code else ""


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (at("TX", "77002"), "tx_full"),
        (at("NY", "10001"), "ny_city"),
        (at("NY", "12201"), ""),
        (at("il", "60606"), "il_chicago"),
        (at("TX", country="FI"), ""),
        (at("TX", country=""), "tx_full"),
        (at(""), ""),
        (None, ""),
    ],
)
def test_the_place_of_delivery_chooses_its_code(address: Address | None, code: str) -> None:
    assert found(address) == code


def test_a_certificate_holds_in_its_state_and_its_days() -> None:
    bound = replace(ONE, since=date(2026, 3, 1), until=DAY)

    assert bound.holds("TX", DAY)
    assert not bound.holds("IL", DAY)
    assert not bound.holds("TX", date(2026, 2, 28))
    assert not bound.holds("TX", date(2026, 3, 16))
    assert not replace(bound, is_archived=True).holds("TX", DAY)


def test_the_certificate_that_holds_longest_is_used() -> None:
    for_ever = replace(ONE, id=ExemptionId(2), region="", number="B")

    assert held_by((replace(ONE, until=DAY), for_ever), at("TX"), DAY) == for_ever
    assert held_by((ONE,), at("IL"), DAY) is None


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (replace(ONE, number=""), "exemptions.without-number"),
        (replace(ONE, id=ExemptionId(9)), "exemptions.number-taken"),
        (replace(ONE, since=DAY, until=date(2026, 1, 1)), "exemptions.ends-before"),
        (replace(ONE, vat="tx_full"), "exemptions.wrong-code"),
        (replace(ONE, vat="none-such"), "exemptions.wrong-code"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_told(one: Exemption, code: str) -> None:
    assert code in [problem.code for problem in check(one, (ONE,), CODES)]
