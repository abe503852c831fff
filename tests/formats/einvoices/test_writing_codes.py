"""What the writers share."""

from __future__ import annotations

from dataclasses import replace

from app.domain.shared.vat import Category
from app.formats.einvoices.writing_codes import base64_of, rate_of
from tests.builders import a_draft
from tests.einvoices import billed, issued


def test_outside_the_scope_of_vat_there_is_no_rate() -> None:
    (line,) = billed(issued(a_draft())).lines

    assert rate_of(line) == "25.5"
    assert rate_of(replace(line, category=Category.OUTSIDE_SCOPE)) == ""


def test_bytes_are_written_in_base_64() -> None:
    assert base64_of(b"%PDF") == "JVBERg=="
