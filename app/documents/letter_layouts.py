"""Which custom a letter follows: one it names, or that of its country."""

from __future__ import annotations

from app.documents import letterhead
from app.documents.model import Layout

LETTER_LAYOUTS = (Layout.SFS2487, Layout.DIN5008, Layout.DIN5008_A, Layout.US, Layout.TH)
"""The customs that letters know."""


def layout_of(name: str, country: str) -> Layout:
    """Return the custom of a name; one that letters do not know is the country's own."""
    known = {layout.value: layout for layout in LETTER_LAYOUTS}
    return known.get(name) or letterhead.layout_of(country)
