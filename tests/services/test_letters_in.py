"""Letters that come in: registered gapless, due by the calendar, found by their papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.archive.document import DocumentState, Link
from app.domain.archive.texts import How, Piece
from app.domain.correspondence.incoming import FiledLetter, form_of
from app.domain.correspondence.letter import Channel, Incoming, IncomingState
from app.domain.correspondence.outgoing import form_of as content
from app.domain.shared.ids import DocumentId, LetterId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid, NotFound
from app.services import archive, documents, letter_types, letters_in, letters_out, threads
from app.services.indexing import Indexer
from app.services.office import Desk, Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.registering import Register
from app.storage.database import Database
from tests.domain.correspondence.letters import RECEIVED, a_form
from tests.services.letters import HELLO, an_office, issued, received, registered
from tests.trade import AAMU, at, count

S = IncomingState
REGISTRAR = Role("registrar", frozenset({Permission.LETTERS_READ, Permission.LETTERS_REGISTER}))


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def scan(office: Office, words: str = "Putki vuotaa yhä") -> DocumentId:
    """Take a scan into the archive's inbox and let its text be read."""
    record = office.do(archive.file, "scan.pdf", "application/pdf", words.encode()).result

    def read(desk: Desk) -> None:
        pieces = (Piece(0, How.SCAN, (words,)),)
        desk.store.texts.put_many({record.sha256: (1, pieces)}, desk.now)
        Indexer(desk).put(Register(desk).get(DocumentId(record.id)))

    with office.database.write() as unit:
        read(office.desk(unit, lambda _done, _of: None))
    return DocumentId(record.id)


def test_a_scan_of_friday_with_two_weeks_to_answer_is_due_in_two_weeks(office: Office) -> None:
    paper = scan(office)
    form = replace(
        office.ask(letters_in.begin, RECEIVED, paper),
        sender="Kahvila Aamu Oy",
        subject="Reklamaatio",
        reply_days=14,
        responsible="Anna",
    )

    letter = office.do(letters_in.enter, form).result

    assert (letter.number, letter.reply_by) == ("IN-2026-0001", date(2026, 3, 20))
    assert (letter.state, letter.responsible) == (S.ASSIGNED, "Anna")
    assert [row.id for row in office.ask(letters_in.waiting, "Anna")] == [letter.id]


def test_the_paper_knows_its_letter_and_is_filed_with_it(office: Office) -> None:
    paper = scan(office)

    letter = registered(office, document_id=paper, sender_id=AAMU.id, their_reference="KA 7")

    card = office.ask(documents.get, paper)
    kinds = office.ask(documents.seen, paper)
    assert kinds.links == (Link("letter-in", letter.id),)
    assert kinds.type is not None
    assert (kinds.type.code, card.state) == ("letter-in", DocumentState.FILED)
    assert (card.correspondent_id, card.day, card.reference) == (AAMU.id, RECEIVED, "KA 7")


def test_a_letter_begins_with_what_the_card_of_its_document_says(office: Office) -> None:
    paper = scan(office)
    card = office.ask(documents.get, paper)
    with office.database.write() as unit:
        told = replace(card, title="Reklamaatio", correspondent_id=AAMU.id, day=date(2026, 3, 2))
        unit.documents.save(card, told)

    form = office.ask(letters_in.begin, None, paper)

    assert (form.sender, form.subject) == ("Kahvila Aamu Oy", "Reklamaatio")
    assert (form.sender_id, form.written_on) == (AAMU.id, date(2026, 3, 2))
    assert office.ask(letters_in.begin).received_on == office.clock.today()


def test_one_document_is_the_paper_of_one_letter(office: Office) -> None:
    paper = scan(office)
    first = registered(office, document_id=paper)

    problems = office.ask(letters_in.check, a_form(document_id=paper))

    assert [(one.field, one.code) for one in problems] == [
        ("document_id", "letters.document-taken")
    ]
    assert office.ask(letters_in.check, a_form(document_id=paper), first.id) == ()
    with pytest.raises(Invalid):
        received(office, document_id=paper)


def test_another_paper_takes_the_link_with_it(office: Office) -> None:
    old, new = scan(office, "ensimmäinen"), scan(office, "toinen")
    letter = registered(office, document_id=old)

    office.do(letters_in.save, letter.id, letter.version, replace(form_of(letter), document_id=new))

    assert office.ask(documents.seen, old).links == ()
    assert office.ask(documents.seen, new).links == (Link("letter-in", letter.id),)


