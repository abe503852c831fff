"""A document is in every folder whose question it answers, for those who may see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentSort, Wanted
from app.domain.archive.saved import SavedForm, SavedQuery
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import folders
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from tests.services.papers import filed

CLERK = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL})


def kept(office: Office, name: str, question: str = "", **parts: Any) -> SavedQuery:
    form = replace(SavedForm(name, question), **parts)
    return office.do(folders.add, form).result


def test_a_document_is_in_every_folder_that_it_answers(office: Office) -> None:
    rent = filed(office, "Vuokra", "tammikuun laskut", day=date(2026, 1, 5))
    power = filed(office, "Sähkö", "laskujen erittely", day=date(2025, 2, 5))
    bills = kept(office, " Laskut ", "lasku", sort=DocumentSort.DAY, is_descending=False)
    of_2026 = kept(office, "2026", wanted=Wanted(since=date(2026, 1, 1)))
    both = kept(office, "Laskut 2026", "lasku", wanted=Wanted(since=date(2026, 1, 1)))

    assert list(office.ask(folders.spine, bills.id)) == [power, rent]
    assert [row.id for row in office.ask(folders.first, bills.id, 1)] == [power]
    assert list(office.ask(folders.spine, of_2026.id)) == [rent]
    assert [one.count for one in office.ask(folders.filled)] == [2, 1, 1]
    assert [one.form.name for one in office.ask(folders.folders)] == [
        "Laskut",
        "2026",
        both.form.name,
    ]


def test_folders_are_changed_arranged_and_removed(office: Office) -> None:
    one, two = kept(office, "A"), kept(office, "B", wanted=Wanted(states=(DocumentState.INBOX,)))

    after = office.do(folders.change, one.id, 1, replace(one.form, name="C")).result
    arranged = office.do(folders.arrange, (two.id,)).result

    assert [folder.form.name for folder in arranged] == ["B", "C"]
    with pytest.raises(Conflict):
        office.do(folders.change, one.id, 1, one.form)
    with pytest.raises(Invalid):
        office.do(folders.change, one.id, after.version, replace(one.form, name="b"))
    with pytest.raises(Invalid):
        office.do(folders.add, SavedForm(" "))
    assert office.do(folders.remove, two.id).result.id == two.id
    assert [folder.id for folder in office.ask(folders.folders)] == [one.id]


def test_a_personal_folder_is_only_there_for_who_may_see_it(office: Office) -> None:
    secret = kept(office, "Henkilöstö", readers=Readers.PERSONNEL)
    clerk = Office(office.database, office.clock, Actor("Clerk", CLERK))

    assert clerk.ask(folders.folders) == ()
    assert clerk.ask(folders.filled) == ()
    with pytest.raises(NotFound):
        clerk.ask(folders.spine, secret.id)
