"""Whatever comes in through the window: nothing is lost, half filed or filed twice, all is named.

Files are put into a watched folder as somebody outside would do; the window looks, reads and says
what to do, and nothing here calls a service to help it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.archive.receiving import Afterwards, FolderForm
from app.domain.archive.row import DocumentRow
from app.services import archive, documents, reading, receiving, rounds
from app.services.office import Office
from app.ui import reading as beside
from app.ui.archive.receiver import Receiver
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from app.ui.reading import Reading
from tests import foreign
from tests.services.incoming import all_rows, put
from tests.ui.archive.conftest import Settle

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other names and links.")


@dataclass
class Window:
    """A window over an inbox, with a folder that it watches."""

    qtbot: QtBot
    tab: ArchiveTab
    shell: Shell
    receiver: Receiver
    scans: Path
    settle: Callable[[], None]

    @property
    def office(self) -> Office:
        return self.shell.client.office

    @property
    def says(self) -> str:
        """What stands over the inbox."""
        shown = (self.tab.notes.machine, self.tab.notes.problems)
        return " ".join(one.text.text() for one in shown if not one.isHidden())

    def look_until(self, holds: Callable[[], bool]) -> None:
        """Look into the folder again and again, as the window's clock would."""

        def looked() -> bool:
            self.receiver.look()
            return holds()

        self.qtbot.waitUntil(looked)
        self.settle()

    def rows(self) -> tuple[DocumentRow, ...]:
        return all_rows(self.office)

    def open(self, name: str) -> None:
        (row,) = (row for row in self.rows() if row.title == name)
        self.tab.choose(row.id)
        self.tab.card.ask(row.id)
        self.qtbot.waitUntil(lambda: self.tab.card.document is not None)

    def notice(self) -> str:
        """What stands at the document that is shown."""
        return " ".join(one.text.text() for one in self.tab.card.notices.shown)


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Wait for nobody, and let nothing on this machine read pictures."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    for name in ("FIRST", "REST", "PAUSE", "SECONDS"):
        monkeypatch.setattr(beside, name, 0)


@pytest.fixture
def window(
    qtbot: QtBot, space: Workspace, shell: Shell, settle: Settle, tmp_path: Path
) -> Iterator[Window]:
    scans = tmp_path / "scans"
    scans.mkdir()
    office = shell.client.office
    office.do(receiving.add_folder, FolderForm(str(scans), afterwards=Afterwards.MOVE))
    space.go("archive")
    tab = space.page
    assert isinstance(tab, ArchiveTab)
    reader = Reading(shell.client, Settings(), shell.client)
    yield Window(qtbot, tab, shell, Receiver(shell), scans, settle)
    shell.client.stop()
    lanes = shell.client.lanes
    qtbot.waitUntil(lambda: not lanes.long.is_busy and not lanes.beside.is_busy)
    reading.rest(office)
    del reader


@pytest.mark.parametrize("name", ["empty.txt", "nothing.pdf"])
def test_a_file_of_no_bytes_is_named_and_stays_where_it_is(window: Window, name: str) -> None:
    path = put(window.scans, name, b"")

    window.look_until(lambda: f"The file {name} is empty." in window.says)

    assert "Scan or save it once more." in window.says
    assert window.rows() == ()
    path.write_bytes(b"now it is there")
    window.look_until(lambda: bool(window.rows()))
    window.qtbot.waitUntil(lambda: window.says == "")
    assert [row.title for row in window.rows()] == [name]


@pytest.mark.parametrize(
    ("name", "content", "what", "todo"),
    [
        ("bomb.docx", foreign.a_zip_bomb(), "unpacks to far more", "Ask the sender"),
        ("lying.docx", foreign.a_lying_zip_bomb(), "damaged or cut off", "ask the sender"),
        ("bomb.png", foreign.a_picture_bomb(), "unpacks to far more", "Ask the sender"),
        ("laughs.xml", foreign.a_billion_laughs().encode(), "entities", "Ask the sender"),
        ("cut.pdf", b"%PDF-1.7 and no more", "damaged or cut off", "ask the sender"),
    ],
)
def test_a_file_that_cannot_be_read_is_filed_once_and_named_with_what_to_do(
    window: Window, name: str, content: bytes, what: str, todo: str
) -> None:
    put(window.scans, name, content)

    window.look_until(lambda: what in window.says)
    window.open(name)

    assert todo in window.says
    window.qtbot.waitUntil(lambda: what in window.notice())
    (row,) = window.rows()
    assert window.office.ask(documents.content, row.id) == content
    assert (window.scans / "Taken" / name).read_bytes() == content


def test_a_locked_pdf_asks_for_its_password_and_keeps_it(window: Window) -> None:
    put(window.scans, "locked.pdf", foreign.a_locked_pdf("Salainen"))
    window.look_until(lambda: "opens with a password only" in window.says)
    window.open("locked.pdf")
    notices = window.tab.card.notices
    window.qtbot.waitUntil(lambda: bool(notices.shown))

    notices.shown[0].buttons["Enter the password…"].click()
    (dialog,) = notices.findChildren(Dialog)
    (line,) = dialog.findChildren(QLineEdit)
    line.setText(foreign.SECRET)
    dialog.accept()

    window.qtbot.waitUntil(lambda: window.says == "")
    window.qtbot.waitUntil(notices.isHidden)
    window.qtbot.waitUntil(lambda: window.tab.card.viewer.preview.pages.reading.pages == 1)
    (row,) = window.rows()
    window.qtbot.waitUntil(lambda: window.office.ask(reading.pages, row.id) == ("Salainen",))
    assert window.office.ask(reading.password, row.id) == foreign.SECRET


