"""The lines of P.N.D. 1, 3 and 53 as text: a line for each payment, its parts between bars.

The Revenue Department's program takes such files column by column; the first line names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.domain.payments.withholding import Borne, ListedRow, TaxList

BAR = "|"
BUDDHIST = 543
TITLES = (
    "ลำดับที่",
    "เลขประจำตัวผู้เสียภาษี",
    "สาขา",
    "ชื่อผู้มีเงินได้",
    "ที่อยู่",
    "ตำบล/เขต",
    "จังหวัด",
    "รหัสไปรษณีย์",
    "เลขที่หนังสือรับรอง",
    "วันเดือนปีที่จ่าย",
    "ประเภทเงินได้",
    "อัตราภาษีร้อยละ",
    "จำนวนเงินที่จ่าย",
    "ภาษีที่หัก",
    "เงื่อนไข",
)
CONDITIONS = {Borne.WITHHELD: "1", Borne.PAID_ALWAYS: "2", Borne.PAID_ONCE: "3"}
"""As the form counts them: kept back, paid for the payee always, paid once."""


def written(found: TaxList) -> Iterator[bytes]:
    """Yield the lines of a list in UTF-8, each with its end."""
    yield _line(TITLES)
    for one in found.rows:
        yield _line(_parts(one))


def thai_day(day: date) -> str:
    """Return a day as Thai forms write it, in the Buddhist era."""
    return f"{day.day:02}/{day.month:02}/{day.year + BUDDHIST}"


def _parts(one: ListedRow) -> tuple[str, ...]:
    payee, row = one.payee, one.row
    address = payee.address
    return (
        str(one.place),
        payee.tax_id,
        payee.branch if payee.is_person else payee.branch or "00000",
        payee.name,
        " ".join(part for part in (address.street, address.extra) if part),
        address.town,
        address.region,
        address.postcode,
        one.number,
        thai_day(row.paid_on),
        row.words or row.income.value,
        _figure(row.rate),
        _figure(row.amount.amount),
        _figure(row.tax.amount),
        CONDITIONS[one.borne],
    )


def _figure(value: Decimal) -> str:
    return f"{value:.2f}"


def _line(parts: tuple[str, ...]) -> bytes:
    tidy = (" ".join(part.replace(BAR, " ").split()) for part in parts)
    return f"{BAR.join(tidy)}\r\n".encode()
