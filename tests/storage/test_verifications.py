"""Verifications are kept as far as they came, with what they found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.archive.proof import Damage, Finding, Proof, Wrong
from app.domain.archive.record import Filing
from app.domain.shared.ids import ProofId, new_id
from app.storage.database import Database

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_verification_grows_and_comes_back(database: Database) -> None:
    begun = Proof(ProofId(new_id()), AT, "Maija")
    with database.write() as unit:
        record = unit.archive.add(Filing("a.txt", "text/plain"), (b"a",), AT)
        unit.verifications.save(begun)
        (found,) = unit.verifications.named((Wrong(record.sha256, Damage.UNREADABLE, 1, 1),))
        grown = replace(begun.with_part(7, 1, 1, (found,)), ended_at=AT)
        unit.verifications.save(grown)
        unit.verifications.save(grown)

        assert unit.verifications.newest() == (grown,)
        assert unit.verifications.get(begun.id) == grown
        assert unit.verifications.get(ProofId(1)) is None
        assert unit.verifications.missing() == ()
    assert found == Finding(record.id, None, "a.txt", "a.txt", Damage.UNREADABLE, 1, 1)
