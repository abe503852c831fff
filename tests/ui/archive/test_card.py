from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import archive, documents, kinds, letters_in
from app.services.office import Office
from app.ui.archive.card import DocumentCard
from app.ui.archive.naming import Naming
from app.ui.kit.link import LinkButton
from app.ui.kit.pill import Pill
from app.ui.kit.shell import Shell
from tests.domain.correspondence.letters import a_form
from tests.formats.test_einvoices import sample
from tests.ui.archive.conftest import describe, spoil

Settle = Callable[[], None]


@pytest.fixture
def card(qtbot: QtBot, shell: Shell, naming: Naming) -> DocumentCard:
    card = DocumentCard(shell, naming)
    qtbot.addWidget(card)
    card.resize(500, 600)
    card.show()
    return card


def test_a_card_without_a_document_says_what_to_do(card: DocumentCard) -> None:
    card.print_out()
    card.open_source()

    assert card.viewer.preview.words.text() == "Choose a document to see it."
    assert (card.document, card.record) == (None, None)


def test_a_document_tells_its_facts_and_its_proof(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record]
) -> None:
    card.ask(filed["note.txt"].id)

    qtbot.waitUntil(lambda: card.seal.text() == "Unchanged since it came.")
    assert card.facts.text().startswith("Text · 17 bytes · taken in 10 Mar 2026")
    qtbot.waitUntil(card._around.isHidden)


def test_an_invoices_paper_tells_how_long_it_is_kept_and_where_it_belongs(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record], shell: Shell
) -> None:
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    card.ask(filed["20260001.pdf"].id)
    qtbot.waitUntil(lambda: bool(card.links) and card.seen is not None)

    card.open_source()

    assert "kept until" in card.facts.text() and "Kahvila Aamu Oy" in card.facts.text()
    assert [one.text() for one in card.findChildren(LinkButton) if not one.isHidden()] == [
        "Invoice 20260001"
    ]
    assert f"{opened[0][0]}:{opened[0][1]}" == filed["20260001.pdf"].source


def test_tags_and_the_lock_are_shown_as_pills(
    qtbot: QtBot, card: DocumentCard, office: Office, filed: dict[str, Record], naming: Naming
) -> None:
    cars = office.do(kinds.add_tag, "cars").result
    leases = office.do(kinds.add_tag, "leases", cars.id).result
    naming.learn(office.ask(kinds.sorting))
    describe(office, filed["note.txt"], tags=(leases.id,))
    office.do(documents.take_out, DocumentId(filed["note.txt"].id))

    card.ask(filed["note.txt"].id)

    qtbot.waitUntil(lambda: len(card.findChildren(Pill)) == 2)
    assert {one.text() for one in card.findChildren(Pill)} == {"With Aino", "cars / leases"}


def test_of_documents_chosen_in_a_row_the_last_is_shown(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record], settle: Settle
) -> None:
    for record in (*filed.values(), *filed.values(), filed["note.txt"]):
        card.ask(record.id)
    settle()

    qtbot.waitUntil(lambda: card.viewer.currentWidget() is card.viewer.text)
    assert card.viewer.text.toPlainText() == "Hyvää päivää"


def test_a_damaged_document_says_what_to_do(
    qtbot: QtBot, card: DocumentCard, office: Office, filed: dict[str, Record]
) -> None:
    spoil(office, filed["shop.png"])

    card.ask(filed["shop.png"].id)

    qtbot.waitUntil(lambda: "shop.png is damaged" in card.seal.text())
    assert "backup" in card.viewer.preview.words.text()


def test_a_kind_that_cannot_be_shown_can_still_be_exported(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    record = office.do(archive.file, "data.zip", "application/zip", b"PK").result

    card.ask(record.id)

    qtbot.waitUntil(lambda: "Export it" in card.viewer.preview.words.text())
    assert card.seal.text() == "It waits to be filed."


def test_a_document_that_is_not_there_empties_the_card(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record]
) -> None:
    card.ask(filed["note.txt"].id)
    qtbot.waitUntil(lambda: card.document is not None)

    card.ask(1)

    qtbot.waitUntil(lambda: card.document is None)
    assert card.viewer.preview.words.text() == "Choose a document to see it."


def test_an_e_invoice_is_shown_as_pages_and_other_xml_as_text(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    bill = office.do(archive.file, "bill.xml", "application/xml", sample("ubl")).result
    other = office.do(archive.file, "other.xml", "text/xml", b"<a>words</a>").result

    card.ask(bill.id)
    qtbot.waitUntil(lambda: card.viewer.preview.pages.file is not None, timeout=20_000)
    card.ask(other.id)
    qtbot.waitUntil(lambda: card.viewer.text.toPlainText() == "<a>words</a>", timeout=20_000)

    assert card.viewer.currentWidget() is card.viewer.text


def test_xml_that_is_broken_is_shown_as_text_and_told_where(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    bill = office.do(archive.file, "bill.xml", "application/xml", sample("ubl")[:900]).result

    card.ask(bill.id)

    qtbot.waitUntil(lambda: "The XML of bill.xml is broken." in card.seal.text(), timeout=20_000)
    assert "line" in card.seal.text()
    assert card.viewer.currentWidget() is card.viewer.text


def test_a_document_shows_the_letters_that_are_about_it(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record], office: Office
) -> None:
    record = filed["note.txt"].id
    letter = office.do(letters_in.enter, a_form(about=(f"document:{record}",))).result

    card.ask(record)

    qtbot.waitUntil(lambda: bool(card.findChildren(LinkButton)))
    assert card.findChildren(LinkButton)[0].text() == f"Letter received {letter.number}"
