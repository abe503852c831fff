"""A mailing: prepared, looked at, issued once, printed as one file, and gone on with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Point, PointKind, Terms
from app.domain.contacts.form import ContactForm, form_of
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.body import Body, Chip, Paragraph, Words, written
from app.domain.correspondence.letter import Channel, Outgoing
from app.domain.correspondence.merging import Begun, ItemState, MergeItem, NobodyFits, RunState
from app.domain.correspondence.outgoing import OwnApproval
from app.domain.correspondence.template import Template, TemplateForm, TemplateText
from app.domain.shared.ids import ContactId, MailingListId, MergeRunId
from app.domain.shared.numbering import EarlierThanLast
from app.domain.shared.refusals import IllegalTransition, Invalid, NotFound
from app.services import (
    contacts,
    letter_types,
    mailing_lists,
    merge_runs,
    templates,
)
from app.services.letter_issuing import BATCH
from app.services.office import Cancelled, Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.services.letters import an_office, by, issued
from tests.services.test_letter_issuing import statements

STATEMENTS_OF_A_LETTER = 16
HELLO = Body((Paragraph((Words("Hyvä "), Chip("contact.name"), Words(", hinnat nousevat."))),))
ENGLISH = Body((Paragraph((Words("Dear "), Chip("contact.name"), Words(", prices rise."))),))
FORM = TemplateForm(
    "Price change",
    (TemplateText("fi", "Uudet hinnat", HELLO), TemplateText("en", "New prices", ENGLISH)),
)


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def a_contact(office: Office, name: str, town: str = "Nokia", **parts: Any) -> ContactId:
    form = ContactForm(name, addresses=(Address("Katu 1", postcode="33100", town=town),))
    return office.do(contacts.add, replace(form, **parts)).result.id


def a_list(office: Office, form: MailingForm | None = None) -> MailingListId:
    wanted = form or MailingForm("Nokia", Wanted(town="Nokia"))
    return office.do(mailing_lists.add, wanted).result.id


def a_template(office: Office, form: TemplateForm = FORM) -> Template:
    return office.do(templates.add, form).result


def prepared(office: Office, form: TemplateForm = FORM) -> MergeRunId:
    return office.do(merge_runs.prepare, a_list(office), a_template(office, form).id).result.id


def items(office: Office, run_id: MergeRunId) -> tuple[MergeItem, ...]:
    return office.ask(merge_runs.items, run_id)


def letters(office: Office) -> tuple[Outgoing, ...]:
    with office.database.read() as unit:
        return tuple(sorted(unit.letters_out.get_all(unit.letters_out.spine()), key=by_number))


def by_number(letter: Outgoing) -> str:
    return letter.number


def the_words(pdf: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join("\n".join(pages).split())


def mend(office: Office, contact_id: ContactId) -> None:
    """Give a contact an address."""
    contact = office.ask(contacts.get, contact_id)
    form = replace(form_of(contact), addresses=(Address("Tie 2", postcode="33200", town="Nokia"),))
    office.do(contacts.change, contact_id, contact.version, form)


def twelve_of_nokia(office: Office) -> tuple[MailingListId, ContactId]:
    """Return a list of twelve of which ten can get a letter, and who has no address."""
    issued(office)
    for number in range(10, 20):
        a_contact(office, f"Asiakas {number}")
    bare = a_contact(office, "Osoitteeton", addresses=())
    a_contact(office, "Ei kirjeitä", terms=Terms(is_mailing_stopped=True))
    a_contact(office, "Muualla", "Turku")
    return a_list(office, MailingForm("Nokia", Wanted(town="Nokia"), (bare,))), bare


def test_a_list_of_twelve_gives_ten_letters_one_file_and_two_skipped(
    office: Office, tmp_path: Path
) -> None:
    listed, _bare = twelve_of_nokia(office)

    run = office.do(merge_runs.prepare, listed, a_template(office).id).result
    outcome = office.run(merge_runs.issue, run.id)
    paper = office.ask(merge_runs.print_file, run.id, tmp_path / "all.pdf")

    assert (outcome.issued, outcome.run.state) == (10, RunState.ISSUED)
    assert [(one.number, one.addressee.name) for one in letters(office)[1:]] == [
        (f"OUT-2026-{at + 2:04}", f"Asiakas {at + 10}") for at in range(10)
    ]
    skipped = [one for one in items(office, run.id) if one.state is ItemState.SKIPPED]
    assert [(one.name, one.code) for one in skipped] == [
        ("Ei kirjeitä", "merging.mailing-stopped"),
        ("Osoitteeton", "letters.without-address"),
    ]
    told = [page.extract_text() for page in PdfReader(paper.target).pages]
    assert [f"OUT-2026-{at + 2:04}" in page for at, page in enumerate(told)] == [True] * 10


def test_who_was_skipped_gets_the_next_number_once_all_is_there(office: Office) -> None:
    listed, bare = twelve_of_nokia(office)
    run = office.do(merge_runs.prepare, listed, a_template(office).id).result
    office.run(merge_runs.issue, run.id)
    with pytest.raises(NobodyFits):
        office.do(merge_runs.again, run.id)

    mend(office, bare)
    second = office.do(merge_runs.again, run.id).result
    office.run(merge_runs.issue, second.id)

    assert [(one.name, one.number) for one in items(office, second.id)] == [
        ("Osoitteeton", "OUT-2026-0012")
    ]
    with pytest.raises(NobodyFits):
        office.do(merge_runs.again, run.id)
    with office.database.read() as unit:
        assert list(unit.numbers.gaps("letter-out")) == []


def test_every_letter_is_read_before_and_says_the_same_when_it_is_issued(office: Office) -> None:
    a_contact(office, "Aalto Oy")
    run_id = prepared(office)

    before = the_words(office.ask(merge_runs.preview, run_id, 0))
    assert letters(office) == ()
    office.run(merge_runs.issue, run_id)
    after = the_words(office.ask(merge_runs.preview, run_id, 0))

    assert "Hyvä Aalto Oy, hinnat nousevat." in before
    assert "Hyvä Aalto Oy, hinnat nousevat." in after
    assert "OUT-2026-0001" in after


def test_each_letter_has_its_row_in_the_audit_and_its_sealed_paper(office: Office) -> None:
    a_contact(office, "A")
    a_contact(office, "B")

    office.run(merge_runs.issue, prepared(office))

    with office.database.read() as unit:
        rows = unit.connection.execute(text("SELECT command FROM audit")).scalars()
        told = [one for one in rows if one == merge_runs.ISSUE]
        assert list(unit.audit.broken()) == []
        papers = [one.document_id for one in letters(office)]
        cards = unit.documents.get_all([one for one in papers if one])
        assert len(told) == 3
        assert [card.is_sealed for card in cards] == [True, True]


def test_a_discarded_run_leaves_no_trace_and_takes_no_number(office: Office) -> None:
    a_contact(office, "A")
    run_id = prepared(office)

    run = office.do(merge_runs.discard, run_id).result

    assert run.state is RunState.DISCARDED
    assert (items(office, run_id), letters(office), office.ask(merge_runs.runs)) == ((), (), ())
    assert issued(office).number == "OUT-2026-0001"
    with pytest.raises(IllegalTransition):
        office.run(merge_runs.issue, run_id)


def test_what_is_stopped_goes_on_where_it_was(office: Office) -> None:
    for number in range(BATCH + 3):
        a_contact(office, f"A {number:04}")
    run_id = prepared(office)

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    stopped = office.run_watched(stop, merge_runs.issue, run_id).result
    with pytest.raises(Begun):
        office.do(merge_runs.discard, run_id)
    rest = office.run(merge_runs.issue, run_id)

    assert (stopped.issued, stopped.is_stopped, stopped.run.state) == (
        BATCH,
        True,
        RunState.PREPARED,
    )
    assert (rest.issued, rest.is_stopped) == (3, False)
    assert [one.number for one in items(office, run_id)] == [
        f"OUT-2026-{number + 1:04}" for number in range(BATCH + 3)
    ]


def test_who_cannot_get_one_any_more_is_skipped_and_leaves_no_gap(office: Office) -> None:
    a_contact(office, "A")
    moved = a_contact(office, "B")
    a_contact(office, "C")
    run_id = prepared(office)
    office.do(contacts.put_away, (moved,))

    outcome = office.run(merge_runs.issue, run_id)

    assert (outcome.issued, outcome.skipped) == (2, 1)
    assert [(one.name, one.code, one.number) for one in items(office, run_id)] == [
        ("A", "", "OUT-2026-0001"),
        ("B", "merging.put-away", ""),
        ("C", "", "OUT-2026-0002"),
    ]


def test_readers_of_another_language_get_their_own_text_else_that_of_the_office(
    office: Office,
) -> None:
    for name, language in (("A", "en"), ("B", "th"), ("C", "")):
        a_contact(office, name, terms=Terms(language=language))

    office.run(merge_runs.issue, prepared(office))

    assert [(one.language, one.subject) for one in letters(office)] == [
        ("en", "New prices"),
        ("fi", "Uudet hinnat"),
        ("fi", "Uudet hinnat"),
    ]


def test_a_list_of_one_language_needs_a_template_in_it(office: Office) -> None:
    a_contact(office, "A", terms=Terms(language="th"))
    listed = a_list(office, MailingForm("Thai", Wanted(language="th")))
    template = a_template(office)

    with pytest.raises(Invalid) as refused:
        office.do(merge_runs.prepare, listed, template.id)

    found = [(one.field, one.code) for one in refused.value.problems]
    assert found == [("template_id", "merging.without-language")]


def test_a_list_with_nobody_on_it_is_refused_at_its_place(office: Office) -> None:
    listed, template = a_list(office), a_template(office)

    with pytest.raises(Invalid) as refused:
        office.do(merge_runs.prepare, listed, template.id)

    assert [one.field for one in refused.value.problems] == ["list_id"]


def test_by_email_an_address_on_paper_does_not_help(office: Office) -> None:
    a_contact(office, "A")
    a_contact(office, "B", points=(Point(PointKind.EMAIL, "b@firma.fi"),))
    listed, template = a_list(office), a_template(office)

    run = office.do(merge_runs.prepare, listed, template.id, None, Channel.EMAIL).result

    assert [one.code for one in items(office, run.id)] == ["letters.without-email", ""]


def test_a_stop_of_reminders_is_respected_as_well(office: Office) -> None:
    a_contact(office, "A", terms=Terms(is_reminder_stopped=True))

    found = items(office, prepared(office))

    assert [one.code for one in found] == ["merging.reminder-stopped"]


def test_what_the_template_says_later_does_not_change_a_run(office: Office) -> None:
    a_contact(office, "A")
    template = a_template(office)
    run = office.do(merge_runs.prepare, a_list(office), template.id).result
    other = TemplateText("fi", "Muu asia", written("Muuta."))
    changed = replace(FORM, texts=(other,))
    office.do(templates.change, template.id, template.version, changed)

    office.run(merge_runs.issue, run.id)

    assert [one.subject for one in letters(office)] == ["Uudet hinnat"]


def test_two_people_issue_what_needs_two(office: Office) -> None:
    a_contact(office, "A")
    kind = office.do(letter_types.add, "Contract", None, is_four_eyes=True).result
    run_id = prepared(office, replace(FORM, type_id=kind.id))

    with pytest.raises(OwnApproval):
        office.run(merge_runs.issue, run_id)
    by(office, "Olli").run(merge_runs.issue, run_id)

    assert [(one.written_by, one.approved_by) for one in letters(office)] == [("Maija", "Olli")]


def test_a_run_dated_before_the_last_letter_is_refused_whole(office: Office) -> None:
    a_contact(office, "A")
    run = office.do(
        merge_runs.prepare, a_list(office), a_template(office).id, TODAY - timedelta(days=3)
    ).result
    issued(office)

    with pytest.raises(EarlierThanLast):
        office.run(merge_runs.issue, run.id)

    assert [one.state for one in items(office, run.id)] == [ItemState.READY]
    assert issued(office).number == "OUT-2026-0002"


def test_nothing_is_printed_of_a_run_that_was_not_issued(office: Office, tmp_path: Path) -> None:
    a_contact(office, "A")

    with pytest.raises(NotFound):
        office.ask(merge_runs.print_file, prepared(office), tmp_path / "all.pdf")

    assert list(tmp_path.glob("*.pdf")) == []


@on_sqlite
def test_a_letter_of_a_run_takes_few_statements(office: Office) -> None:
    for number in range(20):
        a_contact(office, f"A {number:02}")
    run_id = prepared(office)

    with statements(office) as told:
        office.run(merge_runs.issue, run_id)

    assert len(told) <= 20 * STATEMENTS_OF_A_LETTER, told


def test_who_issues_what_somebody_else_issues_comes_to_the_same_end(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_runs, "BATCH", 2)
    for number in range(5):
        a_contact(office, f"A {number}")
    run_id, turns = prepared(office), iter(range(2))

    def beside(_done: int, _of: int) -> None:
        if next(turns, None) == 1:
            by(office, "Olli").run(merge_runs.issue, run_id)

    outcome = office.run_watched(beside, merge_runs.issue, run_id).result

    assert (outcome.issued, outcome.run.state, outcome.is_stopped) == (2, RunState.ISSUED, False)
    assert [one.number for one in items(office, run_id)] == [
        f"OUT-2026-{number + 1:04}" for number in range(5)
    ]


def test_a_long_run_is_printed_beside_and_every_paper_is_its_own(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_runs, "WORTH", 1)
    monkeypatch.setattr(merge_runs, "BATCH", 3)
    for number in range(7):
        a_contact(office, f"A {number}")
    run_id = prepared(office)

    outcome = office.run(merge_runs.issue, run_id)

    assert (outcome.issued, outcome.run.state) == (7, RunState.ISSUED)
    for number in range(7):
        said = the_words(office.ask(merge_runs.preview, run_id, number))
        assert f"Hyvä A {number}," in said
        assert f"OUT-2026-{number + 1:04}" in said
