"""Letters of ours: numbered, frozen, filed; what was issued never changes, and answers are seen."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from app.domain.archive.document import Link
from app.domain.correspondence.body import Body, Chip, Image, Paragraph, written
from app.domain.correspondence.letter import Channel, Enclosed, IncomingState, OutgoingState
from app.domain.correspondence.outgoing import (
    NotADraft,
    NotApproved,
    OutgoingForm,
    OwnApproval,
    form_of,
)
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.ids import DocumentId, LetterId, TemplateId
from app.domain.shared.numbering import EarlierThanLast
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid, NotFound
from app.services import (
    documents,
    letter_types,
    letters_in,
    letters_out,
    signatories,
    templates,
)
from app.services.letters_out import NotRegistered
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office, by, drafted, issued, received, registered
from tests.trade import AAMU, at, count

S = OutgoingState


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_draft_takes_what_it_leaves_open_from_its_contact(office: Office) -> None:
    letter = drafted(office)

    assert (letter.state, letter.number, letter.language) == (S.DRAFT, "", "fi")
    assert (letter.addressee.name, letter.addressee.email) == (
        "Kahvila Aamu Oy",
        "maija@aamu.example",
    )
    assert (letter.written_by, letter.responsible) == ("Maija", "Maija")
    assert office.ask(letters_out.written, form_of(letter)).addressee == letter.addressee


def test_an_issued_letter_has_a_number_a_frozen_paper_and_a_sealed_document(office: Office) -> None:
    letter = issued(office, subject="Kiitos", our_reference="IN-7")

    pdf = office.ask(letters_out.pdf, letter.id)
    assert (letter.number, letter.state) == ("OUT-2026-0001", S.ISSUED)
    assert (letter.dated_on, letter.approved_by) == (office.clock.today(), "Maija")
    assert pdf.startswith(b"%PDF")
    assert pdf == office.ask(letters_out.page, letter.id)
    assert letter.document_id is not None
    seen = office.ask(documents.seen, letter.document_id)
    assert seen.type is not None
    assert (seen.type.code, seen.document.is_sealed) == ("letter-out", True)
    assert (seen.document.title, seen.correspondent) == (
        "OUT-2026-0001 Kiitos",
        "Kahvila Aamu Oy",
    )
    assert seen.links == (Link("letter-out", letter.id),)
    assert seen.file.sha256 == hashlib.sha256(pdf).hexdigest()


def test_what_was_issued_is_never_changed(office: Office) -> None:
    letter = issued(office)
    before = office.ask(letters_out.pdf, letter.id)

    with pytest.raises(IllegalTransition):
        office.do(letters_out.save, letter.id, letter.version, OutgoingForm())
    for step in (
        letters_out.discard,
        letters_out.approve,
        letters_out.issue,
        letters_out.file,
    ):
        with pytest.raises(IllegalTransition):
            office.do(step, letter.id)

    assert office.ask(letters_out.get, letter.id) == letter
    assert office.ask(letters_out.pdf, letter.id) == before


def test_a_refusal_takes_no_number(office: Office) -> None:
    empty = drafted(office, body=written(""))
    chip = drafted(office, body=Body((Paragraph((Chip("contact.unknown"),)),)))
    for one in (empty, chip):
        with pytest.raises(Invalid):
            office.do(letters_out.issue, one.id)

    assert issued(office).number == "OUT-2026-0001"
    with office.database.read() as unit:
        assert list(unit.numbers.gaps("letter-out")) == []
        assert unit.letters_out.get(empty.id) == empty


def test_a_picture_that_is_not_there_is_a_problem_and_takes_no_number(office: Office) -> None:
    lost = drafted(office)
    with office.database.write() as unit:
        unit.letters_out.save(lost, replace(lost, body=Body((Image("a" * 64, 40),))))
    good = drafted(office)

    assert office.ask(letters_out.page, lost.id).startswith(b"%PDF")
    done = office.do(letters_out.issue_many, (lost.id, good.id)).result

    assert [row.number for row in done.issued] == ["OUT-2026-0001"]
    (refused,) = done.refused
    assert [one.code for one in refused.problems] == ["letters.picture-lost"]


def test_a_letter_of_empty_fields_alone_says_nothing(office: Office) -> None:
    letter = drafted(office, body=Body((Paragraph((Chip("contact.person"),)),)))

    with pytest.raises(Invalid) as refused:
        office.do(letters_out.issue, letter.id)

    assert [one.code for one in refused.value.problems] == ["letters.without-words"]


def test_no_letter_is_dated_before_the_last_one(office: Office) -> None:
    issued(office)

    with pytest.raises(EarlierThanLast):
        issued(office, dated_on=date(2026, 3, 9))

    assert issued(at(office, date(2026, 3, 11))).number == "OUT-2026-0002"


def test_an_answer_goes_to_the_sender_and_lets_the_letter_be_answered(office: Office) -> None:
    asked = registered(office, sender_id=AAMU.id, their_reference="KA 7", responsible="Anna")

    reply = office.do(letters_out.answer, asked.id).result
    form = replace(form_of(reply), body=written("Pahoittelemme."))
    office.do(letters_out.save, reply.id, reply.version, form)
    sent = office.do(letters_out.issue, reply.id).result

    assert (reply.thread_id, reply.answers) == (asked.thread_id, asked.id)
    assert (reply.your_reference, reply.our_reference) == ("KA 7", "IN-2026-0001")
    assert reply.subject == "Reklamaatio"
    assert sent.number == "OUT-2026-0001"
    assert office.ask(letters_in.get, asked.id).state is IncomingState.ANSWERED


def test_an_answer_speaks_the_language_that_is_asked_for(office: Office) -> None:
    asked = registered(office)

    reply = office.do(letters_out.answer, asked.id, None, "en").result

    assert (reply.language, reply.subject) == ("en", "Reklamaatio")
    assert reply.addressee.name == "Kahvila Aamu Oy"


def test_a_letter_takes_the_language_of_the_text_that_its_template_has(office: Office) -> None:
    text = TemplateText("fi", "Pahoittelu", written("Pahoittelemme."))
    sorry = office.do(templates.add, TemplateForm("Sorry", (text,))).result

    thai = office.ask(letters_out.by_template, OutgoingForm(language="th"), sorry.id)
    usual = office.ask(letters_out.by_template, OutgoingForm(), sorry.id)

    assert (thai.language, thai.subject) == ("fi", "Pahoittelu")
    assert (usual.language, usual.subject) == ("", "Pahoittelu")


def test_an_answer_says_what_its_template_says(office: Office) -> None:
    asked = registered(office, sender_id=AAMU.id)
    texts = (
        TemplateText("en", "Sorry", written("We are sorry.")),
        TemplateText("fi", "", written("Pahoittelemme.")),
    )
    sorry = office.do(templates.add, TemplateForm("Sorry", texts, channel=Channel.EMAIL)).result

    finnish = office.do(letters_out.answer, asked.id, sorry.id).result
    english = office.do(letters_out.answer, asked.id, sorry.id, "en").result

    assert (finnish.subject, finnish.body) == ("Reklamaatio", texts[1].body)
    assert (english.subject, english.body) == ("Sorry", texts[0].body)
    assert (finnish.template_id, finnish.channel) == (sorry.id, Channel.EMAIL)


def test_who_answers_a_letter_that_nobody_had_has_it_in_hand(office: Office) -> None:
    asked = registered(office)

    issued(office, answers=asked.id, responsible="Olli")

    after = office.ask(letters_in.get, asked.id)
    assert (after.state, after.responsible) == (IncomingState.ANSWERED, "Olli")


def test_a_second_answer_and_one_to_a_filed_letter_change_nothing(office: Office) -> None:
    asked = registered(office)
    issued(office, answers=asked.id)
    filed = office.do(letters_in.file, asked.id).result

    issued(office, answers=asked.id)

    assert office.ask(letters_in.get, asked.id) == filed


def test_only_a_registered_letter_is_answered(office: Office) -> None:
    asked = received(office)

    with pytest.raises(NotRegistered):
        office.do(letters_out.answer, asked.id)
    with pytest.raises(NotRegistered):
        drafted(office, answers=asked.id)


def test_an_answer_that_is_voided_lets_the_letter_wait_again(office: Office) -> None:
    asked = registered(office)
    first, second = issued(office, answers=asked.id), issued(office, answers=asked.id)

    office.do(letters_out.void, first.id, "Väärä osoite")
    assert office.ask(letters_in.get, asked.id).state is IncomingState.ANSWERED
    voided = office.do(letters_out.void, second.id, "Väärä summa").result

    assert office.ask(letters_in.get, asked.id).state is IncomingState.ASSIGNED
    assert (voided.number, voided.state, voided.reason) == (
        "OUT-2026-0002",
        S.VOIDED,
        "Väärä summa",
    )
    assert office.ask(letters_out.pdf, second.id).startswith(b"%PDF")
    assert issued(office).number == "OUT-2026-0003"
    with pytest.raises(Invalid):
        office.do(letters_out.void, issued(office).id, " ")


def test_two_people_answer_for_some_letters(office: Office) -> None:
    contract = office.do(letter_types.add, "Sopimus", is_four_eyes=True).result
    letter = drafted(office, type_id=contract.id)
    anna = by(office, "Anna")

    with pytest.raises(NotApproved):
        anna.do(letters_out.issue, letter.id)
    with pytest.raises(OwnApproval):
        office.do(letters_out.approve, letter.id)
    approved = anna.do(letters_out.approve, letter.id).result

    assert (approved.state, approved.approved_by) == (S.APPROVED, "Anna")
    with pytest.raises(NotADraft):
        office.do(letters_out.save, letter.id, approved.version, form_of(approved))
    assert office.do(letters_out.issue, letter.id).result.approved_by == "Anna"


def test_who_changed_a_letter_last_wrote_it(office: Office) -> None:
    contract = office.do(letter_types.add, "Sopimus", is_four_eyes=True).result
    letter = drafted(office, type_id=contract.id)
    anna = by(office, "Anna")
    form = replace(form_of(letter), subject="Other")

    changed = anna.do(letters_out.save, letter.id, letter.version, form).result

    assert changed.written_by == "Anna"
    with pytest.raises(OwnApproval):
        anna.do(letters_out.approve, letter.id)
    assert anna.do(letters_out.save, letter.id, changed.version, form).result == changed


def test_what_has_no_number_is_thrown_away_with_its_thread(office: Office) -> None:
    letter = drafted(office)
    office.do(letters_out.approve, letter.id)

    office.do(letters_out.discard, letter.id)

    assert count(office, "letter_out") == count(office, "letter_thread") == 0
    assert list(office.ask(letters_out.spine, View(words="kiitos"))) == []


def test_a_copy_is_a_draft_of_today_in_a_thread_of_its_own(office: Office) -> None:
    letter = issued(office, answers=registered(office).id)

    copied = office.do(letters_out.copy, letter.id).result

    assert (copied.state, copied.number, copied.dated_on) == (S.DRAFT, "", None)
    assert (copied.body, copied.answers) == (letter.body, None)
    assert copied.thread_id != letter.thread_id


def test_many_are_issued_in_order_and_what_is_refused_is_listed(office: Office) -> None:
    good, bad, last = drafted(office), drafted(office, body=written("")), drafted(office)

    done = office.do(letters_out.issue_many, (good.id, bad.id, last.id, good.id)).result

    assert [row.number for row in done.issued] == ["OUT-2026-0001", "OUT-2026-0002"]
    assert [(one.letter_id, one.code) for one in done.refused] == [
        (bad.id, "office.invalid"),
        (good.id, "office.illegal-transition"),
    ]
    assert office.ask(letters_out.pdf, last.id).startswith(b"%PDF")
    with office.database.read() as unit:
        assert list(unit.audit.broken()) == []
        told = [change.record for _, change in unit.audit.changes()]
    assert f"letter-out:{last.id}" in told


def test_the_preview_is_marked_as_a_draft_and_equal_every_time(office: Office) -> None:
    letter = drafted(office)

    once = office.ask(letters_out.preview, letter)

    assert once.startswith(b"%PDF")
    assert once == office.ask(letters_out.page, letter.id)


def test_whoever_signs_has_a_name_on_the_paper(office: Office) -> None:
    anna = office.do(signatories.add, "Anna Virta", "Toimitusjohtaja").result

    letter = issued(office, signatory_id=anna.id)

    (row,) = office.ask(letters_out.rows, (letter.id,))
    assert row.signatory == "Anna Virta"


def test_what_is_missing_is_told_while_somebody_writes(office: Office) -> None:
    problems = office.ask(letters_out.check, OutgoingForm(channel=Channel.HAND))

    assert {one.code for one in problems} == {
        "letters.without-addressee",
        "letters.without-subject",
        "letters.without-words",
    }


def test_words_of_a_letter_find_it_and_those_of_its_paper_too(office: Office) -> None:
    letter = issued(office)

    for words in ("kirjeestänne", "OUT-2026-0001", "aamu", "kiitos"):
        assert list(office.ask(letters_out.spine, View(words=words))) == [letter.id]
    assert [row.id for row in office.ask(letters_out.first, View(words="kiitos"), 5)] == [letter.id]
    assert office.ask(letters_out.numbered, "OUT-2026-0001") == letter


def test_the_register_counts(office: Office) -> None:
    drafted(office)
    issued(office)

    counted = office.ask(letters_out.counts)

    assert (counted["draft"], counted["issued"], counted["sent"]) == (1, 1, 0)
    assert office.ask(letters_out.content, issued(office).id).subject == "Kiitos"


def test_what_is_not_there_is_not_found(office: Office) -> None:
    draft = drafted(office)
    for parts in (
        {"type_id": 9},
        {"signatory_id": 9},
        {"attachments": (Enclosed(DocumentId(9)),)},
        {"answers": 9},
    ):
        with pytest.raises(NotFound):
            drafted(office, **parts)
    with pytest.raises(NotFound):
        office.do(letters_out.answer, LetterId(9))
    with pytest.raises(NotFound):
        office.do(letters_out.answer, registered(office).id, TemplateId(9))
    with pytest.raises(NotFound):
        office.ask(letters_out.pdf, draft.id)
    with pytest.raises(NotFound):
        office.ask(letters_out.numbered, "OUT-1")
    with pytest.raises(Invalid):
        drafted(office, language="xx")
    with pytest.raises(Conflict):
        office.do(letters_out.draft, form_of(draft), draft.id)
    with pytest.raises(Conflict):
        office.do(letters_out.save, draft.id, 7, form_of(draft))
