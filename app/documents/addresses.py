"""Postal addresses as lines: the order of the parts is the custom of the address's own country."""

from __future__ import annotations

from app.domain.contacts.address import Address, block


def address_lines(address: Address, home: str) -> tuple[str, ...]:
    """Return the lines under the name; the country stands last, in English, if it is not home."""
    return block(address, "", home)
