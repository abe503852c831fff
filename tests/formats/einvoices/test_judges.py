"""The judges do judge."""

from __future__ import annotations

import pytest

from app.domain.shared.eformats import EFormat
from app.formats.einvoices.write_cii import write_cii
from app.formats.einvoices.write_ubl import write_ubl
from tests.builders import a_draft
from tests.einvoices import billed, issued
from tests.formats.einvoices.judges import faults


def test_a_wrong_sum_is_told_by_its_rule() -> None:
    written = write_cii(billed(issued(a_draft())))

    found = faults(written.replace(b"DuePayableAmount>125.50", b"DuePayableAmount>99.00"))

    assert any("BT-115" in fault or "BR-CO-16" in fault for fault in found)


@pytest.mark.parametrize("name", [b"cbc:IssueDate", b"cbc:ID"])
def test_what_the_schema_does_not_know_is_told(name: bytes) -> None:
    written = write_ubl(billed(issued(a_draft(), EFormat.PEPPOL)))

    assert faults(written.replace(name, b"cbc:Nonsense"))