def test_a_word_on_the_scan_finds_the_letter_its_document_and_the_answer(office: Office) -> None:
    letter = registered(office, document_id=scan(office), sender_id=AAMU.id)
    other = registered(office, subject="Muu asia")
    reply = office.do(letters_out.answer, letter.id).result

    asked = View(words="vuotaa")
    assert list(office.ask(letters_in.spine, asked)) == [letter.id]
    assert [row.id for row in office.ask(letters_in.first, asked, 9)] == [letter.id]
    assert list(office.ask(letters_out.spine, asked)) == [reply.id]
    assert list(office.ask(letters_in.spine, View(words="muu"))) == [other.id]
    assert list(office.ask(letters_in.spine, View())) == [other.id, letter.id]


def test_who_may_not_read_the_archive_finds_no_words_of_papers(office: Office) -> None:
    registered(office, document_id=scan(office))
    narrow = Office(office.database, office.clock, Actor("Olli", REGISTRAR))

    assert list(narrow.ask(letters_in.spine, View(words="vuotaa"))) == []
    assert len(narrow.ask(letters_in.spine, View(words="reklamaatio"))) == 1


def test_numbers_are_taken_in_order_and_a_refusal_leaves_no_gap(office: Office) -> None:
    first = registered(office)
    unready = received(office, sender="")
    with pytest.raises(Invalid):
        office.do(letters_in.register, unready.id)
    with pytest.raises(IllegalTransition):
        office.do(letters_in.register, first.id)

    second = registered(office)

    assert (first.number, second.number) == ("IN-2026-0001", "IN-2026-0002")
    with office.database.read() as unit:
        assert list(unit.numbers.gaps("letter-in")) == []


def test_a_letter_of_last_year_is_registered_in_this_one(office: Office) -> None:
    later = at(office, date(2027, 1, 4))

    letter = registered(later, received_on=date(2026, 12, 30))

    assert letter.number == "IN-2027-0001"


def test_an_unregistered_letter_is_forgotten_but_its_document_stays(office: Office) -> None:
    paper = scan(office)
    letter = received(office, document_id=paper)

    office.do(letters_in.discard, letter.id)

    assert office.ask(documents.seen, paper).links == ()
    assert count(office, "letter_in") == count(office, "letter_thread") == 0
    with pytest.raises(IllegalTransition):
        office.do(letters_in.discard, registered(office).id)


def test_a_letter_goes_from_hand_to_hand_until_it_needs_no_answer(office: Office) -> None:
    letter = registered(office)

    office.do(letters_in.assign, letter.id, "Anna")
    assert office.do(letters_in.assign, letter.id, "Olli").result.responsible == "Olli"
    done = office.do(letters_in.no_reply, letter.id, "Mainos").result
    filed = office.do(letters_in.file, letter.id).result

    assert (done.state, done.reason) == (S.NO_REPLY_NEEDED, "Mainos")
    assert (filed.state, filed.number) == (S.FILED, letter.number)
    with pytest.raises(IllegalTransition):
        office.do(letters_in.assign, letter.id, "Anna")
    with pytest.raises(IllegalTransition):
        office.do(letters_in.file, letter.id)


def test_who_says_that_no_answer_is_needed_has_the_letter_in_hand(office: Office) -> None:
    letter = registered(office)

    done = office.do(letters_in.no_reply, letter.id, "Mainos").result

    assert (done.state, done.responsible) == (S.NO_REPLY_NEEDED, "Maija")


@pytest.mark.parametrize(
    ("step", "field"), [(letters_in.assign, "responsible"), (letters_in.no_reply, "reason")]
)
def test_a_move_names_who_or_why(office: Office, step: object, field: str) -> None:
    letter = registered(office)

    with pytest.raises(Invalid) as refused:
        office.do(step, letter.id, "  ")  # type: ignore[arg-type]  # both take a text

    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_registered_letter_is_corrected_but_keeps_its_number(office: Office) -> None:
    letter = registered(office, reply_days=14)
    form = replace(form_of(letter), received_on=date(2026, 3, 5), subject="Tarjous")

    saved = office.do(letters_in.save, letter.id, letter.version, form).result

    assert (saved.number, saved.subject) == (letter.number, "Tarjous")
    assert saved.reply_by == date(2026, 3, 19)
    with pytest.raises(Invalid):
        office.do(letters_in.save, letter.id, saved.version, replace(form, subject=""))
    with pytest.raises(Conflict):
        office.do(letters_in.save, letter.id, letter.version, form)
    assert office.do(letters_in.save, letter.id, saved.version, form).result == saved


