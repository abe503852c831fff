"""Before and after issue, by keys: the page beside the form, reprint, save as, copy, discard."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.invoices.invoice import State
from app.domain.shared.paging import View
from app.services import admin, invoices
from app.ui.invoices.issued import IssuedView
from app.ui.main_window import MainWindow
from tests.documents.reading import lines_of
from tests.journeys.hands import dialogs
from tests.journeys.rooms import editor_of, go_to_invoices, office_of, page_of, write_the_invoice
from tests.ui.invoices.clerk import CTRL, SHIFT, Clerk, Key
from tests.ui.keys import press, type_in
from tests.windows import bring_up

NO_GRAB = "does not support grabbing the keyboard"
"""Qt's own list of file names wants the keyboard; a screen that is not there cannot give it."""


def issue(clerk: Clerk, qtbot: QtBot, window: MainWindow) -> IssuedView:
    """Issue the invoice that is open, and return what the window shows of it."""
    clerk.press(Key.Key_Return, CTRL)
    issued = shown_as_issued(qtbot, window)
    clerk.settle()
    return issued


def shown_as_issued(qtbot: QtBot, window: MainWindow) -> IssuedView:
    """Return what the window shows of an issued invoice, once its page is there."""
    qtbot.waitUntil(lambda: page_of(window).issued is not None)
    issued = page_of(window).issued
    assert issued is not None
    qtbot.waitUntil(lambda: bool(issued.preview.pdf))
    return issued


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    """Give the keyboard back to the window, as every desktop does when a dialog closes."""
    bring_up(qtbot, window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


@pytest.fixture
def issued(clerk: Clerk, qtbot: QtBot, window: MainWindow) -> IssuedView:
    """The invoice of journey 6, written and issued."""
    go_to_invoices(clerk)
    write_the_invoice(clerk)
    return issue(clerk, qtbot, window)


def words_of(pdf: bytes) -> list[str]:
    """Return every word of a page; which of them share a line depends on what stands beside."""
    return [word for line in lines_of(pdf) for word in line.split()]


def says(pdf: bytes, words: str) -> bool:
    """Say whether a page that is there says this."""
    return bool(pdf) and any(words in line for line in lines_of(pdf))


def a_picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 20), (200, 30, 30)).save(out, "PNG")
    return out.getvalue()


def test_the_page_beside_the_form_is_the_page_that_is_issued(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    write_the_invoice(clerk)
    preview = editor_of(window).preview
    qtbot.waitUntil(lambda: says(preview.pdf, "686,56"))
    beside = Counter(words_of(preview.pdf))

    filed = Counter(words_of(issue(clerk, qtbot, window).preview.pdf))

    assert list((beside - filed).elements()) == ["LUONNOS"]
    more = filed - beside
    assert more == Counter(
        {
            "2026": 2,
            "00017": 2,
            "20260001": 2,
            "Lasku": 1,
            "Laskun": 1,
            "numero": 1,
            "Viitenumero": 1,
        }
    )


def test_it_is_printed_again_as_it_was_when_the_company_has_another_name_and_logo(
    window: MainWindow, clerk: Clerk, issued: IssuedView, qtbot: QtBot
) -> None:
    before = bytes(issued.preview.pdf)
    office = office_of(window)
    company = office.ask(admin.company)
    moved = Address("Uusikatu 1", "", "00100", "Helsinki", "", "FI")
    office.do(admin.change_company, replace(company, name="Toinen Oy", address=moved))
    office.do(admin.change_logo, a_picture())

    clerk.press(Key.Key_W, CTRL)
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    again = shown_as_issued(qtbot, window)

    assert again is not issued
    assert again.preview.pdf == before
    assert "Toinen Oy" not in "\n".join(lines_of(before))


def asked_for_a_place(qtbot: QtBot, window: MainWindow) -> QFileDialog:
    def shown() -> list[QFileDialog]:
        return [one for one in window.findChildren(QFileDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def question(qtbot: QtBot) -> QMessageBox:
    def shown() -> list[QMessageBox]:
        return [one for one in dialogs() if isinstance(one, QMessageBox)]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


@pytest.mark.qt_log_ignore(NO_GRAB)
def test_a_new_file_gets_the_filed_page(
    window: MainWindow, clerk: Clerk, issued: IssuedView, qtbot: QtBot, tmp_path: Path
) -> None:
    clerk.press(Key.Key_S, CTRL)
    dialog = asked_for_a_place(qtbot, window)
    offered = dialog.selectedFiles()

    name_of(dialog).clear()
    type_in(name_of(dialog), str(tmp_path / "oma"))
    press(name_of(dialog), Key.Key_Return)
    qtbot.waitUntil((tmp_path / "oma.pdf").exists)
    come_back(qtbot, window)
    clerk.settle()

    assert Path(offered[0]).name == "20260001.pdf"
    assert (tmp_path / "oma.pdf").read_bytes() == issued.preview.pdf
    assert [file.name for file in tmp_path.glob("*oma*")] == ["oma.pdf"]


@pytest.mark.qt_log_ignore(NO_GRAB)
def test_a_file_that_is_there_is_not_replaced_unasked(
    window: MainWindow, clerk: Clerk, issued: IssuedView, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "oma.pdf"
    target.write_bytes(b"mine")
    clerk.press(Key.Key_S, CTRL)
    dialog = asked_for_a_place(qtbot, window)
    asked: list[str] = []

    def refuse() -> None:
        box = question(qtbot)
        asked.append(box.text())
        press(box, Key.Key_Escape)

    name_of(dialog).clear()
    type_in(name_of(dialog), str(target))
    QTimer.singleShot(0, refuse)
    press(name_of(dialog), Key.Key_Return)
    press(dialog, Key.Key_Escape)
    come_back(qtbot, window)
    clerk.settle()

    assert len(asked) == 1 and "oma.pdf" in asked[0]
    assert target.read_bytes() == b"mine"


def name_of(dialog: QFileDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_a_copy_is_a_draft_of_its_own(
    window: MainWindow, clerk: Clerk, issued: IssuedView, qtbot: QtBot
) -> None:
    clerk.press(Key.Key_N, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page_of(window).editor is not None)
    clerk.settle()

    copied = office_of(window).ask(invoices.get, page_of(window).invoice_id)
    assert copied.state is State.DRAFT
    assert (copied.number, copied.reference, copied.issued_on) == ("", "", None)
    assert copied.lines == issued.invoice.lines
    assert editor_of(window).totals.gross.text() == "686,56\u00a0€"


def test_a_discarded_draft_comes_back_by_a_key(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    office = office_of(window)
    go_to_invoices(clerk)
    write_the_invoice(clerk)

    clerk.press(Key.Key_K, CTRL)
    clerk.settle()
    clerk.type("Hylk")
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: office.ask(invoices.counts)["discarded"] == 1)
    clerk.settle()
    gone = office.ask(invoices.first, View(), 9)
    clerk.press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: office.ask(invoices.counts)["draft"] == 1)

    (row,) = office.ask(invoices.first, View(), 9)
    assert gone == ()
    assert (row.gross_minor, row.number) == (68656, "")


def test_printing_asks_for_a_printer_or_says_that_there_is_none(
    window: MainWindow, clerk: Clerk, issued: IssuedView, qtbot: QtBot
) -> None:
    clerk.press(Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    (asked,) = dialogs()

    told = (asked.windowTitle(), asked.accessibleName())
    clerk.press(Key.Key_Escape)

    assert any("ulost" in words for words in told)
    qtbot.waitUntil(lambda: dialogs() == [])
    come_back(qtbot, window)
