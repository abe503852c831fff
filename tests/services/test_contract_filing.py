"""The paper of a contract that was thrown into the trash is written anew."""

from __future__ import annotations

import pytest

from app.services import contract_papers, contracts, documents
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import hire
from tests.order_desk import an_ordering_office


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


def test_a_paper_in_the_trash_does_not_stand_in_the_way(office: Office) -> None:
    maija = hire(office)
    template = office.do(contract_papers.take_up).result.id
    (first,) = office.ask(contracts.of, maija.id)
    draft = office.do(contracts.next_version, first.id, TODAY).result
    written = office.do(contract_papers.write, draft.id, draft.version, template).result
    assert written.document_id is not None
    office.do(documents.trash, (written.document_id,))

    again = office.do(contract_papers.write, written.id, written.version, template).result
    signed = office.do(contracts.sign_draft, again.id, again.version).result

    assert again.document_id not in (None, written.document_id)
    assert signed.document_id == again.document_id
