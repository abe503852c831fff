"""Places: what every office has by itself is called in the reader's language, ours by its code."""

from __future__ import annotations

from app.lang.texts import Say, mark

PLACES = {
    "MAIN": mark("Main store"),
    "TRANSIT": mark("On the way"),
    "SUPPLIER": mark("Supplier"),
    "CUSTOMER": mark("Customer"),
    "LOSS": mark("Scrap and loss"),
    "OWN-USE": mark("Own use"),
    "PRODUCTION": mark("Assembly"),
}
"""The names of the places that are made by themselves, by their codes."""


def place_name(code: str, say: Say) -> str:
    """Return what a place is called: its code, unless it is one that every office has."""
    return say(PLACES[code]) if code in PLACES else code
