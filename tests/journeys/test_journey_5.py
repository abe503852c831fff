"""Journey 5: the same bill by mail, as a copy and as another scan, kept for as long as it must be.

Through the real window and with nothing but keys; dialogs of the system alone are answered by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.archive.document import Document, DocumentState, Sealed
from app.domain.archive.receiving import Origin
from app.outside.clock import FixedClock
from app.services import disposing, documents, holding, likeness, receiving, welcome
from app.services.holding import HoldRow
from app.services.office import Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from app.ui.archive.disposal_page import DisposalPage
from app.ui.archive.page import DocumentPage
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.lane import Lanes
from app.ui.kit.texts import speak
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Door, Ways
from tests.formats.scans import a_bill, a_scan
from tests.journeys.hands import dialogs, words_of
from tests.journeys.rooms import office_of, shown_window
from tests.services.incoming import a_mail, all_rows, put
from tests.trade import at, count
from tests.ui.invoices.clerk import ALT, CTRL, Clerk, Key

CLERK = Actor("Aino")
MOST_LOOKS = 60


@dataclass(frozen=True, slots=True)
class Case:
    """One telling of the journey: whose office, which bill, and until when the law keeps it."""

    company: NewOffice
    supplier: int
    number: int
    scan: int
    day: str
    serial: int
    until: date
    shown: str


MUSTER = Case(
    NewOffice("Muster Werk GmbH", "DE", "en"), 3, 1, 5, "5.2.2026", 1, date(2034, 12, 31),
    "kept until 31 Dec 2034",
)  # fmt: skip
LUMO = Case(
    NewOffice("Lumo & Suoni Oy", "FI", "en"), 6, 2, 5, "30.11.2025", 7, date(2031, 12, 31),
    "kept until 31 Dec 2031",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Room:
    """Where windows are opened: a folder, ways to offices, and lanes."""

    folder: Path
    ways: Ways
    lanes: Lanes
    offices: list[Office]


@dataclass(slots=True)
class Archivist:
    """Two hands in the archive of one window."""

    qtbot: QtBot
    window: MainWindow
    door: Door
    clerk: Clerk

    @property
    def office(self) -> Office:
        return office_of(self.window)

    @property
    def page(self) -> object:
        assert self.window.workspace is not None
        return self.window.workspace.page

    @property
    def tab(self) -> ArchiveTab:
        assert isinstance(self.page, ArchiveTab)
        return self.page

    def press(self, key: Key, held: object = None) -> None:
        if held is None:
            self.clerk.press(key)
        else:
            self.clerk.press(key, held)  # type: ignore[arg-type]  # a modifier
        self.clerk.settle()

    def choose_action(self, words: str) -> None:
        """Find an action by its words in the palette, and do it."""
        self.press(Key.Key_K, CTRL)
        self.clerk.type(words)
        self.press(Key.Key_Return)

    def go_to(self, place: Key) -> None:
        """Show the archive at one of its places."""
        self.press(Key.Key_5, CTRL)
        for _page in range(5):
            if isinstance(self.page, ArchiveTab):
                break
            self.press(Key.Key_W, CTRL)
        self.press(place, ALT)

    def choose(self, title: str) -> None:
        """Walk through the list to a document, and wait until it is shown."""
        tab = self.tab
        self.qtbot.waitUntil(lambda: title in titles_in(tab))
        self.clerk.press(Key.Key_Up, times=tab.model.rowCount())
        for _step in range(tab.model.rowCount()):
            if tab.model.index(tab.table.currentIndex().row(), 0).data() == title:
                break
            self.clerk.press(Key.Key_Down)
        self.qtbot.waitUntil(lambda: title_of(tab.card.document) == title)
        self.clerk.settle()

    def walk_to(self, words: str) -> None:
        """Press Tab until the keyboard is where these words stand."""
        for _step in range(20):
            if words in words_of(self.clerk.here()):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(words, words_of(self.clerk.here()))


def titles_in(tab: ArchiveTab) -> list[str]:
    return [str(tab.model.index(row, 0).data()) for row in range(tab.model.rowCount())]


def title_of(document: Document | None) -> str:
    return document.title if document is not None else ""


@pytest.fixture(params=[MUSTER, LUMO], ids=["journey", "other figures"])
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def room(
    tmp_path: Path,
    ways: Ways,
    lanes: Lanes,
    offices: list[Office],
    monkeypatch: pytest.MonkeyPatch,
) -> Room:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    return Room(tmp_path, ways, lanes, offices)


@pytest.fixture
def archivist(qtbot: QtBot, room: Room, clerk: Clerk, case: Case) -> Iterator[Archivist]:
    """A clerk before the window of a new company, at the inbox of its archive."""
    speak("en", case.company.country)
    window, door = shown_window(qtbot, room.lanes, room.ways)
    with qtbot.waitSignal(door.opened):
        door.create(room.folder / "Office.backdesk", case.company)
    qtbot.waitUntil(lambda: window.shell is not None)
    found = Archivist(qtbot, window, door, clerk)
    clerk.settle()
    found.go_to(Key.Key_1)
    yield found
    speak("en", "FI")


def test_one_bill_in_three_ways_is_kept_until_the_law_lets_it_go(
    archivist: Archivist, case: Case, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(archivist, case, room.folder, monkeypatch)
    check_what_came(archivist)

    describe_and_file(archivist, case)
    check_the_card(archivist, case)
    seal(archivist)
    check_that_it_stays(archivist)
    place_a_hold(archivist)

    come_back_on(case.until + timedelta(days=1), archivist, room)
    check_the_list_of_what_is_due(archivist, case)


def come_back_on(day: date, archivist: Archivist, room: Room) -> None:
    """Close the company, and open it again years later."""

    def open_then(path: Path, password: str, _user: str) -> Office:
        room.offices.append(welcome.open_office(path, FixedClock(day), CLERK, password))
        return room.offices[-1]

    archivist.go_to(Key.Key_2)
    archivist.choose_action("Close company")
    archivist.qtbot.waitUntil(lambda: archivist.window.shell is None)
    archivist.door.ways = replace(room.ways, open=open_then)
    with archivist.qtbot.waitSignal(archivist.door.opened):
        archivist.door.open(room.folder / "Office.backdesk")
    archivist.qtbot.waitUntil(lambda: archivist.window.shell is not None)
    archivist.clerk.settle()


def receive(
    archivist: Archivist, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Take the bill in: from a mail, and twice from a watched folder."""
    bill, scans = a_bill(case.supplier, case.number, lines=4), folder / "scans"
    mail = put(folder / "desk", "bill.eml", a_mail(("bill.pdf", bill)))
    put(scans, "copy.pdf", bill)
    put(scans, "scan.jpg", a_scan(bill, case.scan))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(mail)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(scans))
    archivist.press(Key.Key_N, CTRL)
    archivist.qtbot.waitUntil(lambda: len(all_rows(archivist.office)) == 2)
    archivist.choose_action("Folders and problems")
    archivist.choose_action("Watch a folder")
    for _look in range(MOST_LOOKS):
        if archivist.office.ask(likeness.alike):
            break
        archivist.choose_action("Look now")
    archivist.press(Key.Key_W, CTRL)


