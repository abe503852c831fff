"""Orders of Peppol to test with."""

from __future__ import annotations

from pathlib import Path

ORDER = Path(__file__).with_name("order.xml")


def order_xml(*changes: tuple[str, str]) -> bytes:
    """Return the sample order with some of its text changed."""
    text = ORDER.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text.encode()
