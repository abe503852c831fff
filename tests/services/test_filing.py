"""What the archive's window asks: counts within what the asker may see, and names of records."""

from __future__ import annotations

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.form import DocumentForm
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Conflict, Invalid
from app.outside.clock import FixedClock
from app.services import archive, documents, drafts, filing, kinds
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.test_documents import a_type, changed, taken
from tests.trade import issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def as_clerk(office: Office) -> Office:
    role = Role("clerk", frozenset({Permission.COMPANY_READ, Permission.ARCHIVE_READ}))
    return Office(office.database, office.clock, Actor("Ville", role))


def test_each_place_knows_how_much_lies_there(office: Office) -> None:
    tag = office.do(kinds.add_tag, "cars").result
    bill = a_type(office, "bill")
    one, other, gone = taken(office), taken(office, "b.pdf"), taken(office, "c.pdf")
    changed(office, one, type_id=bill.id, tags=(tag.id,), due_on=TODAY)
    office.do(documents.file, (one,))
    office.do(documents.trash, (gone,))

    found = office.ask(filing.counted)

    assert [found.of(state) for state in DocumentState] == [1, 1, 1, 0]
    assert (found.types, found.tags) == ({bill.id: 1}, {tag.id: 1})
    assert (found.due, found.sealed, found.all, found.day) == (1, 0, 3, TODAY)
    assert other


def test_personnel_files_are_not_counted_for_others(office: Office) -> None:
    one = taken(office)
    changed(office, one, type_id=a_type(office, "personnel").id)
    office.do(documents.file, (one,))

    assert office.ask(filing.counted).all == 1
    assert as_clerk(office).ask(filing.counted).all == 0


def test_records_are_named_as_far_as_they_may_be_read(office: Office) -> None:
    invoice = issued(office)
    (row,) = office.ask(documents.of, f"invoice:{invoice.id}")
    record = office.do(archive.file, "a.txt", "text/plain", b"a", f"document:{row.id}").result

    assert [one.name for one in office.ask(filing.linked, row.id)] == [invoice.number]
    assert [one.name for one in as_clerk(office).ask(filing.linked, row.id)] == [""]
    assert [one.name for one in office.ask(filing.linked, DocumentId(record.id))] == [row.title]


def test_a_card_opens_with_its_sender_and_what_was_typed(office: Office) -> None:
    invoice = issued(office)
    (row,) = office.ask(documents.of, f"invoice:{invoice.id}")
    office.do(drafts.keep, "document", row.id, 1, {"title": "Half"})

    found = office.ask(filing.opened, row.id)

    assert found.correspondent is not None and found.correspondent.name == "Kahvila Aamu Oy"
    assert found.draft is not None and found.draft.body == {"title": "Half"}
    assert found.currency == "EUR"


def test_a_card_is_saved_and_filed_in_one_step_and_names_what_waits_next(office: Office) -> None:
    one, other = taken(office), taken(office, "b.pdf")
    form = DocumentForm("Bill", type_id=a_type(office, "bill").id)
    office.do(drafts.keep, "document", one, 1, form)

    saved = office.do(filing.save_and_file, one, 1, form).result

    assert (saved.after.title, saved.after.state) == ("Bill", DocumentState.FILED)
    assert saved.next_id == other
    assert office.ask(drafts.kept, "document", one) is None
    last = office.do(filing.save_and_file, other, 1, DocumentForm("Last")).result
    assert last.next_id is None


def test_a_wrong_card_is_neither_saved_nor_filed(office: Office) -> None:
    one = taken(office)

    with pytest.raises(Invalid):
        office.do(filing.save_and_file, one, 1, DocumentForm(" "))
    with pytest.raises(Conflict):
        office.do(filing.save, one, 7, DocumentForm("T"))

    assert office.ask(documents.get, one).state is DocumentState.INBOX


def test_a_save_is_put_back_as_long_as_nobody_changed_the_card(office: Office) -> None:
    one = taken(office)
    saved = office.do(filing.save_and_file, one, 1, DocumentForm("Bill")).result
    known = (filing.standing(saved.after), filing.standing(saved.before))

    back = office.do(filing.put_back, one, *known).result
    waiting = office.ask(documents.get, one)
    again = office.do(filing.put_back, *back).result

    assert (waiting.title, waiting.state) == ("scan.pdf", DocumentState.INBOX)
    assert office.ask(documents.get, one).state is DocumentState.FILED
    assert again == (one, *known)
    changed(office, one, title="Theirs")
    with pytest.raises(Conflict):
        office.do(filing.put_back, *again)


def test_a_path_of_tags_is_added_where_it_is_missing(office: Office) -> None:
    cars, leases = office.do(filing.add_tag_path, ("Cars", "Leases")).result
    same, new = office.do(filing.add_tag_path, ("cars", "Insurance")).result

    assert (leases.parent_id, same, new.parent_id) == (cars.id, cars, cars.id)
    assert [tag.name for tag in office.ask(filing.find_tags, "cars lea")] == ["Leases"]
    assert len(office.ask(filing.find_tags, "")) == 3


def test_records_to_link_are_found_by_words(office: Office) -> None:
    invoice = issued(office)

    found = office.ask(filing.linkable, invoice.number)

    assert [(one.kind, one.id) for one in found if one.kind == "invoice"] == [
        ("invoice", invoice.id)
    ]
    assert {one.kind for one in found} <= set(filing.LINKED)
    assert as_clerk(office).ask(filing.linkable, invoice.number) == ()


def test_a_contact_has_what_it_sent_and_what_is_linked_to_it(office: Office) -> None:
    invoice = issued(office)
    (row,) = office.ask(documents.of, f"invoice:{invoice.id}")
    one, gone = taken(office), taken(office, "b.pdf")
    contact = f"contact:{invoice.customer_id}"
    for each in (one, gone):
        office.do(documents.link, each, contact)
    office.do(documents.trash, (gone,))

    found = office.ask(filing.belonging, contact)

    assert {each.id for each in found} == {row.id, one}
    assert [each.id for each in office.ask(filing.belonging, f"invoice:{invoice.id}")] == [row.id]
    assert office.ask(filing.belonging, "nothing") == ()
