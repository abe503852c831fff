"""A document says what of it waits, and what can be done about it is done there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.archive.document import Link
from app.domain.shared.ids import DocumentId
from app.services import documents, likeness, reading, stacks
from app.services.likeness import Comparing
from app.services.office import Office
from app.ui.archive.card import DocumentCard
from app.ui.archive.comparing import Comparison
from app.ui.archive.naming import Naming
from app.ui.archive.notices import Notices
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests import foreign
from tests.formats.scans import a_bill, a_scan
from tests.services.test_likeness import take
from tests.services.test_stacks import SEPARATORS, scan
from tests.ui.archive.conftest import Settle


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def card(qtbot: QtBot, shell: Shell, naming: Naming, office: Office) -> Iterator[DocumentCard]:
    card = DocumentCard(shell, naming)
    qtbot.addWidget(card)
    card.resize(600, 700)
    card.show()
    yield card
    reading.rest(office)


def read(office: Office) -> None:
    office.run(reading.read_some, 60)
    reading.rest(office)


def texts(notices: Notices) -> list[str]:
    return [notice.text.text() for notice in notices.shown]


def press(qtbot: QtBot, card: DocumentCard, label: str) -> None:
    def there() -> bool:
        return any(label in notice.buttons for notice in card.notices.shown)

    qtbot.waitUntil(there)
    button = next(n.buttons[label] for n in card.notices.shown if label in n.buttons)
    button.click()


def test_a_document_of_which_nothing_waits_says_nothing(
    qtbot: QtBot, card: DocumentCard, office: Office, settle: Settle
) -> None:
    one = take(office, "letter.pdf", foreign.a_pdf("letter"))
    read(office)

    card.ask(one)
    settle()

    qtbot.waitUntil(lambda: card.seen is not None)
    settle()
    assert card.notices.isHidden()


def test_a_locked_document_asks_for_its_password_keeps_it_and_is_shown(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    one = DocumentId(take(office, "locked.pdf", foreign.a_locked_pdf("Salainen")))
    read(office)
    card.ask(one)

    press(qtbot, card, "Enter the password…")
    give(card, "wrong")
    qtbot.waitUntil(lambda: "does not open" in asked(card))
    give(card, foreign.SECRET)

    qtbot.waitUntil(lambda: office.ask(reading.password, one) == foreign.SECRET)
    qtbot.waitUntil(lambda: card.viewer.preview.pages.reading.pages == 1)
    qtbot.waitUntil(card.notices.isHidden)


def test_a_locked_document_whose_password_is_kept_is_shown_at_once(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    one = DocumentId(take(office, "locked.pdf", foreign.a_locked_pdf("Salainen")))
    office.run(reading.unlock, one, foreign.SECRET)

    card.ask(one)

    qtbot.waitUntil(lambda: card.viewer.preview.pages.reading.pages == 1)


def asked(card: DocumentCard) -> str:
    """Return what the dialog says that is open, or nothing."""
    dialogs = card.notices.findChildren(Dialog)
    return dialogs[-1].accessibleDescription() if dialogs else ""


def give(card: DocumentCard, password: str) -> None:
    dialog = card.notices.findChildren(Dialog)[-1]
    (line,) = dialog.findChildren(QLineEdit)
    line.setText(password)
    dialog.accept()


def test_a_damaged_file_says_what_to_do_and_is_tried_again(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    one = DocumentId(take(office, "cut.pdf", b"%PDF-1.7 no more"))
    read(office)
    card.ask(one)

    qtbot.waitUntil(lambda: bool(card.notices.shown))
    (text,) = texts(card.notices)
    press(qtbot, card, "Try again")

    assert text.startswith("The file cannot be read: it is damaged or cut off.")
    qtbot.waitUntil(lambda: office.ask(reading.waiting).waiting == 1)
    qtbot.waitUntil(card.notices.isHidden)


def test_a_stack_that_was_not_split_leads_to_its_pages_and_may_stay_whole(
    qtbot: QtBot, card: DocumentCard, office: Office, shell: Shell, tmp_path: Path
) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    one = scan(office, scans, SEPARATORS, b"%PDF-1.7 no more")
    office.run(stacks.split_some)
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    card.ask(one.id)

    press(qtbot, card, "Look at its pages…")
    press(qtbot, card, "Leave it whole")

    assert opened == [("pages", one.id)]
    qtbot.waitUntil(lambda: office.ask(stacks.failed) == ())
    qtbot.waitUntil(card.notices.isHidden)


@pytest.fixture
def twins(office: Office) -> tuple[DocumentId, DocumentId]:
    """A bill, and a scan of it that was found alike."""
    bill = a_bill(3, 1, lines=4)
    one, two = take(office, "bill.pdf", bill), take(office, "scan.jpg", a_scan(bill, 5))
    Comparing(office).some(60)
    read(office)
    return DocumentId(one), DocumentId(two)


def test_two_that_look_alike_are_compared_and_linked(
    qtbot: QtBot,
    card: DocumentCard,
    office: Office,
    twins: tuple[DocumentId, DocumentId],
) -> None:
    card.ask(twins[1])
    press(qtbot, card, "Compare side by side…")
    (comparison,) = card.notices.findChildren(Comparison)
    qtbot.waitUntil(lambda: comparison.sides[1].name.text() == "scan.jpg")
    qtbot.waitUntil(lambda: comparison.sides[0].viewer.preview.pages.reading.pages == 1)

    comparison.link.click()

    qtbot.waitUntil(lambda: office.ask(likeness.alike) == ())
    assert Link("document", twins[0]) in office.ask(documents.seen, twins[1]).links


def test_two_that_are_not_the_same_are_told_no_more(
    qtbot: QtBot,
    card: DocumentCard,
    office: Office,
    twins: tuple[DocumentId, DocumentId],
) -> None:
    card.ask(twins[1])

    press(qtbot, card, "Not the same")

    qtbot.waitUntil(lambda: office.ask(likeness.alike) == ())
    assert office.ask(documents.seen, twins[1]).links == ()


def test_a_scan_says_that_its_words_wait_for_a_program(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    one = take(office, "scan.pdf", foreign.a_scanned_pdf(foreign.a_scan("Lasku")))
    read(office)
    card.ask(one)

    press(qtbot, card, "How they are read…")

    assert "Tesseract" in asked(card)
