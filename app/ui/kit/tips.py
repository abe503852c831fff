"""Tips over things: plain text only, so that a file named ``<img src=…>`` fetches nothing."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return what a tip shows letter by letter: Qt obeys marks in tips that look like a page's."""
    if "<" not in text:
        return text
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'
