"""A judge of PDF/A and PDF/UA from outside: what it holds against a file."""

from __future__ import annotations

from page import validate_pdf_bytes


def faults(content: bytes, *profiles: str) -> list[str]:
    """Return what breaks the rules of the profiles ("3u", "3a", "ua1"), in the judge's words."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in profiles
        for failure in validate_pdf_bytes(content, profile=profile).failures
    ]