def test_a_filed_letter_only_moves_its_paper(office: Office) -> None:
    letter = registered(office)
    office.do(letters_in.no_reply, letter.id, "Mainos")
    filed = office.do(letters_in.file, letter.id).result

    moved = replace(form_of(filed), place="Kellari")
    assert office.do(letters_in.save, letter.id, filed.version, moved).result.place == "Kellari"
    with pytest.raises(FiledLetter):
        office.do(letters_in.save, letter.id, filed.version + 1, replace(moved, subject="x"))


def test_the_usual_period_of_a_type_counts_where_nothing_is_said(office: Office) -> None:
    appeal = office.do(letter_types.add, "Oikaisuvaatimus", 21).result

    usual = received(office, type_id=appeal.id)
    said = received(office, type_id=appeal.id, reply_by=date(2026, 3, 31))

    assert (usual.reply_days, usual.reply_by) == (21, date(2026, 3, 27))
    assert (said.reply_days, said.reply_by) == (None, date(2026, 3, 31))


def test_days_that_cannot_be_are_refused_at_once(office: Office) -> None:
    with pytest.raises(Invalid):
        received(office, received_on=date(9999, 12, 31), reply_days=3650)
    with pytest.raises(Invalid):
        office.ask(letters_in.due, date(9999, 12, 31), 1)


def test_what_is_overdue_stands_on_top(office: Office) -> None:
    late = registered(office, received_on=date(2026, 2, 2), reply_days=7)
    registered(office, reply_days=14)
    done = registered(office, received_on=date(2026, 2, 1), reply_days=7)
    office.do(letters_in.no_reply, done.id, "Mainos")

    assert [row.id for row in office.ask(letters_in.overdue)] == [late.id]


def test_a_letter_that_answers_ours_is_in_its_thread(office: Office) -> None:
    ours = issued(office)

    theirs = registered(office, answers=ours.id)
    free = registered(office)
    moved = office.do(
        letters_in.save, free.id, free.version, replace(form_of(free), answers=ours.id)
    ).result

    assert theirs.thread_id == moved.thread_id == ours.thread_id
    seen = office.ask(threads.get, ours.thread_id)
    assert [one.number for one in seen.letters] == [theirs.number, free.number, ours.number]
    with pytest.raises(NotFound):
        office.ask(threads.get, free.thread_id)


def test_no_letter_answers_a_draft_or_its_own_answer(office: Office) -> None:
    letter = registered(office, sender_id=AAMU.id)
    reply = office.do(letters_out.answer, letter.id).result

    form = a_form(answers=reply.id)

    def codes() -> list[str]:
        return [one.code for one in office.ask(letters_in.check, form, letter.id)]

    assert codes() == ["letters.answers-a-draft"]
    written = replace(content(reply), body=HELLO)
    office.do(letters_out.save, reply.id, reply.version, written)
    office.do(letters_out.issue, reply.id)
    assert codes() == ["letters.answers-itself"]


def test_what_is_not_there_is_not_found(office: Office) -> None:
    for parts in (
        {"type_id": 9},
        {"document_id": 9},
        {"answers": 9},
        {"sender_id": 9},
    ):
        with pytest.raises(NotFound):
            received(office, **parts)
    with pytest.raises(NotFound):
        office.ask(letters_in.numbered, "IN-2026-0001")
    with pytest.raises(Conflict):
        office.do(letters_in.receive, a_form(), received(office).id)


def test_the_register_counts_and_shows_its_rows(office: Office) -> None:
    letter = registered(office, via=Channel.EMAIL)
    received(office)

    counted = office.ask(letters_in.counts)
    assert (counted["registered"], counted["received"], counted["filed"]) == (1, 1, 0)
    (row,) = office.ask(letters_in.rows, (letter.id, LetterId(9)))
    assert (row.number, row.via) == ("IN-2026-0001", Channel.EMAIL)
    assert office.ask(letters_in.numbered, row.number) == letter
    assert office.ask(letters_in.content, letter.id) == form_of(letter)
    assert office.ask(letters_in.get, letter.id) == letter


def test_who_only_reads_registers_nothing(office: Office) -> None:
    reader = Role("reader", frozenset({Permission.LETTERS_READ}))
    narrow = Office(office.database, office.clock, Actor("Olli", reader))

    with pytest.raises(NotAllowed):
        narrow.do(letters_in.enter, a_form())

    assert count(office, "letter_in") == 0


def test_every_step_is_in_the_audit(office: Office) -> None:
    letter: Incoming = registered(office)
    office.do(letters_in.no_reply, letter.id, "Mainos")

    with office.database.read() as unit:
        changes = [change for _, change in unit.audit.changes()]
        assert list(unit.audit.broken()) == []
    states = [one.after["state"] for one in changes if one.record == f"letter-in:{letter.id}"]
    assert states == ["received", "registered", "no-reply-needed"]
