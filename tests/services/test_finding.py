"""Documents are found by any word in them, ranked and counted, and never by who may not see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.archive.document import DocumentState
from app.domain.archive.found import Found, Order
from app.domain.archive.kinds import CustomField, DocumentType, Tag
from app.domain.archive.readers import Readers
from app.domain.archive.row import Wanted
from app.domain.shared.ids import DocumentId, DocumentTypeId, FieldId, TagId, new_id
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.services import documents, finding
from app.services.office import Desk, Office
from app.services.permissions import OWNER, Actor, Permission, Role
from tests.builders import a_contact
from tests.chances import few
from tests.services.papers import filed
from tests.storage.plans import statements_of

BILL = DocumentType(DocumentTypeId(new_id()), 1, "bill", {"en": "Bill", "fi": "Ostolasku"})
STAFF = DocumentType(
    DocumentTypeId(new_id()), 1, "staff", {"en": "Staff"}, readers=Readers.PERSONNEL
)
CARS = Tag(TagId(new_id()), 1, "Autot")
LEASES = Tag(TagId(new_id()), 1, "Leasing", CARS.id)
ROOM = CustomField(FieldId(new_id()), 1, "room", {"en": "Room", "fi": "Huone"})
VOIMA = a_contact("Voima Sähkö Oy")
CLERK = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL})


@pytest.fixture
def archive(office: Office) -> dict[str, DocumentId]:
    """File four documents: a bill, a letter, a personnel file and one in the trash."""
    with office.database.write() as unit:
        for kind in (BILL, STAFF, CARS, LEASES, ROOM):
            unit.kinds.add(kind)
        unit.contacts.add(VOIMA, office.clock.now())
    bill = {"type_id": BILL.id, "correspondent_id": VOIMA.id, "amount": Money(68656, "EUR")}
    return {
        "bill": filed(
            office,
            "Sähkö, maaliskuu",
            "Toimitusehdot ovat liitteenä. Eräpäivä 5.4.2026.",
            day=date(2026, 3, 5),
            reference="RF18 5390",
            serial=7,
            fields={"room": "B2"},
            **bill,
        ),
        "letter": filed(
            office,
            "Vuokrasopimus",
            "เรียนลูกค้า กรุณาออกใบกำกับภาษีให้บริษัท",
            "Laskujen maksaminen sähköisesti.",
            day=date(2025, 11, 1),
            tags=(LEASES.id,),
            is_sealed=True,
        ),
        "staff": filed(office, "Palkkatodistus", "laskujen ainutkertainensana", type_id=STAFF.id),
        "trash": filed(office, "Vanha lasku", state=DocumentState.TRASHED),
    }


def titles(office: Office, question: str, order: Order = Order.BEST) -> list[str]:
    return [one.row.title for one in office.ask(finding.find, question, 20, order).documents]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("sahko ", {"bill"}),
        ("ehdot ", {"bill"}),
        ("ehto ", {"bill"}),
        ("lasku ", {"letter", "staff"}),
        ("sopimus ", {"letter"}),
        ("ใบกำกับภาษี", {"letter"}),
        ('"laskujen maksaminen"', {"letter"}),
        ('"maksaminen laskujen"', set()),
        ("lasku -maksaminen", {"staff"}),
        ("maalis", {"bill"}),
        ("from:voima", {"bill"}),
        ("type:bill", {"bill"}),
        ("tyyppi:ostolasku", {"bill"}),
        ("type:unknown", set()),
        ("tag:autot", {"letter"}),
        ("auto ", {"letter"}),
        ("is:sealed", {"letter"}),
        ("in:trash", {"trash"}),
        ("lasku in:trash", {"trash"}),
        ("in:archive -lasku ", {"bill"}),
        ("huone:b2", {"bill"}),
        ("ref:rf18", {"bill"}),
        ("amount:>600 ", {"bill"}),
        ("686,56 ", {"bill"}),
        ("asn:7", {"bill"}),
        ("day:<2026-01-01", {"letter"}),
        ("2025 ", {"letter"}),
        ("5.4.2026 ", {"bill"}),
        ("title:vuokra* ", {"letter"}),
        ("text:maaliskuu ", set()),
        ("file:a.pdf in:trash", {"trash"}),
    ],
)
def test_questions_find_what_they_mean(
    office: Office, archive: dict[str, DocumentId], question: str, found: set[str]
) -> None:
    answer = office.ask(finding.find, question)

    assert {one.row.id for one in answer.documents} == {archive[name] for name in found}
    assert answer.total == len(found)


def test_titles_come_before_texts_and_the_newest_first(office: Office) -> None:
    for title, text in (("Vakuutus", ""), ("Muu", "vakuutus"), ("Toinen", "vakuutus")):
        filed(office, title, text)

    assert titles(office, "vakuutus ") == ["Vakuutus", "Toinen", "Muu"]
    assert titles(office, "vakuutus ", Order.NEWEST) == ["Toinen", "Muu", "Vakuutus"]


def test_what_answers_is_counted_by_type_year_and_sender(
    office: Office, archive: dict[str, DocumentId]
) -> None:
    found = office.ask(finding.find, "in:archive", 1)

    assert (len(found.documents), found.total, found.counted, found.is_more) == (1, 3, 3, False)
    assert {(one.type_id, one.count) for one in found.by_type} >= {(BILL.id, 1), (STAFF.id, 1)}
    assert [one.year for one in found.by_year] == [2026, 2025]
    assert {(one.name, one.count) for one in found.by_sender} == {("Voima Sähkö Oy", 1), ("", 2)}


def test_a_misspelt_word_is_answered_by_the_one_that_is_meant(
    office: Office, archive: dict[str, DocumentId]
) -> None:
    found = office.ask(finding.find, "maalisuku sähkö ")

    assert found.meant == "maaliskuu sähkö"
    assert [one.row.id for one in found.documents] == [archive["bill"]]


def test_what_is_hidden_is_in_no_answer_count_or_suggestion(
    office: Office, archive: dict[str, DocumentId]
) -> None:
    clerk = Office(office.database, office.clock, Actor("Clerk", CLERK))

    found = clerk.ask(finding.find, "lasku ")

    assert [one.row.id for one in found.documents] == [archive["letter"]]
    assert (found.total, len(found.by_type)) == (1, 1)
    assert clerk.ask(finding.find, "type:staff") == clerk.ask(finding.find, "ainutkertainensana ")
    assert clerk.ask(finding.find, "ainutkertaisensana ").meant == ""
    assert office.ask(finding.find, "ainutkertaisensana ").meant == "ainutkertainensana"


def test_lists_are_searched_by_the_same_questions(
    office: Office, archive: dict[str, DocumentId]
) -> None:
    by_title = View(words="lasku ", sort="title")

    newest = office.ask(documents.first, View(words="lasku "), 5)

    assert [row.id for row in newest] == [archive["staff"], archive["letter"]]
    assert [row.title for row in office.ask(documents.first, by_title, 1)] == ["Palkkatodistus"]
    assert len(office.ask(documents.spine, by_title)) == 2
    late = Wanted(since=date(2025, 1, 1))
    assert [row.id for row in office.ask(documents.first, View(words="lasku "), 5, late)] == [
        archive["letter"]
    ]
    trash = Wanted(states=(DocumentState.TRASHED,))
    assert len(office.ask(documents.spine, View(words="lasku "), trash)) == 1
    bills = Wanted(type_ids=(BILL.id,), tag_ids=(), correspondent_ids=(VOIMA.id,))
    assert len(office.ask(documents.first, View(words="2026 "), 5, bills)) == 1
    assert office.ask(documents.first, View(words="2026 "), 5, replace(bills, is_sealed=True)) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(40))
@given(question=st.text(max_size=60) | st.text("-:\"*<>=.()'^&|!aä1 ใบ", max_size=40))
def test_no_question_fails(office: Office, question: str) -> None:
    assert isinstance(office.ask(finding.find, question), Found)


def test_a_sender_counts_less_than_a_title_and_more_than_a_text(
    office: Office, archive: dict[str, DocumentId]
) -> None:
    filed(office, "Kirje", correspondent_id=VOIMA.id)
    filed(office, "Voima kasvaa")
    filed(office, "Muu", "voima")

    assert titles(office, "voima ") == [
        "Voima kasvaa",
        "Kirje",
        archive_title(office, archive),
        "Muu",
    ]


def archive_title(office: Office, archive: dict[str, DocumentId]) -> str:
    (found,) = office.ask(finding.find, "ref:rf18").documents
    assert found.row.id == archive["bill"]
    return found.row.title


def test_an_answer_takes_the_same_few_statements_however_many_answer(office: Office) -> None:
    for number in range(finding.FEW + 1):
        filed(office, f"Vakuutus {number}", "vakuutus")
    for_some = statements(office, "vakuutus ")
    for number in range(9):
        filed(office, f"Vakuutus {number}", "vakuutus")

    assert statements(office, "vakuutus ") == for_some <= 16


def statements(office: Office, question: str) -> int:
    with office.database.read() as unit, statements_of(unit.connection) as sent:
        desk = Desk(unit, office.clock.today(), office.clock.now(), office.who)
        assert finding.find(desk, question).documents
    return len(sent)
