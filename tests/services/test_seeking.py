"""What was found is one list, its rows are marked block by block, and a page is opened."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.found import NOWHERE
from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.archive.row import Wanted
from app.domain.archive.saved import SavedForm
from app.domain.shared.ids import DocumentId, DocumentTypeId, new_id
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.services import finding, folders, seeking
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from tests.services.papers import filed, read

STAFF = DocumentType(
    DocumentTypeId(new_id()), 1, "staff", {"en": "Staff"}, readers=Readers.PERSONNEL
)
CLERK = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL})
BEST = View(words="vakuutus ", sort=seeking.BEST, is_descending=True)


def listed(office: Office, view: View, wanted: Wanted = finding.ANYWHERE) -> list[int]:
    return list(office.ask(seeking.spine, view, wanted))


def test_the_best_answers_come_first_and_columns_sort_all_of_them(office: Office) -> None:
    title = filed(office, "Vakuutus", day=date(2025, 1, 1))
    text = filed(office, "Muu", "vakuutus", day=date(2026, 1, 1))
    filed(office, "Roska", "vakuutus", state=DocumentState.TRASHED)

    assert listed(office, BEST) == [title, text]
    assert listed(office, View("vakuutus ", (), "day", is_descending=True)) == [text, title]
    assert [row.id for row in office.ask(seeking.first, BEST, 1)] == [title]
    assert len(listed(office, View("vakuutus in:trash", sort=seeking.BEST))) == 1


def test_a_list_without_words_leaves_the_trash_out(office: Office) -> None:
    kept = filed(office, "A")
    filed(office, "B", state=DocumentState.TRASHED)

    assert listed(office, View(sort=seeking.BEST)) == [kept]


def test_what_is_wanted_narrows_what_is_found(office: Office) -> None:
    early = filed(office, "Vakuutus", day=date(2025, 5, 1), binder="A")
    filed(office, "Vakuutus 2", day=date(2026, 5, 1), binder="B")

    in_2025 = Wanted(states=(), since=date(2025, 1, 1), until=date(2025, 12, 31))
    found = office.ask(finding.find, "vakuutus", wanted=in_2025)

    assert [one.row.id for one in found.documents] == listed(office, BEST, in_2025) == [early]
    assert listed(office, BEST, Wanted(states=(), binder="A")) == [early]
    assert office.ask(finding.find, "vakuutus", wanted=Wanted((DocumentState.INBOX,))).total == 0


def test_rows_are_marked_with_the_passage_that_answers(office: Office) -> None:
    bill = read(office, "Lasku", "ensimmäinen sivu", "Laskujen maksaminen")

    (found,) = office.ask(seeking.marked, "lasku", (bill, DocumentId(1)))

    assert [found.row.title[spot.start : spot.end] for spot in found.spots] == ["Lasku"]
    assert (found.snippet.page, found.snippet.text[:7]) == (2, "Laskuje")


def test_a_document_is_opened_where_it_answers_first(office: Office) -> None:
    bill = read(office, "A", "alku", "Laskujen maksaminen", "lasku ja lasku")

    passage = office.ask(seeking.passage, "lasku ", bill)

    assert (passage.page, set(passage.words)) == (2, {"laskujen", "lasku"})
    assert office.ask(seeking.passage, "muuta ", bill) == NOWHERE
    with pytest.raises(NotFound):
        office.ask(seeking.passage, "lasku", DocumentId(1))


def test_nobody_reads_a_passage_of_what_is_hidden(office: Office) -> None:
    with office.database.write() as unit:
        unit.kinds.add(STAFF)
    hidden = read(office, "Palkka", "vakuutus", type_id=STAFF.id)
    clerk = Office(office.database, office.clock, Actor("Clerk", CLERK))

    assert listed(office, BEST) == [hidden]
    assert listed(clerk, BEST) == []
    assert clerk.ask(seeking.marked, "vakuutus", (hidden,)) == ()
    with pytest.raises(NotFound):
        clerk.ask(seeking.passage, "vakuutus", hidden)


def test_a_folder_of_a_search_leaves_the_trash_out(office: Office) -> None:
    kept = filed(office, "Vakuutus", day=date(2026, 1, 1))
    filed(office, "Vanha vakuutus", state=DocumentState.TRASHED)
    everywhere = Wanted(states=())

    folder = office.do(folders.add, SavedForm("V", "vakuutus", everywhere)).result
    office.do(folders.add, SavedForm("Kaikki", "", everywhere))

    assert list(office.ask(folders.spine, folder.id)) == [kept]
    assert [one.count for one in office.ask(folders.filled)] == [1, 1]


def test_another_spelling_is_told_where_it_has_many_more_answers(office: Office) -> None:
    filed(office, "Muistio", "vakutus")
    for number in range(6):
        filed(office, f"Vakuutus {number}")

    found = office.ask(finding.find, "title:muistio vakutus ")
    seldom = office.ask(finding.find, "vakutus ")

    assert (found.total, found.instead) == (1, "")
    assert (seldom.total, seldom.instead, seldom.meant) == (1, "vakuutus", "")
    assert office.ask(finding.find, "vakuutus ").instead == ""


def test_a_folder_that_was_removed_comes_back_to_its_place(office: Office) -> None:
    first = office.do(folders.add, SavedForm("A")).result
    office.do(folders.add, SavedForm("B"))
    gone = office.do(folders.remove, first.id).result

    again = office.do(folders.put_back, gone).result

    assert [one.form.name for one in office.ask(folders.folders)] == ["A", "B"]
    assert again.form == gone.form
