"""The model of an e-invoice."""

from __future__ import annotations

import pytest

from app.domain.invoices.einvoice import EUROPEAN, XRECHNUNG
from app.domain.shared.eformats import EFormat
from tests.builders import a_draft
from tests.einvoices import billed, credited, issued


def test_only_a_credit_note_is_one() -> None:
    invoice = issued(a_draft())

    assert not billed(invoice).is_credit
    assert billed(credited(invoice)).is_credit


@pytest.mark.parametrize("eformat", [EFormat.NONE, EFormat.ETAX])
def test_every_other_format_is_european(eformat: EFormat) -> None:
    assert eformat not in EUROPEAN
    assert XRECHNUNG < EUROPEAN == set(EFormat) - {EFormat.NONE, EFormat.ETAX}
