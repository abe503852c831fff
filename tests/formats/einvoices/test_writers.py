"""Every format has its writer."""

from __future__ import annotations

import pytest

from app.domain.shared.eformats import EFormat
from app.formats.einvoices.writers import WRITERS, write
from tests.builders import a_draft
from tests.einvoices import billed, issued


def test_every_kind_of_e_invoice_can_be_written() -> None:
    assert set(WRITERS) == set(EFormat) - {EFormat.NONE}


@pytest.mark.parametrize("eformat", list(WRITERS))
def test_each_is_xml(eformat: EFormat) -> None:
    assert write(billed(issued(a_draft(), eformat))).startswith(b"<?xml")
