"""Payment files: in the order of the standard, with sums that are right, and letters of SEPA."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.domain.shared.money import Money
from app.formats.pain import NAMESPACE, Payer, PaymentOrder, Transfer, sepa, write
from tests.formats.pain_rules import broken
from tests.payrolls import eur

MADE = datetime(2026, 3, 25, 9, 30, tzinfo=UTC)
PAYER = Payer("Lumo & Suoni Oy", "FI49 5000 9420 0287 30", "okoyfihh")
AINO = Transfer("PR-2026-001-EMP-1", "Aino Salonen", "FI2112345600000785", eur("2360.32"), "Pay")
IN_BATCH = (
    *("PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt"),
    *("Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr", "CdtTrfTxInf"),
)
IN_TRANSFER = ["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"]


def an_order(*transfers: Transfer) -> PaymentOrder:
    return PaymentOrder("PR-2026-001", MADE, date(2026, 3, 31), PAYER, transfers)


def found(order: PaymentOrder, path: str) -> list[str]:
    root = etree.fromstring(write(order))
    steps = "/".join(f"p:{step}" for step in path.split("/"))
    return [one.text or "" for one in root.findall(f".//{steps}", {"p": NAMESPACE})]


def names_of(order: PaymentOrder, name: str) -> list[str]:
    root = etree.fromstring(write(order))
    part = root.find(f".//{{{NAMESPACE}}}{name}")
    assert part is not None
    return [etree.QName(one).localname for one in part]


def test_the_parts_stand_in_the_order_of_the_standard() -> None:
    order = an_order(AINO)

    assert tuple(names_of(order, "PmtInf")) == IN_BATCH
    assert names_of(order, "GrpHdr") == ["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"]
    with_bic = Transfer("R", "Aino", "FI21", eur("1"), "Pay", "OKOYFIHH")
    assert names_of(an_order(with_bic), "CdtTrfTxInf") == IN_TRANSFER


def test_a_transfer_says_who_gets_how_much_and_why() -> None:
    order = an_order(AINO)

    assert found(order, "CdtTrfTxInf/Amt/InstdAmt") == ["2360.32"]
    assert found(order, "CdtrAcct/Id/IBAN") == ["FI2112345600000785"]
    assert found(order, "DbtrAcct/Id/IBAN") == ["FI4950009420028730"]
    assert found(order, "DbtrAgt/FinInstnId/BICFI") == ["OKOYFIHH"]
    assert found(order, "CtgyPurp/Cd") == ["SALA"]
    assert found(order, "ReqdExctnDt/Dt") == ["2026-03-31"]


def test_a_payer_whose_bank_is_not_known_is_known_by_the_iban() -> None:
    order = PaymentOrder("1", MADE, date(2026, 3, 31), Payer("Lumo", "FI21"), (AINO,))

    assert found(order, "DbtrAgt/FinInstnId/Othr/Id") == ["NOTPROVIDED"]


def test_equal_orders_give_equal_bytes() -> None:
    assert write(an_order(AINO)) == write(an_order(AINO))


@pytest.mark.parametrize(
    ("text", "written"),
    [("Lumo & Suoni", "Lumo . Suoni"), ("Äijälä\nOy", "Äijälä Oy"), ("สมชาย", ".....")],
)
def test_letters_that_a_bank_does_not_take_become_points(text: str, written: str) -> None:
    assert sepa(text) == written


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1, max_size=90).filter(str.strip),
            st.integers(1, 99_999_999_999),
            st.text(max_size=200),
            st.sampled_from(["", "OKOYFIHH", "nordfihhxxx"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_every_file_keeps_the_rules_of_the_schema_and_of_sepa(
    people: list[tuple[str, int, str, str]],
) -> None:
    transfers = [
        Transfer(f"PR-1-{at}", name, "FI2112345600000785", Money(minor, "EUR"), text, bic)
        for at, (name, minor, text, bic) in enumerate(people)
    ]

    assert broken(write(an_order(*transfers))) == []


def test_a_file_that_breaks_a_rule_is_told() -> None:
    content = write(an_order(AINO))

    assert "InstdAmt says '2360.3'" in broken(content.replace(b">2360.32<", b">2360.3<"))
    assert broken(content.replace(b"SLEV", b"SHAR")) == ["ChrgBr says 'SHAR'"]
    assert "PmtInf lacks ['DbtrAgt']" in broken(content.replace(b"DbtrAgt>", b"IntrmyAgt1>"))


@given(st.lists(st.integers(1, 10**8), max_size=6))
def test_the_control_sums_are_those_of_the_transfers(minors: list[int]) -> None:
    transfers = [Transfer("R", "A", "FI21", eur(f"{minor / 100:.2f}")) for minor in minors]
    order = an_order(*transfers)

    total = f"{sum(one.amount.minor for one in transfers) / 100:.2f}"
    assert found(order, "CtrlSum") == [total, total]
    assert found(order, "NbOfTxs") == [str(len(minors))] * 2
