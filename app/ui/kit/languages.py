"""The languages that records can be named in."""

from __future__ import annotations

from app.lang.texts import mark

LANGUAGES = {
    "en": mark("English"),
    "fi": mark("Finnish"),
    "sv": mark("Swedish"),
    "de": mark("German"),
    "th": mark("Thai"),
}
"""The languages a product or an account can be named in."""
