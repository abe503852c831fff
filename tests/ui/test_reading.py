"""Documents are read beside the clerk, who sees how far it is and may pause it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import DocumentId
from app.services import archive, reading, reindexing
from app.services.office import Office
from app.services.reading_rounds import Progress
from app.ui import reading as beside
from app.ui.kit.client import OfficeClient
from app.ui.kit.foot import Foot
from app.ui.kit.settings import Settings
from app.ui.reading import Reading
from tests import foreign

Begin = Callable[[], Reading]


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Wait for nobody, and let nothing on this machine read pictures."""
    for name in ("FIRST", "REST", "PAUSE", "SECONDS"):
        monkeypatch.setattr(beside, name, 0)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def begin(qtbot: QtBot, client: OfficeClient) -> Iterator[Begin]:
    """Begin to read beside a clerk; at the end the foot is closed by hand, after the reading."""
    foot, begun = Foot(), []

    def read() -> Reading:
        begun.append(Reading(client, Settings(), client))
        foot.put(begun[0].button)
        foot.show()
        return begun[0]

    yield read
    client.stop()
    qtbot.waitUntil(lambda: not client.lanes.long.is_busy)
    reading.rest(client.office)
    foot.close()


def taken(office: Office, name: str, raw: bytes) -> DocumentId:
    return DocumentId(office.do(archive.file, name, "", raw).result.id)


def is_all_read(office: Office) -> bool:
    return office.ask(reading.waiting).waiting == 0


def texts(office: Office) -> set[str]:
    with office.database.read() as unit:
        ids = [DocumentId(one) for one in unit.archive.spine()]
    return {text for one in ids for text in office.ask(reading.pages, one)}


def heard(_record: object) -> None:
    """Hear that it was filed."""


def test_what_waits_is_read_by_itself(qtbot: QtBot, office: Office, begin: Begin) -> None:
    one = taken(office, "a.txt", b"Lasku 4711")

    reader = begin()

    qtbot.waitUntil(lambda: is_all_read(office))
    assert office.ask(reading.pages, one) == ("Lasku 4711",)
    qtbot.waitUntil(lambda: not reader.button.isVisible())


def test_what_is_taken_in_later_is_read_too(
    qtbot: QtBot, office: Office, client: OfficeClient, begin: Begin
) -> None:
    begin()

    client.do(heard, archive.file, "b.txt", "", b"Sopimus")

    qtbot.waitUntil(lambda: texts(office) == {"Sopimus"})


def test_the_foot_says_how_far_it_is_and_pauses_it(
    qtbot: QtBot, office: Office, client: OfficeClient, begin: Begin
) -> None:
    for number in range(3):
        taken(office, f"{number}.pdf", foreign.a_pdf(*["sivu"] * 900, f"{number}"))
    button = begin().button
    qtbot.waitUntil(lambda: " of 3 documents" in button.text())

    button.click()
    assert "paused" in button.text()
    qtbot.waitUntil(lambda: not client.lanes.long.is_busy)
    assert not is_all_read(office)
    button.click()

    qtbot.waitUntil(lambda: is_all_read(office))


def test_a_stopped_reading_reads_nothing_more(
    qtbot: QtBot, office: Office, client: OfficeClient, begin: Begin
) -> None:
    reader = begin()
    client.stop()
    qtbot.waitUntil(lambda: not client.lanes.long.is_busy)

    taken(office, "a.txt", b"Lasku")
    client.changed.emit(frozenset({"job"}))
    reader.turn()
    reader.turn()

    assert not reader._timer.isActive()
    assert not is_all_read(office)


def test_documents_are_indexed_also_while_reading_is_paused(
    qtbot: QtBot, office: Office, client: OfficeClient, begin: Begin
) -> None:
    taken(office, "a.txt", b"Lasku")
    reader = begin()
    qtbot.waitUntil(lambda: is_all_read(office))
    reader.turn()
    office.run(reindexing.begin)

    client.changed.emit(frozenset({"job"}))

    qtbot.waitUntil(lambda: office.ask(reindexing.waiting) == 0)


def test_the_foot_says_which_page_of_a_scan_is_read(begin: Begin) -> None:
    reader = begin()

    text = reader._how_far(Progress(0, 3, 1, 0, 12, 300))

    assert text == "Reading 1 of 1 documents · page 12 of 300"


def test_what_came_without_a_word_is_found_after_an_hour(
    qtbot: QtBot, office: Office, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "AN_HOUR", 100)
    taken(office, "a.txt", b"Lasku")
    begin()
    qtbot.waitUntil(lambda: is_all_read(office))

    taken(office, "b.txt", b"Sopimus")

    qtbot.waitUntil(lambda: texts(office) == {"Lasku", "Sopimus"})
