"""P.N.D. 1 and the list of the social security: each field at its place, in its length."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.contacts.address import Address
from app.domain.employees.employee import PersonName
from app.formats.thai_pay import RECORD, Employer, Insured, Taxed, pnd1, social_security
from tests.payrolling import thb

SOMCHAI = PersonName("สมชาย", "ใจดี", title="นาย")
HOME = Address("99/1 ถนนสุขุมวิท", "คลองเตย", "10110", "เขตคลองเตย", "กรุงเทพมหานคร", "TH")
EMPLOYER = Employer("บริษัท สยาม จำกัด", "0105555123450", "00001", "1012345678")
PAY_DAY = date(2026, 3, 31)
ROW = Taxed("1-1014-00123-45-6", SOMCHAI, HOME, "1", thb("42000"), thb("904.17"))
INSURED = Insured("1101400123456", SOMCHAI, thb("42000"), thb("875"), thb("875"))
HEAD = (1, 10, 6, 6, 4, 45, 4, 6, 15, 14, 12, 12)
BODY = (1, 13, 3, 30, 35, 14, 12, 27)


def cut(record: str, lengths: tuple[int, ...]) -> list[str]:
    """Return the fields of a record."""
    found, at = [], 0
    for length in lengths:
        found.append(record[at : at + length])
        at += length
    assert at == len(record) == RECORD
    return found


def test_p_n_d_1_has_twenty_fields_between_bars() -> None:
    (line,) = pnd1(EMPLOYER, PAY_DAY, [ROW]).decode().splitlines()

    assert line.split("|") == [
        *("00", "0105555123450", "0000000000", "0001"),
        *("1101400123456", "0000000000", "นาย", "สมชาย", "ใจดี"),
        *("99/1 ถนนสุขุมวิท", "คลองเตย เขตคลองเตย กรุงเทพมหานคร", "10110"),
        *("03", "2569", "1", "31032569", "0", "42000.00", "904.17", "1"),
    ]


def test_a_bar_within_a_name_parts_nothing() -> None:
    odd = Taxed("", PersonName("A|B", "C\nD"), Address(), "1", thb("1"), thb("0"))

    (line,) = pnd1(EMPLOYER, PAY_DAY, [odd]).decode().splitlines()

    assert len(line.split("|")) == 20
    assert "|A B|C D|" in line


def test_the_record_of_the_employer_says_the_sums() -> None:
    content = social_security(EMPLOYER, PAY_DAY, Decimal(5), [INSURED, INSURED])

    assert cut(content.decode("cp874").splitlines()[0], HEAD) == [
        *("1", "1012345678", "000000", "310369", "0369", "บริษัท สยาม จำกัด".ljust(45)),
        *("0500", "000002", "000000008400000", "00000000350000"),
        *("000000175000", "000000175000"),
    ]


def test_the_record_of_a_person_says_wage_and_contribution() -> None:
    content = social_security(EMPLOYER, PAY_DAY, Decimal(5), [INSURED])

    assert cut(content.decode("cp874").splitlines()[1], BODY) == [
        *("2", "1101400123456", "003", "สมชาย".ljust(30), "ใจดี".ljust(35)),
        *("00000004200000", "000000087500", " " * 27),
    ]


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 10**9))
def test_every_record_has_its_length_whatever_a_name_is(
    given_name: str, family: str, minor: int
) -> None:
    wage = thb(str(Decimal(minor) / 100))
    row = Insured("1101400123456", PersonName(given_name, family), wage, wage, wage)

    content = social_security(EMPLOYER, PAY_DAY, Decimal(5), [row])

    assert [len(one) for one in content.split(b"\r\n")] == [RECORD, RECORD, 0]
