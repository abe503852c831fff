"""A clerk takes a table in by keyboard: file or paste, columns, rows with errors, taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Identifier
from app.domain.contacts.form import ContactForm
from app.domain.shared.imports import ImportKind
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.services import contacts
from app.services.office import Office
from app.ui.imports.page import ImportPage
from app.ui.kit.shell import Note, Shell
from tests.ui.keys import press
from tests.windows import bring_up

Settle = Callable[[], None]
TABLE = (
    "Nimi;ALV-tunnus;Kenkäkoko\n"
    "Aamu;FI20774740;42\n"
    "Väärä;FI12345670;43\n"
    ";FI12345671;44\n"
    "Ilta;;45\n"
    "Vanha;FI12345671;46\n"
)


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> ImportPage:
    known = ContactForm("Lumo", identifiers=(Identifier("fi.vat", "FI12345671"),))
    office.do(contacts.add, known)
    page = ImportPage(shell, ImportKind.CONTACTS)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    bring_up(qtbot, page)
    settle()
    return page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    return path


def lines(page: ImportPage) -> list[str]:
    return [page.lines.item(at).text() for at in range(page.lines.count())]


def count(office: Office) -> int:
    return len(office.ask(contacts.spine, View()))


def wait_for(qtbot: QtBot, page: ImportPage, text: str) -> None:
    qtbot.waitUntil(lambda: page.import_button.text() == text)


def test_a_file_is_looked_at_and_its_rows_are_told(
    qtbot: QtBot, page: ImportPage, file: Path
) -> None:
    page.show_file(file)
    wait_for(qtbot, page, "Import 2 contacts")

    assert page.reading.about.text() == "asiakkaat.csv · 5 rows"
    assert page.reading.encoding.value() == "cp1252"
    assert page.choices.columns() == ("name", "vat_id", "")
    assert page.summary.text() == "2 new contacts · 2 rows with errors · 1 row already here"
    assert lines(page)[0].startswith("✕ Row 3 · Väärä · VAT or tax number: The check digit")
    assert lines(page)[1].startswith("✕ Row 4 · Name: The contact has no name.")
    assert lines(page)[2] == "= Row 6 · Vanha · same identifier as Lumo"


def test_columns_are_chosen_by_keyboard_and_the_rows_checked_again(
    qtbot: QtBot, page: ImportPage, file: Path
) -> None:
    page.show_file(file)
    wait_for(qtbot, page, "Import 2 contacts")
    choice = page.choices.choices[1]

    press(choice, Qt.Key.Key_Home)
    choice.edited.emit()
    wait_for(qtbot, page, "Import 4 contacts")

    assert page.choices.columns()[1] == ""
    assert choice.accessibleName() == "What the column ALV-tunnus becomes"


def listed(page: ImportPage) -> list[str]:
    """Return the earlier imports as they are shown now."""
    return [page.earlier.item(place).text() for place in range(page.earlier.count())]


def test_the_import_is_done_by_keyboard_and_undone_by_the_toast(
    qtbot: QtBot, page: ImportPage, shell: Shell, office: Office, file: Path
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page.show_file(file)
    wait_for(qtbot, page, "Import 2 contacts")

    press(page.import_button, Qt.Key.Key_Space)
    wait_for(qtbot, page, "2 contacts imported")
    after = count(office)
    assert notes[-1].undo is not None
    notes[-1].undo()
    qtbot.waitUntil(lambda: ["taken back" in one for one in listed(page)] == [True])

    assert (after, count(office)) == (3, 1)


def test_an_earlier_import_is_taken_back_from_its_list(
    qtbot: QtBot, page: ImportPage, shell: Shell, office: Office, settle: Settle
) -> None:
    page.show_text("Name\nAamu\nIlta\n")
    wait_for(qtbot, page, "Import 2 contacts")
    with qtbot.waitSignal(page.finished):
        press(page.import_button, Qt.Key.Key_Space)
    again = ImportPage(shell, ImportKind.CONTACTS)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.earlier.count() == 1)
    again.earlier.setCurrentRow(0)

    press(again.take_back_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "taken back" in again.earlier.item(0).text())

    assert count(office) == 1


def test_what_was_copied_elsewhere_is_pasted(qtbot: QtBot, page: ImportPage) -> None:
    QGuiApplication.clipboard().setText("Name\tTown\nAamu\tTurku\n")

    press(page.box.paste_button, Qt.Key.Key_Space)
    wait_for(qtbot, page, "Import 1 contact")

    assert page.reading.about.text() == "Pasted rows · 1 row"
    assert page.reading.delimiter.value() == "\t"


def test_a_file_is_dropped_on_the_page(qtbot: QtBot, page: ImportPage, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    given = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), *given)
    page.box.dragEnterEvent(entered)

    page.box.dropEvent(QDropEvent(QPointF(5, 5), *given))
    wait_for(qtbot, page, "Import 2 contacts")

    assert entered.isAccepted()


def test_a_row_that_is_there_already_leads_to_its_contact(
    qtbot: QtBot, page: ImportPage, shell: Shell, office: Office, file: Path
) -> None:
    wanted: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))
    page.show_file(file)
    wait_for(qtbot, page, "Import 2 contacts")
    page.lines.setCurrentRow(2)

    press(page.lines, Qt.Key.Key_Return)

    assert wanted == [("contact", office.ask(contacts.find, "lumo")[0].id)]


def test_another_encoding_is_read_at_once(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("Name\n\xe4iti\n".encode("latin-1"))
    page.show_file(path)
    wait_for(qtbot, page, "Import 1 contact")

    page.reading.encoding.put("tis-620")
    page.reading.encoding.edited.emit()
    qtbot.waitUntil(lambda: page.reading.encoding.value() == "tis-620" and "ไ" in _sample(page))

    assert page.choices.columns() == ("name",)


def _sample(page: ImportPage) -> str:
    texts = [widget.property("text") for widget in page.choices.findChildren(QWidget)]
    return " ".join(str(text) for text in texts if text)


def test_without_headings_the_first_row_is_a_record(qtbot: QtBot, page: ImportPage) -> None:
    page.show_text("Name\nAamu\n")
    wait_for(qtbot, page, "Import 1 contact")

    press(page.reading.has_header, Qt.Key.Key_Space)

    wait_for(qtbot, page, "Import 2 contacts")


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, page: ImportPage, shell: Shell, tmp_path: Path
) -> None:
    told: list[OfficeError] = []
    shell.refused.connect(told.append)
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 cut off")

    page.show_file(tmp_path / "x.xlsx")
    qtbot.waitUntil(lambda: bool(told))

    assert told[0].code == "formats.unreadable-sheet"
    assert page.box.isVisible()
