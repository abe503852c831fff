"""A fault of the machine is said as long as it holds, and what became of a save is told truly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm, form_of
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError, Unavailable
from app.services import contacts
from app.services.office import Office, ReadOnly
from app.storage import platform
from app.storage.faults import DiskFull, OutcomeUnknown, Replaced
from app.ui.fault_strip import FaultStrip
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.toast import Toast
from app.ui.refusals import Refusals
from tests.builders import a_contact
from tests.timing import SetClock

Settle = Callable[[], None]


@pytest.fixture
def strip(qtbot: QtBot, shell: Shell) -> Iterator[FaultStrip]:
    made = FaultStrip()
    qtbot.addWidget(made)
    made.follow(shell)
    made.show()
    yield made
    made.clear()


@pytest.fixture
def said(shell: Shell) -> list[str]:
    notes: list[str] = []
    shell.noted.connect(lambda note: notes.append(note.text))
    return notes


def fill(monkeypatch: pytest.MonkeyPatch, office: Office) -> None:
    """Let the disk be full from now on."""
    monkeypatch.setattr(platform, "free_bytes", lambda _path: 10)
    office.database.place.note(DiskFull())


def failing_commit(office: Office, *, commits: bool) -> Any:
    """Return a commit that reports a failing disk, before or after it did its work."""
    commit = office.database.rows.writer.dialect.do_commit

    def fail(connection: Any) -> None:
        if commits:
            commit(connection)
        from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  its error alone

        error = driver.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    return fail


def new(name: str = "Kahvila Aamu Oy") -> ContactForm:
    return form_of(a_contact(name))


def count(office: Office) -> int:
    return len(office.ask(contacts.first, View(sort="name"), 10))


def unplugged(*_: object) -> None:
    raise Unavailable(reason="unplugged")


@pytest.mark.parametrize(
    "became",
    [(True, "We looked: it was saved."), (False, "We looked: it was not saved.")],
)
def test_a_save_of_which_nobody_knows_is_looked_up_and_told_truly(
    strip: FaultStrip,
    client: OfficeClient,
    settle: Settle,
    said: list[str],
    *,
    became: tuple[bool, str],
) -> None:
    commits, word = became
    office = client.office
    office.do(contacts.add, new())
    before = count(office)
    with pytest.MonkeyPatch.context() as broken:
        dialect = office.database.rows.writer.dialect
        broken.setattr(dialect, "do_commit", failing_commit(office, commits=commits))
        broken.setattr("app.storage.engines.open_file", unplugged)
        client.do(print, contacts.add, new("Kahvila Ilta Oy"), refused=ignored)
        settle()
    assert strip.unknown.isVisible()

    strip.look()
    settle()

    assert said == [word]
    assert not strip.unknown.isVisible()
    assert count(office) - before == commits


def test_a_full_disk_is_said_until_there_is_room_and_writing_goes_on_without_a_new_start(
    strip: FaultStrip,
    client: OfficeClient,
    settle: Settle,
    said: list[str],
) -> None:
    with pytest.MonkeyPatch.context() as full:
        fill(full, client.office)
        client.do(print, contacts.add, new(), refused=ignored)
        settle()
        assert strip.full.isVisible()
        assert count(client.office) == 0
        strip.look()
        settle()
        assert strip.full.isVisible()

    strip.look()
    settle()
    client.office.do(contacts.add, new())

    assert said == ["There is room on the disk again: writing goes on."]
    assert not strip.full.isVisible()
    assert not strip._timer.isActive()


def test_from_a_full_disk_the_company_can_be_packed_elsewhere(
    strip: FaultStrip, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[str] = []
    shell.book.offer(strip, {"office.pack": lambda: packed.append("packed")})
    shell.book.enter((strip,))
    fill(monkeypatch, shell.client.office)
    strip.hear(DiskFull())

    strip.full.other.click()

    assert strip.full.other.text() == "Pack into one file…"
    assert packed == ["packed"]


@pytest.mark.parametrize("error", [DiskFull(), ReadOnly(why="disk-full")])
def test_a_full_disk_opens_no_dialog_at_each_key(
    qtbot: QtBot, shell: Shell, error: OfficeError
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)

    Refusals(window, shell, Toast(window)).tell(error)

    assert not window.findChildren(Dialog)


def test_an_office_whose_files_were_replaced_offers_to_be_closed(
    strip: FaultStrip, shell: Shell
) -> None:
    closed: list[str] = []
    shell.book.offer(strip, {"office.close": lambda: closed.append("closed")})
    shell.book.enter((strip,))

    strip.hear(Replaced(place="x"))
    strip.replaced.button.click()

    assert strip.replaced.text.text().startswith("The company's files were moved or replaced")
    assert closed == ["closed"]


def test_a_clock_that_went_back_is_told_until_it_is_seen(
    strip: FaultStrip, client: OfficeClient, settle: Settle
) -> None:
    office = client.office
    office.do(contacts.add, new())
    office.clock = SetClock(office.clock.now() - timedelta(days=1))

    client.do(print, contacts.add, new("Kahvila Ilta Oy"))
    settle()
    told = strip.clock.isVisible()
    strip.clock.button.click()

    assert (told, strip.clock.isVisible()) == (True, False)
    assert strip.clock.text.text() == ""


def test_a_fault_after_the_office_was_closed_is_not_told(strip: FaultStrip) -> None:
    strip.clear()

    strip.hear(OutcomeUnknown(seq=1, proof="x"))
    strip.look()

    assert not strip.unknown.isVisible()


def ignored(_error: OfficeError) -> None:
    """Take note."""
