from __future__ import annotations

import pytest

from app.documents.letters import describe
from app.documents.model import Fact, Layout, Letterhead, Notes, Signed, Subject, Written
from app.documents.text import plain
from app.domain.admin.stationery import Stationery
from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import Addressee, Channel, Enclosed, OutgoingState
from app.domain.shared.ids import DocumentId
from tests.documents.correspondence import LAYOUTS, a_document, a_letter, a_paper


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["fi", "de", "en", "th"])
def test_every_custom_can_be_followed_in_every_language(layout: Layout, language: str) -> None:
    document = a_document(language, layout=layout.value)

    said = plain(document)

    letter = a_letter(language)
    wanted = (letter.subject, letter.number, letter.enclosures[-1], letter.copies_to[0])
    assert [text for text in wanted if text not in said] == []


@pytest.mark.parametrize("state", [OutgoingState.DRAFT, OutgoingState.APPROVED])
def test_a_letter_that_is_not_issued_is_marked_as_a_draft(state: OutgoingState) -> None:
    assert a_document("en", state=state).mark == "DRAFT"


def test_an_issued_letter_bears_no_mark() -> None:
    assert a_document("en").mark == ""


def test_a_finnish_letter_is_called_numbered_and_dated_at_its_head() -> None:
    stamp = a_document("fi").stamp

    assert (stamp.called, stamp.number, stamp.day) == ("Kirje", "OUT-2026-0042", "22.11.2026")


def test_a_german_letter_has_number_and_day_in_its_information_block() -> None:
    document = a_document("de")

    values = [fact.value for fact in document.facts]

    assert values == [
        "MM 14.11.",
        "IN-2026-0017",
        "SV/42",
        "OUT-2026-0042",
        "Anna Aalto",
        "+49 30 123456",
        "rechnung@holz.example",
        "22.11.2026",
    ]


def test_a_german_letter_returns_to_the_line_above_its_window() -> None:
    address = a_document("de").address

    assert address is not None
    assert address.sender == "Holz & Söhne GmbH · Gärtnerstraße 7 · 10245 Berlin"


def test_an_outside_letter_of_thailand_names_its_receiver_once() -> None:
    document = a_document("th")

    head = document.blocks[0]

    assert isinstance(head, Notes)
    assert head.rows[1] == Fact("เรียน", "ผู้จัดการฝ่ายจัดซื้อ")
    assert plain(document).count("ผู้จัดการฝ่ายจัดซื้อ") == 1
    assert document.address is None


def test_a_thai_signature_stands_in_brackets() -> None:
    signed = next(one for one in a_document("th").blocks if isinstance(one, Signed))

    assert signed.lines == ("(นายวิชัย รุ่งเรือง)", "กรรมการผู้จัดการ")


def test_an_american_letter_has_its_firm_under_the_title() -> None:
    signed = next(one for one in a_document("en").blocks if isinstance(one, Signed))

    assert (signed.firm, signed.lines[-1]) == ("", "Oak & Bench, Inc.")


def test_a_subject_is_not_called_a_subject_except_in_america() -> None:
    subjects = [
        next(one for one in a_document(language).blocks if isinstance(one, Subject)).text
        for language in ("de", "fi", "en")
    ]

    assert [subject.split(" ")[0] for subject in subjects] == ["Lieferverzug", "Penkkien", "Re:"]


def test_a_registered_letter_says_so_above_its_receiver() -> None:
    document = a_document("en", channel=Channel.REGISTERED)

    assert document.address is not None
    assert document.address.notes == ("Registered mail",)


def test_stationery_that_shows_the_sender_leaves_it_out() -> None:
    paper = a_paper(a_letter("fi"), stationery=Stationery(has_head=True))

    document = describe(paper)

    assert (document.letterhead, document.footer) == (Letterhead(""), ())


def test_the_company_may_choose_a_custom_that_is_not_its_countrys() -> None:
    paper = a_paper(a_letter("de"), stationery=Stationery(layout="din5008a"))

    assert describe(paper).layout is Layout.DIN5008_A


def test_a_letter_of_nothing_is_still_a_page() -> None:
    letter = a_letter(
        "en",
        number="",
        dated_on=None,
        addressee=Addressee(),
        subject="",
        enclosures=(),
        copies_to=(),
        body=Body(),
    )

    document = describe(a_paper(letter, signatory=None))

    assert document.blocks == ()


def test_a_german_letter_has_german_words() -> None:
    labels = [fact.label for fact in a_document("de").facts]

    assert labels[:3] == ["Ihr Zeichen", "Ihr Schreiben", "Unser Zeichen"]
    assert a_document("de").page_of == "Seite {page} von {pages}"


@pytest.mark.parametrize(("language", "is_indented"), [("th", True), ("en", False)])
def test_only_thai_begins_its_paragraphs_further_in(language: str, *, is_indented: bool) -> None:
    blocks = a_document(language, layout="th").blocks

    found = {one.is_indented for one in blocks if isinstance(one, Written)}

    assert found == {is_indented}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Enclosures"), ("fi", "Liitteet"), ("de", "Anlagen"), ("th", "สิ่งที่ส่งมาด้วย")],
)
def test_enclosures_from_the_archive_follow_those_that_were_written(
    layout: Layout, language: str, word: str
) -> None:
    chart = Enclosed(DocumentId(1), "Kartta")
    letter = a_letter(language, layout=layout.value, enclosures=("XYZ",), attachments=(chart,))

    said = plain(describe(a_paper(letter)))

    assert said.index(word) < said.index("XYZ") < said.index("Kartta")
