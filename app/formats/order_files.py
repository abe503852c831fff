"""Files of orders: XML is an order of its own, everything else is a table."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.orders.incoming import IncomingOrder
from app.domain.shared.refusals import OfficeError
from app.formats.einvoices.ubl_order import read_order

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_xml(content: bytes) -> bool:
    """Say whether a file is XML rather than a table: it begins with an angle bracket."""
    bare = content[:64]
    for mark in _MARKS:
        bare = bare.removeprefix(mark)
    return bare.replace(b"\x00", b"").lstrip().startswith(b"<")


ReadOrder = tuple[IncomingOrder | None, str, dict[str, str]]


def read_orders(files: Sequence[tuple[str, bytes]]) -> list[ReadOrder]:
    """Return the order of each file, or the code and the facts of why there is none."""
    return [_read(name, content) for name, content in files]


def _read(name: str, content: bytes) -> ReadOrder:
    try:
        return read_order(content, name), "", {}
    except OfficeError as refusal:
        return None, refusal.code, refusal.plain_facts