def check_what_came(archivist: Archivist) -> None:
    """The same bytes are one document that came twice; the other scan is told to be alike."""
    office = archivist.office
    bill = next(row for row in all_rows(office) if row.title == "bill.pdf")
    origins = {one.origin for one in office.ask(receiving.arrivals, bill.id)}
    assert sorted(row.title for row in all_rows(office)) == ["Your bill", "bill.pdf", "scan.jpg"]
    assert (count(office, "archive_file"), len(origins)) == (3, 2)
    assert Origin.FOLDER in origins
    archivist.go_to(Key.Key_1)
    archivist.choose("scan.jpg")
    notices = archivist.tab.card.notices
    archivist.qtbot.waitUntil(lambda: bool(notices.shown))
    assert any("It looks like bill.pdf" in one.text.text() for one in notices.shown)


def describe_and_file(archivist: Archivist, case: Case) -> None:
    """Write the card of the bill and file it: serial number, and the day until which it is kept."""
    archivist.choose("bill.pdf")
    archivist.press(Key.Key_Return)
    archivist.qtbot.waitUntil(lambda: is_written(archivist.page))
    page = archivist.page
    assert isinstance(page, DocumentPage)
    clerk = archivist.clerk
    for text in ("Cables", "Bill", "Kabel Nord GmbH"):
        clerk.type(text)
        clerk.settle()
        clerk.press(Key.Key_Return)
        clerk.settle()
    archivist.walk_to("Day")
    clerk.type(case.day)
    archivist.walk_to("Serial number")
    clerk.type(str(case.serial))
    archivist.press(Key.Key_Return, CTRL)
    archivist.qtbot.waitUntil(lambda: not waits(archivist.office, "Cables"))


