"""Whether something was saved is looked up by the row of the record of changes that tells of it."""

from __future__ import annotations

from app.services import unresolved
from app.services.office import Office
from app.storage.deeds import Changes, Deed


def test_a_row_that_is_there_was_saved_and_another_was_not(office: Office) -> None:
    with office.database.write() as unit:
        unit.audit.record(Deed(office.clock.now(), "Maija", "contacts.add", []), Changes())
        seq, proof = unit.audit.recorded or (0, "")

    assert office.ask(unresolved.is_saved, seq, proof)
    assert not office.ask(unresolved.is_saved, seq + 1, proof)
    assert not office.ask(unresolved.is_saved, seq, "0" * 64)
