"""The words of products."""

from __future__ import annotations

from app.lang.texts import mark

LANGUAGES = {
    "en": mark("English"),
    "fi": mark("Finnish"),
    "sv": mark("Swedish"),
    "de": mark("German"),
    "th": mark("Thai"),
}
"""The languages a product can be named in."""
