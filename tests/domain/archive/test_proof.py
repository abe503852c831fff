"""A verification adds up over its slices and says when the next one is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.archive.proof import Damage, Finding, Proof, is_time
from app.domain.shared.ids import ProofId, RecordId
from tests.domain.archive.papers import AT

PROOF = Proof(ProofId(1), AT, "Maija")
FOUND = Finding(RecordId(3), None, "a.pdf", "A", Damage.CHANGED)


def test_slices_add_up() -> None:
    read = PROOF.with_part(5, 2, 100, (FOUND,)).with_part(9, 1, 50, ())

    assert (read.last, read.checked, read.size, read.findings) == (9, 3, 150, (FOUND,))


def test_a_day_later_or_when_paused_it_is_time_again() -> None:
    ended = replace(PROOF, ended_at=AT)

    assert is_time(None, AT)
    assert is_time(PROOF, AT)
    assert not is_time(ended, AT + timedelta(hours=23))
    assert is_time(ended, AT + timedelta(hours=24))
