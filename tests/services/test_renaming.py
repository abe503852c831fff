"""Documents are found by the names that are on their cards now."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.form import form_of
from app.domain.archive.readers import Readers
from app.domain.contacts.form import ContactForm
from app.domain.contacts.form import form_of as contact_form_of
from app.domain.shared.ids import DocumentId
from app.formats.retention import plan
from app.services import contacts, documents, finding, kinds, reindexing, search
from app.services.kinds import TypeForm
from app.services.office import Office
from tests.services.test_likeness import take


def test_documents_of_a_renamed_contact_are_found_by_its_new_name(office: Office) -> None:
    sender = office.do(contacts.add, ContactForm(name="Kaapelihuolto")).result
    one = DocumentId(take(office, "bill.pdf", b"%PDF bill"))
    before = office.ask(documents.get, one)
    form = replace(form_of(before), correspondent_id=sender.id)
    office.do(documents.change, one, before.version, form)
    renamed = replace(contact_form_of(sender), name="Valokuitu")

    office.do(contacts.change, sender.id, sender.version, renamed)
    waiting = office.ask(reindexing.waiting)
    office.run(reindexing.index_some)

    assert waiting == 1
    assert office.ask(reindexing.waiting) == 0
    assert office.ask(finding.find, "valokuitu").total == 1
    assert office.ask(finding.find, "kaapelihuolto").total == 0
    assert one in {hit.entity_id for hit in office.ask(search.find, "valokuitu", 10)}


def test_what_is_no_name_of_a_contact_wants_no_work(office: Office) -> None:
    sender = office.do(contacts.add, ContactForm(name="Kaapelihuolto")).result
    noted = replace(contact_form_of(sender), note="pays late")

    office.do(contacts.change, sender.id, sender.version, noted)

    assert office.ask(reindexing.waiting) == 0


def test_documents_of_a_type_that_hides_are_found_from_nowhere_at_once(office: Office) -> None:
    kept = plan("FI").classes[0].code
    form = TypeForm("slip", {"en": "Slip"}, kept)
    slip = office.do(kinds.add_type, form).result
    one = DocumentId(take(office, "quarterly.pdf", b"%PDF slip"))
    before = office.ask(documents.get, one)
    typed = replace(form_of(before), type_id=slip.id)
    office.do(documents.change, one, before.version, typed)

    hidden = office.do(
        kinds.change_type, slip.id, slip.version, replace(form, readers=Readers.PERSONNEL)
    ).result
    found = office.ask(search.find, "quarterly", 10)
    office.do(kinds.change_type, slip.id, hidden.version, form)
    office.run(reindexing.index_some)

    assert found == ()
    assert [hit.entity_id for hit in office.ask(search.find, "quarterly", 10)] == [one]
