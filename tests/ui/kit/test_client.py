"""The client: answers, refusals, changed tables, long work."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import ContactId
from app.domain.shared.paging import View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, NotFound, OfficeError
from app.services import contacts
from app.services.office import Cancelled, Desk, Office
from app.services.permissions import Permission, command, query
from app.ui.kit.client import OfficeClient
from tests.ui.people import add

STARTED = threading.Event()
STARTED.set()
Settle = Callable[[], None]


class Viewer(QObject):
    """A view that notes what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.refusals: list[OfficeError] = []

    def hear(self, answer: object) -> None:
        self.heard.append(answer)

    def refuse(self, error: OfficeError) -> None:
        self.refusals.append(error)


@command(Permission.CONTACTS_CHANGE, audited=False)
def count_up(desk: Desk, to: int) -> int:
    STARTED.wait(60)
    for done in range(to):
        desk.progress(done, to)
    return to


@command(Permission.CONTACTS_CHANGE)
def say_no(desk: Desk) -> None:
    raise Invalid((Problem("name", "contact.name-missing"),))


def test_a_query_is_answered_and_only_the_latest_one_of_a_view(
    office: Office, client: OfficeClient, settle: Settle
) -> None:
    add(office, "Aamu", "Lumo")
    viewer = Viewer()

    for words in ("aamu", "lumo", ""):
        client.ask(viewer.hear, contacts.spine, View(words=words))
    settle()

    assert [len(spine) for spine in viewer.heard if hasattr(spine, "__len__")] == [2]


def test_every_block_that_was_asked_for_comes(
    office: Office, client: OfficeClient, settle: Settle
) -> None:
    ids = add(office, "Aamu", "Lumo")
    viewer = Viewer()

    for one in ids:
        client.ask_each(partial(viewer.hear), contacts.rows, (ContactId(one),))
    settle()

    assert len(viewer.heard) == 2


def test_a_command_answers_and_tells_which_tables_changed(
    qtbot: QtBot, client: OfficeClient
) -> None:
    viewer = Viewer()

    with qtbot.waitSignal(client.changed) as changed:
        client.do(viewer.hear, contacts.add, ContactForm(name="Aamu"))

    assert changed.args is not None
    assert "contact" in changed.args[0]
    assert getattr(viewer.heard[0], "name", "") == "Aamu"


def test_a_refusal_goes_to_the_message_bar_or_to_who_takes_it(
    qtbot: QtBot, client: OfficeClient
) -> None:
    viewer = Viewer()

    with qtbot.waitSignal(client.refused) as refused:
        client.do(viewer.hear, say_no)
    client.do(viewer.hear, say_no, refused=viewer.refuse)
    qtbot.waitUntil(lambda: bool(viewer.refusals))

    assert refused.args is not None
    assert isinstance(refused.args[0], Invalid)
    assert isinstance(viewer.refusals[0], Invalid)
    assert viewer.heard == []


def test_what_is_not_found_is_refused_too(qtbot: QtBot, client: OfficeClient) -> None:
    with qtbot.waitSignal(client.refused) as refused:
        client.ask(Viewer().hear, contacts.get, ContactId(7))

    assert refused.args is not None
    assert isinstance(refused.args[0], NotFound)


def test_what_a_query_refuses_goes_to_who_takes_it(client: OfficeClient, settle: Settle) -> None:
    viewer = Viewer()

    client.ask_or(viewer.hear, viewer.refuse, contacts.get, ContactId(1))
    settle()
    client.ask_or(viewer.hear, viewer.refuse, contacts.find, "")
    settle()

    assert [type(error) for error in viewer.refusals] == [NotFound]
    assert viewer.heard == [()]


def test_a_bug_goes_to_the_crash_hook(qtbot: QtBot, client: OfficeClient) -> None:
    with qtbot.captureExceptions() as caught:
        client.do(Viewer().hear, count_up, "x")  # type: ignore[arg-type]  # the bug of the test
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is TypeError


def test_began_and_rested_surround_the_commands(qtbot: QtBot, client: OfficeClient) -> None:
    told: list[str] = []
    client.began.connect(partial(told.append, "began"))
    client.rested.connect(partial(told.append, "rested"))

    client.do(Viewer().hear, count_up, 1)
    client.do(Viewer().hear, count_up, 1)

    qtbot.waitUntil(lambda: "rested" in told)
    assert told == ["began", "began", "rested"]


def test_long_work_tells_how_far_it_is_and_answers(qtbot: QtBot, client: OfficeClient) -> None:
    viewer = Viewer()

    STARTED.clear()
    work = client.work(viewer.hear, count_up, 50)
    with qtbot.waitSignals([work.progressed, work.ended]):
        STARTED.set()

    qtbot.waitUntil(lambda: viewer.heard == [50])


def test_long_work_that_is_cancelled_ends_and_changes_nothing(
    qtbot: QtBot, client: OfficeClient
) -> None:
    viewer = Viewer()

    work = client.work(viewer.hear, count_up, 10**9, refused=viewer.refuse)
    with qtbot.waitSignal(work.ended):
        client.stop()

    qtbot.waitUntil(lambda: bool(viewer.refusals))
    assert isinstance(viewer.refusals[0], Cancelled)
    assert viewer.heard == []


@query(Permission.CONTACTS_READ)
def count_for_ever(desk: Desk) -> object:
    """Ask what no database ever answers."""
    return desk.store.connection.scalar(
        text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
    )


def test_a_question_that_runs_is_broken_off_by_the_next_of_its_view(
    client: OfficeClient, settle: Settle
) -> None:
    viewer = Viewer()

    client.ask(viewer.hear, count_for_ever)
    settle_turn(client)
    client.ask(viewer.hear, contacts.spine, View())
    settle()

    assert [list(spine) for spine in viewer.heard if isinstance(spine, array)] == [[]]


def settle_turn(client: OfficeClient) -> None:
    """Let what was asked begin."""
    client.lanes.questions._begin()
