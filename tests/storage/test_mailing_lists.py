"""Mailing lists come back as they were written, on both databases."""

from __future__ import annotations

from app.domain.contacts.contact import Role
from app.domain.contacts.mailing import MailingForm, MailingList, Wanted
from app.domain.shared.ids import ContactId, MailingListId, new_id
from app.storage.database import Database

RULE = Wanted("music", frozenset({Role.CUSTOMER}), "Tampere", "FI", "fi")


def test_a_list_comes_back_as_it_was_written(database: Database) -> None:
    form = MailingForm("Tampere", RULE, (ContactId(2**60),), (ContactId(5),))
    kept = MailingList(MailingListId(new_id()), 1, form)
    with database.write() as unit:
        unit.mailing_lists.add(kept)

    with database.read() as unit:
        assert unit.mailing_lists.all() == (kept,)
