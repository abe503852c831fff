"""Forms of English words share a base."""

from __future__ import annotations

import pytest

from app.domain.archive.english import bases


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("invoices", "invoice"),
        ("invoicing", "invoice"),
        ("companies", "company"),
        ("shipped", "ship"),
        ("taxes", "tax"),
        ("paid", "pay"),
        ("addresses", "address"),
    ],
)
def test_a_form_has_its_base(form: str, base: str) -> None:
    assert base in bases(form)


def test_what_only_looks_like_a_form_stays() -> None:
    assert bases("status") == {"status"}
    assert bases("bus") == {"bus"}
    assert "r" not in bases("ring")
