"""Payment references and what a payer scans: viitenumero, RF, bank bar code, EPC QR, PromptPay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.shared.money import Money

SHORTEST_BASE, LONGEST_BASE = 3, 19
QR_BASE = 26
"""Digits of a Swiss QR reference before its check digit."""
_CARRIES = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)
_WEIGHTS = (7, 3, 1)
_BAR_CODE_LIMIT = 100_000_000
_FILLED_BASE = 10**9
_EPC_NAME, _EPC_TEXT, _EPC_BYTES = 70, 140, 331
_EPC_LARGEST = 99_999_999_999
_PROMPTPAY = "A000000677010111"


@dataclass(frozen=True, slots=True)
class BarCode:
    """A bank bar code: 54 digits, and the check symbol of Code 128 C over them."""

    digits: str
    check: int


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid: name, IBAN and BIC, as an EPC QR code writes them."""

    name: str
    iban: str
    bic: str = ""


def viitenumero(number: str) -> str:
    """Return the Finnish reference of a document number: its digits and a check digit.

    Too short a number is filled behind a leading 1, of too long a one the last digits count;
    a number without any digit has no reference.
    """
    digits = "".join(char for char in number if char in "0123456789")
    if not digits:
        return ""
    base = digits[-LONGEST_BASE:].lstrip("0")
    if len(base) < SHORTEST_BASE:
        base = str(_FILLED_BASE + int(base or "0"))
    return base + check_digit(base)


def check_digit(base: str) -> str:
    """Return the check digit of a Finnish reference: weights 7, 3, 1 from the right."""
    weighed = sum(
        int(digit) * _WEIGHTS[place % len(_WEIGHTS)] for place, digit in enumerate(reversed(base))
    )
    return str(-weighed % 10)


def is_viitenumero(reference: str) -> bool:
    """Say whether a text without blanks is a Finnish reference."""
    digits = reference.lstrip("0")
    fits = SHORTEST_BASE < len(digits) <= LONGEST_BASE + 1
    return fits and digits.isascii() and digits.isdigit() and check_digit(digits[:-1]) == digits[-1]


def rf(reference: str) -> str:
    """Return the international form (ISO 11649) of a national reference."""
    return f"RF{98 - _mod97(reference + 'RF00'):02}{reference}"


def is_rf(reference: str) -> bool:
    """Say whether a text without blanks is an international reference."""
    fits = 5 <= len(reference) <= 25 and reference.isascii() and reference.isalnum()
    return fits and reference[:2] == "RF" and _mod97(reference[4:] + reference[:4]) == 1


def qr_check_digit(digits: str) -> str:
    """Return the check digit of a QR reference: modulo 10, recursive."""
    carry = 0
    for digit in digits:
        carry = _CARRIES[(carry + int(digit)) % 10]
    return str(-carry % 10)


def is_qr_reference(reference: str) -> bool:
    """Say whether a text without blanks is a QR reference with the right check digit."""
    fits = len(reference) == QR_BASE + 1 and reference.isascii() and reference.isdigit()
    return fits and bool(reference.strip("0")) and qr_check_digit(reference[:-1]) == reference[-1]


def national(reference: str) -> str:
    """Return the national part of a reference in any form, without blanks or zeros before it."""
    compact = "".join(reference.split()).upper()
    if is_qr_reference(compact):
        return compact[:-1].lstrip("0")
    return (compact[4:] if is_rf(compact) else compact).lstrip("0")


def written(reference: str) -> str:
    """Return a reference as paper shows it: RF in fours, any other in fives from the right."""
    if reference.startswith("RF"):
        return _in_groups(reference, 4)
    return _in_groups(reference[::-1], 5)[::-1]


def bar_code(iban: str, reference: str, amount: Money, due_on: date | None) -> BarCode | None:
    """Return the Finnish bank bar code, version 5 for an RF reference and version 4 otherwise.

    It exists only for a Finnish IBAN, euros from 0 to below a million, and a right reference;
    where any of these fails there is none.
    """
    is_payable = amount.currency == "EUR" and 0 <= amount.minor < _BAR_CODE_LIMIT
    if not is_payable or iban[:2] != "FI" or len(iban) != 18 or not iban[2:].isdigit():
        return None
    if is_rf(reference) and is_viitenumero(reference[4:]):
        version, tail = "5", reference[2:4] + reference[4:].zfill(21)
    elif is_viitenumero(reference):
        version, tail = "4", "000" + reference.zfill(20)
    else:
        return None
    day = f"{due_on:%y%m%d}" if due_on else "000000"
    digits = f"{version}{iban[2:]}{amount.minor:08}{tail}{day}"
    return BarCode(digits, _code_128_check(digits))


def epc_qr(payee: Payee, amount: Money, reference: str, text: str = "") -> str | None:
    """Return the text of an EPC QR code (EPC069-12, version 002), or None where it cannot be.

    A right reference goes in as a creditor reference in its RF form, and then no text does.
    """
    if amount.currency != "EUR" or not 0 < amount.minor <= _EPC_LARGEST or not payee.name.strip():
        return None
    creditor = rf(reference) if is_viitenumero(reference) else reference
    creditor = creditor if is_rf(creditor) else ""
    said = "" if creditor else _one_line(text or reference)[:_EPC_TEXT]
    name = _one_line(payee.name)[:_EPC_NAME].strip()
    while len(code := _epc_lines(payee, name, amount, creditor, said).encode()) > _EPC_BYTES:
        name, said = (name, said[:-1]) if said else (name[:-1], said)
    return code.decode()


def promptpay(target: str, amount: Money | None = None) -> str | None:
    """Return the EMV text of a PromptPay QR code, or None where the target is not one.

    The target is a Thai mobile number, a 13-digit tax or national id, or a 15-digit wallet.
    """
    account = _promptpay_account("".join(char for char in target if char in "0123456789"))
    if account is None or (amount is not None and (amount.currency != "THB" or amount.minor <= 0)):
        return None
    paid = "" if amount is None else _field("54", f"{amount.amount:.2f}")
    body = "".join(
        (
            _field("00", "01"),
            _field("01", "11" if amount is None else "12"),
            _field("29", _field("00", _PROMPTPAY) + account),
            _field("58", "TH"),
            _field("53", "764"),
            paid,
            "6304",
        )
    )
    return body + f"{crc_16(body.encode('ascii')):04X}"


def crc_16(content: bytes) -> int:
    """Return the CRC-16/CCITT-FALSE of bytes (EMV QR)."""
    crc = 0xFFFF
    for byte in content:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def _promptpay_account(digits: str) -> str | None:
    if len(digits) == 10 and digits.startswith("0"):
        return _field("01", f"0066{digits[1:]}")
    if len(digits) == 11 and digits.startswith("66"):
        return _field("01", f"00{digits}")
    tags = {13: "02", 15: "03"}
    return _field(tags[len(digits)], digits) if len(digits) in tags else None


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02}{value}"


def _epc_lines(payee: Payee, name: str, amount: Money, creditor: str, said: str) -> str:
    euros = f"EUR{Decimal(amount.minor).scaleb(-2):f}"
    head = ("BCD", "002", "1", "SCT", payee.bic, name, payee.iban, euros)
    return "\n".join((*head, "", creditor, said)).rstrip("\n")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _in_groups(text: str, size: int) -> str:
    return " ".join(text[start : start + size] for start in range(0, len(text), size))


def _mod97(text: str) -> int:
    return int("".join(str(int(char, 36)) for char in text)) % 97


def _code_128_check(digits: str) -> int:
    pairs = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]
    return (105 + sum(place * pair for place, pair in enumerate(pairs, start=1))) % 103