def test_a_pdf_with_a_script_is_read_and_shown_and_its_script_is_not_run(window: Window) -> None:
    put(window.scans, "script.pdf", foreign.a_pdf_with_a_script("Tilinumero"))

    window.look_until(lambda: bool(window.rows()))
    (row,) = window.rows()
    window.qtbot.waitUntil(lambda: window.office.ask(reading.pages, row.id) == ("Tilinumero",))
    window.open("script.pdf")

    window.qtbot.waitUntil(lambda: window.tab.card.viewer.preview.pages.reading.pages == 1)
    assert window.says == ""
    assert window.tab.window().findChildren(Dialog) == []


def test_a_file_that_grows_is_named_and_taken_in_whole_when_it_rests(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "RESTLESS_LOOKS", 3)
    path = put(window.scans, "long.pdf", b"x")
    rests = threading.Event()
    scanner = threading.Thread(target=grow, args=(path, rests))
    scanner.start()

    try:
        window.look_until(lambda: "is still being written" in window.says)
        assert window.rows() == ()
        assert "it comes by itself" in window.says
    finally:
        rests.set()
        scanner.join()
    written = path.read_bytes()
    window.look_until(lambda: bool(window.rows()))

    window.qtbot.waitUntil(lambda: window.says == "")
    (row,) = window.rows()
    assert window.office.ask(documents.content, row.id) == written


def grow(path: Path, rests: threading.Event) -> None:
    """Write on at a file as a slow scanner does, until it is told to rest."""
    while not rests.wait(0.001):
        with path.open("ab") as file:
            file.write(b"x" * 4096)


def test_names_with_paths_long_ones_and_those_that_turn_are_made_safe(window: Window) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Bills"
    mail.set_content("See the bills.")
    for name in ("../../evil.pdf", "..\\..\\worse.pdf", f"{'n' * 300}.pdf", "a\u202efdp.exe"):
        mail.add_attachment(name.encode(), "application", "pdf", filename=name)
    put(window.scans, "mail.eml", mail.as_bytes())
    put(window.scans, f"{'ä' * 120}.txt", b"long")
    put(window.scans, "b\u202etxt.exe", b"turned")
    outside = set(window.scans.parent.iterdir())

    window.look_until(lambda: len(window.rows()) == 7)
    window.qtbot.waitUntil(lambda: window.tab.model.rowCount() == 7)

    names = {str(window.tab.model.index(at, 0).data()) for at in range(7)}
    assert {"evil.pdf", "worse.pdf", "afdp.exe", "btxt.exe", "Bills"} <= names
    assert all(name.isprintable() and len(name) <= 200 for name in names)
    assert not any("/" in name or "\\" in name for name in names)
    for row in window.rows():
        out = window.scans.parent / "out" / window.office.ask(archive.get, row.file_id).file_name()
        assert out.resolve().parent == window.scans.parent / "out"
    assert set(window.scans.parent.iterdir()) == outside


def test_a_loop_of_links_is_named_and_what_lies_beside_it_comes_in(window: Window) -> None:
    (window.scans / "loop").symlink_to(window.scans, target_is_directory=True)
    put(window.scans, "sub/bill.pdf", b"bill")
    (window.scans / "sub" / "back").symlink_to(window.scans, target_is_directory=True)

    window.look_until(lambda: bool(window.rows()) and "is not a file" in window.says)

    assert "Put the file itself there." in window.says
    assert "1 more waits." in window.says
    assert [row.title for row in window.rows()] == ["bill.pdf"]


def test_a_folder_that_is_unplugged_is_named_and_goes_on_when_it_is_back(window: Window) -> None:
    put(window.scans, "bill.pdf", b"bill")
    pulled = window.scans.with_name("pulled")
    window.scans.rename(pulled)
    window.look_until(lambda: "cannot be reached" in window.says)
    assert "Plug it in" in window.says

    pulled.rename(window.scans)
    window.look_until(lambda: bool(window.rows()))

    window.qtbot.waitUntil(lambda: window.says == "")
    assert [row.title for row in window.rows()] == ["bill.pdf"]


def test_a_disk_that_is_full_is_named_and_every_file_comes_in_once_there_is_room(
    window: Window,
) -> None:
    written = {f"{number}.bin": os.urandom(300_000) for number in range(4)}
    fill(window.office, room=500_000)
    for name, content in written.items():
        put(window.scans, name, content)

    window.look_until(lambda: "disk" in window.says)
    kept = window.rows()
    fill(window.office, room=1 << 30)
    window.look_until(lambda: len(window.rows()) == len(written))

    assert kept == ()
    window.qtbot.waitUntil(lambda: window.says == "")
    found = [window.office.ask(documents.content, row.id) for row in window.rows()]
    assert sorted(found) == sorted(written.values())
    assert {path.name for path in (window.scans / "Taken").iterdir()} == set(written)


def fill(office: Office, room: int) -> None:
    """Leave the archive room for so many more bytes: who writes beyond finds a full disk."""
    with office.database.contents._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + room // size}")
