"""What is known of a contact is counted by table, and forgotten for good."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.admin.company import Company
from app.domain.archive.document import Link
from app.domain.correspondence.notes import FollowUp, Note, NoteKind
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, FollowUpId, NoteId
from app.storage.database import Database
from app.storage.erasures import NOT_COUNTED, empty_log, references
from app.storage.unit import Unit
from tests.builders import a_contact

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)


def known(unit: Unit) -> ContactId:
    one = a_contact()
    unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
    unit.contacts.add(one, AT)
    about = Link("contact", one.id)
    unit.notes.add(Note(NoteId(3), 1, NoteKind.NOTE, "Called", "Maija", AT, about))
    unit.follow_ups.add(FollowUp(FollowUpId(4), 1, DAY, "Maija", "Call back", about))
    unit.drafts.keep(FormDraft("contact", one.id, 1, {"name": "Aino"}, "Maija", AT))
    unit.drafts.keep(FormDraft("contact", one.id, 1, {"name": "Aino"}, "Boon", AT))
    unit.drafts.keep(FormDraft("kit.note-dialog", one.id, 0, {"#0": "Aino"}, "Boon", AT))
    unit.drafts.keep(FormDraft("invoice", 99, 1, {"customer_id": one.id}, "Maija", AT))
    unit.drafts.keep(FormDraft("invoice", 98, 1, {"customer_id": 5}, "Maija", AT))
    return one.id


def test_what_is_forgotten_is_gone_and_others_stay(database: Database) -> None:
    with database.write() as unit:
        one = known(unit)
        assert unit.erasures.notes(one) == (3,)
        assert unit.erasures.follow_ups(one) == 1
        assert set(unit.erasures.drafts(one)) == {
            ("contact", one),
            ("kit.note-dialog", one),
            ("invoice", 99),
        }

        unit.erasures.forget(one, "Erased person 1")
        unit.erasures.forget(one, "Erased person 1")
        unit.erasures.overwrite()

        assert unit.erasures.notes(one) == ()
        assert unit.erasures.follow_ups(one) == 0
        assert [draft.entity for draft in unit.drafts.all()] == [98]
    assert empty_log(database)


def test_a_contact_with_nothing_is_hindered_by_nothing(database: Database) -> None:
    with database.write() as unit:
        one = known(unit)

        assert unit.erasures.hindrances(one) == ()
        assert list(unit.erasures.kept(one)) == []
        assert unit.erasures.papers(one) == ()


def test_each_table_that_refers_to_a_contact_is_kept_or_named_as_not_counted() -> None:
    tables = {column.table.name for column in references()}

    assert tables >= NOT_COUNTED
    assert tables >= {"invoice", "payment", "letter_out", "mail", "quote"}
