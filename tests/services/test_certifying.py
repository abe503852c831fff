"""A certificate is printed in the company's language and filed sealed, without what is personal."""

from __future__ import annotations

from datetime import date

from app.domain.shared.ids import DocumentId
from app.services import documents, search
from app.services.office import Office
from tests.documents.reading import page_texts
from tests.services.test_disposing import carried_out, filed, office

__all__ = ["office"]
"""The office of the disposals' tests, as a fixture."""


def test_a_certificate_names_the_bill_and_not_the_personnel_file(office: Office) -> None:
    filed(office, "Sähkölasku", day=date(2010, 5, 1))
    filed(office, "Salary of Ville", "personnel", event_on=date(2000, 1, 1))

    done = carried_out(office)

    certificate = DocumentId(done.certificate_id or 0)
    said = "\n".join(page_texts(office.ask(documents.content, certificate)))
    assert "Hävittämistodistus" in said
    assert "Sähkölasku" in said
    assert "Henkilöasiakirja" in said
    assert "Salary" not in said
    assert office.ask(documents.get, certificate).title == "Hävittämistodistus 2026-03-10"
    assert [hit.entity_id for hit in office.ask(search.find, "Hävittämistodistus")] == [certificate]
