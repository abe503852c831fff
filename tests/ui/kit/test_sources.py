"""What something belongs to, in words."""

from __future__ import annotations

from app.services.links import Linked
from app.ui.kit.sources import linked_text


def test_a_record_is_called_by_its_kind_and_its_name() -> None:
    assert linked_text(Linked("invoice", 1, "20260001")) == "Invoice 20260001"
    assert linked_text(Linked("entry", 1, "")) == "Entry"
    assert linked_text(Linked("comet", 1, "C/2026")) == "Record C/2026"
