"""Lists of documents show what is asked for, in its order, and never what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.archive.document import Document, DocumentState, Version, VersionKind
from app.domain.archive.kinds import DocumentType, Tag
from app.domain.archive.readers import Readers
from app.domain.archive.record import Filing
from app.domain.archive.row import DocumentSort, Scope, Wanted
from app.domain.shared.ids import DocumentTypeId, TagId, new_id
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.services.registering import begun
from app.storage.database import Database
from app.storage.document_lists import NEWEST, DocumentLists
from app.storage.unit import Unit
from tests.builders import a_contact
from tests.databases import on_sqlite
from tests.storage.plans import plans_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
BILL = DocumentType(DocumentTypeId(new_id()), 1, "bill", {"en": "Bill"})
FILE = DocumentType(DocumentTypeId(new_id()), 1, "file", {"en": "File"}, readers=Readers.PERSONNEL)
CARS = Tag(TagId(new_id()), 1, "cars")
LEASES = Tag(TagId(new_id()), 1, "leases", CARS.id)
ALL = Scope(Wanted(states=()))


def kept(unit: Unit, title: str, hours: int, **parts: Any) -> Document:
    at = AT + timedelta(hours=hours)
    record = unit.archive.add(Filing(f"{title}.pdf", "application/pdf"), (b"x",), at)
    one = replace(begun(record, title), **parts)
    version = Version(1, record.id, VersionKind.ORIGINAL, at, "Maija")
    unit.documents.add_all([(one, version, ())])
    return one


@pytest.fixture
def lists(database: Database) -> Iterator[DocumentLists]:
    """Two bills, one of them in the inbox, and a personnel file."""
    sender = a_contact("Åkerlund Oy")
    with database.write() as unit:
        for kind in (BILL, FILE, CARS, LEASES):
            unit.kinds.add(kind)
        unit.contacts.add(sender, AT)
        kept(unit, "b", 0, type_id=BILL.id, day=date(2026, 1, 5), tags=(LEASES.id,), serial=2)
        bill = {"type_id": BILL.id, "correspondent_id": sender.id, "amount": Money(5, "EUR")}
        kept(unit, "c", 1, state=DocumentState.FILED, day=date(2026, 2, 5), serial=1, **bill)
        kept(unit, "a", 2, state=DocumentState.FILED, type_id=FILE.id, due_on=date(2026, 4, 1))
    with database.read() as unit:
        yield unit.document_lists


def titles(lists: DocumentLists, scope: Scope = ALL, view: View = NEWEST) -> str:
    return "".join(row.title for row in lists.rows(lists.spine(view, scope), scope))


def test_the_newest_come_first_and_every_column_sorts(lists: DocumentLists) -> None:
    by = {sort: titles(lists, view=View(sort=sort.value)) for sort in DocumentSort}

    assert titles(lists) == "acb"
    assert by[DocumentSort.RECEIVED] == "bca"
    assert by[DocumentSort.TITLE] == "abc"
    assert by[DocumentSort.SERIAL] == "cba"
    assert by[DocumentSort.DAY] == "bca"
    assert by[DocumentSort.TYPE] == "bca"
    assert by[DocumentSort.CORRESPONDENT][0] == by[DocumentSort.AMOUNT][0] == "c"
    assert by[DocumentSort.DUE][0] == "a"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "ac"),
        (Wanted((DocumentState.INBOX,)), "b"),
        (Wanted((), type_ids=(BILL.id,)), "cb"),
        (Wanted((), since=date(2026, 2, 1)), "c"),
        (Wanted((), until=date(2026, 2, 5)), "cb"),
        (Wanted((), due_by=date(2026, 4, 1)), "a"),
        (Wanted((), is_sealed=True), ""),
        (Wanted((), binder="B 1"), ""),
    ],
)
def test_what_is_wanted_is_kept(lists: DocumentLists, wanted: Wanted, found: str) -> None:
    assert titles(lists, Scope(wanted)) == found
    assert lists.count(Scope(wanted)) == len(found)


def test_a_document_has_a_tag_of_every_group(lists: DocumentLists) -> None:
    under = frozenset({CARS.id, LEASES.id})

    assert titles(lists, Scope(Wanted(()), tags=(under,))) == "b"
    assert titles(lists, Scope(Wanted(()), tags=(under, frozenset({CARS.id})))) == ""


def test_what_is_hidden_is_in_no_list_no_count_and_no_row(lists: DocumentLists) -> None:
    every = lists.spine(NEWEST, ALL)
    hidden = Scope(Wanted(()), frozenset({FILE.id}))

    assert titles(lists, hidden) == "cb"
    assert lists.count(hidden) == 2
    assert [row.title for row in lists.rows(every, hidden)] == ["c", "b"]


def test_a_row_tells_its_sender_and_its_file(lists: DocumentLists) -> None:
    (first,) = lists.rows(lists.first(View(sort="serial"), 1))

    assert (first.correspondent, first.file_name) == ("Åkerlund Oy", "c.pdf")
    assert (first.amount, first.media_type, first.size) == (Money(5, "EUR"), "application/pdf", 1)


def test_only_these_are_listed(lists: DocumentLists) -> None:
    newest = lists.spine()[0]

    assert list(lists.spine(NEWEST, ALL, {newest})) == [newest]


@on_sqlite
def test_the_usual_list_walks_an_index(lists: DocumentLists) -> None:
    with plans_of(lists._connection) as plans:
        lists.first(NEWEST, 10, Scope(Wanted()))

    assert plans == ["SEARCH document USING COVERING INDEX ix_document_list (state=?)"]


@on_sqlite
def test_what_is_due_is_counted_in_an_index(lists: DocumentLists) -> None:
    with plans_of(lists._connection) as plans:
        lists.count(Scope(Wanted(due_by=date(2026, 4, 1))))

    assert "SEARCH document USING COVERING INDEX ix_document_due (state=? AND due_on<?)" in plans
