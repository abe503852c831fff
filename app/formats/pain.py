"""Payment files: pain.001.001.09 (ISO 20022), by which a bank pays many at once within SEPA."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree as ET

from app.domain.shared.money import Money

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
LONGEST_NAME, LONGEST_TEXT, LONGEST_ID = 70, 140, 35
SALARY = "SALA"
_LETTERS = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ åäöÅÄÖ"
)


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose account is debited."""

    name: str
    iban: str
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payment: to whom, on which account, how much, and what the receiver reads."""

    reference: str
    name: str
    iban: str
    amount: Money
    text: str = ""
    bic: str = ""


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """What a bank is asked to do on a day."""

    number: str
    made_at: datetime
    pay_on: date
    payer: Payer
    transfers: tuple[Transfer, ...]
    purpose: str = SALARY


def write(order: PaymentOrder) -> bytes:
    """Return a payment order as the bank reads it; equal orders give equal bytes."""
    root = ET.Element("Document", {"xmlns": NAMESPACE})
    initiation = ET.SubElement(root, "CstmrCdtTrfInitn")
    header = _add(initiation, "GrpHdr")
    _text(header, "MsgId", order.number[:LONGEST_ID])
    _text(header, "CreDtTm", order.made_at.strftime("%Y-%m-%dT%H:%M:%S%z")[:19] + "Z")
    _sums(header, order.transfers)
    _text(_add(header, "InitgPty"), "Nm", _name(order.payer.name))
    _batch(_add(initiation, "PmtInf"), order)
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"


def _batch(batch: ET.Element, order: PaymentOrder) -> None:
    _text(batch, "PmtInfId", order.number[:LONGEST_ID])
    _text(batch, "PmtMtd", "TRF")
    _text(batch, "BtchBookg", "true")
    _sums(batch, order.transfers)
    kind = _add(batch, "PmtTpInf")
    _text(_add(kind, "SvcLvl"), "Cd", "SEPA")
    _text(_add(kind, "CtgyPurp"), "Cd", order.purpose)
    _text(_add(batch, "ReqdExctnDt"), "Dt", order.pay_on.isoformat())
    _text(_add(batch, "Dbtr"), "Nm", _name(order.payer.name))
    _text(_add(_add(batch, "DbtrAcct"), "Id"), "IBAN", _iban(order.payer.iban))
    _agent(_add(batch, "DbtrAgt"), order.payer.bic)
    _text(batch, "ChrgBr", "SLEV")
    for transfer in order.transfers:
        _transfer(_add(batch, "CdtTrfTxInf"), transfer)


def _transfer(payment: ET.Element, transfer: Transfer) -> None:
    ids = _add(payment, "PmtId")
    _text(ids, "InstrId", transfer.reference[:LONGEST_ID])
    _text(ids, "EndToEndId", transfer.reference[:LONGEST_ID])
    amount = _text(_add(payment, "Amt"), "InstdAmt", f"{transfer.amount.amount:.2f}")
    amount.set("Ccy", transfer.amount.currency)
    if transfer.bic:
        _agent(_add(payment, "CdtrAgt"), transfer.bic)
    _text(_add(payment, "Cdtr"), "Nm", _name(transfer.name))
    _text(_add(_add(payment, "CdtrAcct"), "Id"), "IBAN", _iban(transfer.iban))
    if transfer.text:
        _text(_add(payment, "RmtInf"), "Ustrd", sepa(transfer.text)[:LONGEST_TEXT])


def _sums(part: ET.Element, transfers: Sequence[Transfer]) -> None:
    _text(part, "NbOfTxs", str(len(transfers)))
    minor = sum(one.amount.minor for one in transfers)
    currency = transfers[0].amount.currency if transfers else "EUR"
    _text(part, "CtrlSum", f"{Money(minor, currency).amount:.2f}")


def _agent(part: ET.Element, bic: str) -> None:
    """Write a bank by its BIC; a bank that is known by the IBAN alone is said to be so."""
    bank = _add(part, "FinInstnId")
    if bic:
        _text(bank, "BICFI", bic.replace(" ", "").upper())
    else:
        _text(_add(bank, "Othr"), "Id", "NOTPROVIDED")


def sepa(text: str) -> str:
    """Return a text with the letters that every bank of SEPA takes; others become points."""
    return "".join(letter if letter in _LETTERS else "." for letter in " ".join(text.split()))


def _name(text: str) -> str:
    return sepa(text)[:LONGEST_NAME]


def _iban(text: str) -> str:
    return text.replace(" ", "").upper()


def _add(part: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(part, name)


def _text(part: ET.Element, name: str, text: str) -> ET.Element:
    made = ET.SubElement(part, name)
    made.text = text
    return made
