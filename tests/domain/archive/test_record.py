"""Filed documents."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId


def named(name: str) -> str:
    now = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    return Record(RecordId(1), name, "application/pdf", 10, "0" * 64, "invoice:1", now).file_name()


@pytest.mark.parametrize(
    ("name", "exported"),
    [
        ("20260001.pdf", "20260001.pdf"),
        ("INV/2026\\1: ok?.pdf", "INV 2026 1 ok.pdf"),
        ("con.pdf", "con_.pdf"),
        ("  . ", "document"),
        (".pdf", "document.pdf"),
        ("ใบกำกับภาษี 1.pdf", "ใบกำกับภาษี 1.pdf"),
        ("no suffix", "no suffix"),
    ],
)
def test_a_document_is_exported_under_a_legal_name(name: str, exported: str) -> None:
    assert named(name) == exported


@given(st.text(max_size=300))
def test_every_name_becomes_one_that_any_system_keeps(name: str) -> None:
    exported = named(name)

    assert exported and len(exported.encode()) <= 220
    assert not set(exported) & set('<>:"/\\|?*\n\0')
    assert exported == exported.strip(". ")