def is_written(page: object) -> bool:
    """Say whether a page is a document's and has the keyboard in its card."""
    return (
        isinstance(page, DocumentPage) and page.fields is not None and page.fields.title.hasFocus()
    )


def waits(office: Office, title: str) -> bool:
    found = {row.title: row.state for row in all_rows(office)}
    return found.get(title) is not DocumentState.FILED


def check_the_card(archivist: Archivist, case: Case) -> None:
    """The filed bill says its serial number, and until when the law keeps it."""
    archivist.go_to(Key.Key_2)
    archivist.choose("Cables")
    seen = archivist.office.ask(documents.seen, bill_of(archivist).id)
    assert (seen.document.serial, seen.kept_until) == (case.serial, case.until)
    assert f"No. {case.serial}" in archivist.tab.card.facts.text()
    assert case.shown in archivist.tab.card.facts.text()


def seal(archivist: Archivist) -> None:
    """Seal the bill, which lies chosen in the list."""
    archivist.choose_action("Seal")
    archivist.walk_to("Seal")
    archivist.press(Key.Key_Space)
    archivist.qtbot.waitUntil(lambda: bill_of(archivist).is_sealed)


def bill_of(archivist: Archivist) -> Document:
    rows = {row.title: row.id for row in all_rows(archivist.office)}
    return archivist.office.ask(documents.get, rows["Cables"])


def check_that_it_stays(archivist: Archivist) -> None:
    """A sealed voucher is not put into the trash, neither by a key nor by anybody else."""
    archivist.press(Key.Key_Delete)
    told = [one.accessibleName() for one in dialogs()]
    archivist.press(Key.Key_Escape)
    with pytest.raises(Sealed):
        archivist.office.do(documents.trash, (bill_of(archivist).id,))
    assert len(told) == 1
    assert "Cables" in told[0]
    assert bill_of(archivist).state is DocumentState.FILED


def place_a_hold(archivist: Archivist) -> None:
    archivist.choose_action("Place a legal hold")
    archivist.clerk.type("Dispute")
    archivist.press(Key.Key_Tab)
    archivist.clerk.type("Cables were short")
    archivist.walk_to("Place")
    archivist.press(Key.Key_Space)
    archivist.qtbot.waitUntil(lambda: bool(held(archivist.office)))


def held(office: Office) -> tuple[HoldRow, ...]:
    return tuple(one for one in office.ask(holding.holds) if one.hold.is_in_force)


def check_the_list_of_what_is_due(archivist: Archivist, case: Case) -> None:
    """Years later the bill is due, but not while it is held, and not a day before."""
    archivist.go_to(Key.Key_2)
    assert due(archivist) == []

    archivist.go_to(Key.Key_2)
    archivist.choose_action("Legal holds")
    archivist.press(Key.Key_Down)
    archivist.choose_action("Lift this hold")
    archivist.clerk.type("Settled")
    archivist.press(Key.Key_Return)
    archivist.qtbot.waitUntil(lambda: not held(archivist.office))

    archivist.go_to(Key.Key_2)
    assert due(archivist) == ["Cables"]
    (item,) = archivist.office.ask(disposing.due)
    assert item.ground is not None
    assert item.ground.until == case.until
    assert at(archivist.office, case.until).ask(disposing.due) == ()


def due(archivist: Archivist) -> list[str]:
    """Open the page of disposal and return the titles of what it lists as due."""
    archivist.choose_action("Disposal")
    archivist.qtbot.waitUntil(lambda: isinstance(archivist.page, DisposalPage))
    archivist.clerk.settle()
    page = archivist.page
    assert isinstance(page, DisposalPage)
    model = page.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]
