"""Reminders on paper: their level's words, every document, interest by day, and what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.dress import Dress
from app.documents.model import Grid
from app.documents.paying import Payer, PaymentFacts
from app.documents.pdf.render import render
from app.documents.reminders import ReminderPaper, Waiting, describe
from app.documents.text import plain
from app.domain.contacts.address import Address
from app.domain.invoices.designs import Design
from app.domain.invoices.layout import LayoutForm, PaperKind
from app.domain.invoices.layout_texts import LayoutText
from app.domain.reminders.interest import Stretch
from app.domain.reminders.planning import DISPUTED, STOPPED
from app.domain.reminders.run import LetterState, Reminder, ReminderItem
from app.domain.shared.ids import ContactId, InvoiceId, ReminderId, ReminderRunId
from app.domain.shared.quantities import Rate
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH, GERMAN

DAY = date(2026, 3, 1)
DUE = date(2026, 1, 15)
FIRST = InvoiceId(1)
ITEM = ReminderItem(FIRST, "20260001", DUE, 100_000, 100_000, 45, 1295, 4000, 2)
NAMED = tuple(
    replace(ITEM, invoice_id=InvoiceId(place), number=f"2026000{place}", code=rule)
    for place, rule in ((2, DISPUTED.code), (3, STOPPED.code))
)
LETTER = Reminder(
    id=ReminderId(1),
    run_id=ReminderRunId(1),
    position=0,
    contact_id=ContactId(7),
    name="Kahvila Aamu Oy",
    currency="EUR",
    state=LetterState.ISSUED,
    level=2,
    pay_by=date(2026, 3, 8),
    principal_minor=100_000,
    interest_minor=1295,
    fee_minor=4000,
    number="REM-2026-0001",
    reference="202600017",
    items=(ITEM, *NAMED),
)
PAPER = ReminderPaper(
    reminder=LETTER,
    day=DAY,
    payer=Payer("Kahvila Aamu Oy", Address("Hämeenkatu 1", "", "33100", "Tampere", "", "FI")),
    company=FINNISH,
    say=say_in("en"),
    formats=formats_in("en", "FI"),
    customer_number="1001",
    issued={FIRST: date(2026, 1, 1)},
    stretches={FIRST: (Stretch(date(2026, 1, 16), DAY, 100_000, Rate(Decimal("10.5")), 1295),)},
    waiting=(Waiting("20260009", date(2026, 3, 20), 5000),),
    payment=PaymentFacts("FI49 5000 9420 0287 30", "OKOYFIHH", "2026 00017"),
    basis="Interest Act (633/1982)",
)


def words(paper: ReminderPaper) -> str:
    return plain(describe(paper))


@pytest.mark.parametrize(
    ("level", "title", "said"),
    [
        (1, "Reminder", "It may have escaped you"),
        (2, "Second reminder", "In spite of our reminder"),
        (3, "Last reminder", "we hand the claim over to collection"),
    ],
)
def test_each_level_has_its_own_words(level: int, title: str, said: str) -> None:
    paper = replace(PAPER, reminder=replace(LETTER, level=level))

    assert describe(paper).title == title
    assert said in " ".join(words(paper).split())


def test_the_letter_shows_what_is_owed_and_what_interest_and_fee_come_to() -> None:
    told = words(PAPER)

    for part in ("20260001", "45", "10.5%", "12.95", "40.00", "1,052.95", "Interest Act"):
        assert part in told


def test_a_disputed_invoice_is_named_and_a_stopped_one_is_not() -> None:
    told = words(PAPER)

    assert "Invoice 20260002 is disputed" in told
    assert "20260003" not in told


def test_what_is_not_due_yet_and_what_was_paid_are_shown() -> None:
    part = replace(ITEM, open_minor=40_000, interest_minor=295)
    paper = replace(PAPER, reminder=replace(LETTER, items=(part,), interest_minor=295))

    told = words(paper)

    assert "20260009" in told
    assert "600.00" in told
    assert "Interest paid already" in told


def test_the_reader_is_told_what_to_do_with_a_dispute() -> None:
    assert "If you do not agree with a claim" in " ".join(words(PAPER).split())


def test_without_interest_there_is_no_table_of_days() -> None:
    paper = replace(PAPER, reminder=replace(LETTER, interest_minor=0), waiting=())

    grids = [block for block in describe(paper).blocks if isinstance(block, Grid)]

    assert len(grids) == 1


def test_a_letter_that_waits_is_marked_as_a_draft() -> None:
    waiting = replace(PAPER, reminder=replace(LETTER, state=LetterState.READY, number=""))

    assert describe(waiting).mark == "DRAFT"
    assert describe(PAPER).mark == ""


@pytest.mark.parametrize("language", ["en", "fi", "th", "de"])
def test_the_page_is_the_same_every_time(language: str) -> None:
    say = say_in(language)
    company = GERMAN if language == "de" else FINNISH
    document = describe(
        replace(PAPER, say=say, formats=formats_in(language, company.country), company=company)
    )

    pdf = render(document)

    assert pdf == render(document)
    assert "REM-2026-0001" in PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_a_reminder_wears_the_layout_that_was_chosen() -> None:
    dress = Dress(LayoutForm("Ours", Design.COMPACT, "#0f766e"))

    assert describe(replace(PAPER, dress=dress)).look == dress.look


def test_a_german_reminder_goes_back_to_its_sender() -> None:
    made = describe(replace(PAPER, company=GERMAN))

    assert made.address is not None
    assert made.address.sender.startswith(GERMAN.name)


@pytest.mark.parametrize(
    ("usual_for", "is_told"),
    [((PaperKind.REMINDER,), True), (tuple(PaperKind), False), ((), False)],
)
def test_texts_are_those_of_a_layout_of_reminders_alone(
    usual_for: tuple[PaperKind, ...], *, is_told: bool
) -> None:
    texts = (LayoutText("en", "Dear {contact.name}", "We wait for {invoice.total}."),)
    dress = Dress(LayoutForm("A", texts=texts, usual_for=usual_for))

    text = plain(describe(replace(PAPER, dress=dress)))

    assert (f"Dear {PAPER.payer.name}" in text, "We wait for €" in text) == (is_told, is_told)
