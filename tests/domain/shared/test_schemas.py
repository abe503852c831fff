"""Schemas say what is taken: fields, defaults, enumerations and bounds."""

from __future__ import annotations

from decimal import Decimal

from app.domain.invoices.invoice import Invoice
from app.domain.shared.money import Money
from app.domain.shared.schemas import schema


def test_the_schema_names_fields_defaults_and_enumerations() -> None:
    found = schema(Invoice)

    assert found["properties"]["state"] == {"enum": ["draft", "issued", "discarded"]}
    assert found["required"] == ["id", "version", "state", "currency", "language", "terms_days"]
    assert found["properties"]["lines"]["items"]["title"] == "Line"


def test_the_schema_says_what_is_taken() -> None:
    assert schema(int) == {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}
    assert schema(Money)["additionalProperties"] is False
    assert schema(tuple[int, str])["maxItems"] == 2
    assert schema(Decimal)["type"] == ["string", "number"]
