"""The sample shows what an archive keeps: binders, steps, holds, folders, a certificate."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.disposal import DisposalState, Fate
from app.domain.archive.document import DocumentState
from app.domain.archive.row import Wanted
from app.domain.archive.serials import Room
from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.services import disposing, documents, folders, holding, shelving, stepping, welcome
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_keeps_an_archive_in_order(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, Actor("Anna"))

    (cleared,) = office.ask(disposing.disposals)
    (shelved,) = office.ask(shelving.shelf).binders
    to_do = office.ask(stepping.to_do)
    (held,) = office.ask(holding.holds)
    filled = office.ask(folders.filled)
    certificate = office.ask(documents.get, DocumentId(cleared.certificate_id or 0))
    due = office.ask(disposing.due)
    gone = office.ask(documents.count, Wanted((DocumentState.DISPOSED,)))
    office.close()

    assert cleared.state is DisposalState.DONE
    assert (len(cleared.of(Fate.DESTROYED)), gone) == (2, 2)
    assert [item.document_id for item in due] == [
        item.document_id for item in cleared.of(Fate.STRUCK)
    ]
    assert certificate.is_sealed
    assert (shelved.room, shelved.documents) == (Room.OPEN, 3)
    assert (to_do.overdue, to_do.count) == (1, 2)
    assert held.documents == 1
    assert len(filled) == 3
    assert all(folder.count for folder in filled[:2])
