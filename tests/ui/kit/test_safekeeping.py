"""What is typed anywhere is kept while it is typed, offered again, and forgotten with the save."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.domain.shared.drafts import FormDraft, Place
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import drafts
from app.services.office import Desk, Office
from app.services.permissions import Permission, command
from app.ui.kit.client import OfficeClient
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.safekeeping import Safekeeping
from tests.ui.keys import type_in
from tests.windows import bring_up

Settle = Callable[[], None]
PLACE = Place("names", 7)


@command(Permission.COMPANY_READ)
def save_name(desk: Desk, name: str) -> str:
    if not name:
        raise Invalid((Problem("name", "contacts.without-name"),))
    return name


class Names(Form):
    """A form of one name, and what keeps it."""

    def __init__(self, client: OfficeClient, place: Place = PLACE) -> None:
        super().__init__()
        self.client = client
        self.name, self.note = TextEdit(), TextEdit()
        self.add("name", "Name", self.name)
        self.add("note", "Note", self.note)
        self.keeping = Safekeeping(client, self)
        self.keeping.watch(self, place, 3)
        self.submitted.connect(self.save)

    def save(self) -> None:
        self.client.do(self.saved, save_name, self.name.value(), refused=self.refused)

    def saved(self, _name: str) -> None:
        self.keeping.settle()

    def refused(self, _error: OfficeError) -> None:
        """Leave it."""


@pytest.fixture
def names(qtbot: QtBot, client: OfficeClient, settle: Settle) -> Names:
    made = Names(client)
    qtbot.addWidget(made)
    bring_up(qtbot, made)
    settle()
    return made


def kept(office: Office) -> FormDraft | None:
    return office.ask(drafts.kept, *PLACE)


def test_a_rest_in_typing_keeps_what_stands_there(
    qtbot: QtBot, office: Office, names: Names
) -> None:
    type_in(names.name, "Aamu")

    qtbot.waitUntil(lambda: kept(office) is not None, timeout=20_000)

    draft = kept(office)
    assert draft is not None
    assert (draft.body, draft.base_version) == ({"name": "Aamu", "note": ""}, 3)


def test_the_window_asks_to_keep_at_once(office: Office, names: Names, settle: Settle) -> None:
    type_in(names.name, "A")

    names.client.flushing.emit()
    settle()

    assert kept(office) is not None


def test_what_was_typed_before_is_offered_and_put_back_when_it_is_wanted(
    qtbot: QtBot, office: Office, client: OfficeClient, settle: Settle
) -> None:
    office.do(drafts.keep, *PLACE, 3, {"name": "Half", "note": "done"})
    names = Names(client)
    qtbot.addWidget(names)
    settle()
    taken: list[FormDraft] = []
    names.keeping.taken.connect(taken.append)

    assert names.name.text() == ""
    assert "Half · done" in names.keeping.strip.text.text()
    names.keeping.strip.button.click()

    assert (names.name.text(), names.note.text()) == ("Half", "done")
    assert names.keeping.strip.isHidden()
    assert [one.base_version for one in taken] == [3]


def test_what_is_forgotten_is_not_offered_again(
    qtbot: QtBot, office: Office, client: OfficeClient, settle: Settle
) -> None:
    office.do(drafts.keep, *PLACE, 3, {"name": "Half", "note": "done"})
    names = Names(client)
    qtbot.addWidget(names)
    settle()

    names.keeping.strip.other.click()
    settle()

    assert kept(office) is None
    assert names.keeping.strip.isHidden()


def test_the_command_that_saves_forgets_in_its_own_transaction(
    office: Office, names: Names, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(names.name, "Aamu")
    names.client.flushing.emit()
    settle()
    told: list[object] = []
    monkeypatch.setattr(office, "do", _noting(office.do, told))

    names._submit()
    settle()

    assert kept(office) is None
    assert drafts.drop not in told


def _noting(do: Callable[..., object], told: list[object]) -> Callable[..., object]:
    def noting(command: object, *given: object) -> object:
        told.append(command)
        return do(command, *given)

    return noting


def test_what_was_refused_stays_kept(office: Office, names: Names, settle: Settle) -> None:
    type_in(names.note, "x")

    names._submit()
    settle()

    assert kept(office) is not None


def test_another_record_in_the_same_fields_leaves_the_first_kept(
    office: Office, names: Names, settle: Settle
) -> None:
    type_in(names.name, "Aamu")

    names.keeping.watch(names, Place("names", 8))
    settle()

    assert kept(office) is not None
    assert office.ask(drafts.kept, "names", 8) is None


def test_a_colleague_who_writes_too_is_told(
    qtbot: QtBot, client: OfficeClient, office: Office, settle: Settle
) -> None:
    with office.database.write() as unit:
        unit.drafts.keep(FormDraft(*PLACE, 3, {"name": "Boon's"}, "Boon", office.clock.now()))

    names = Names(client)
    qtbot.addWidget(names)
    settle()

    told = names.keeping.strip.text.text()
    assert told.startswith("Boon has been writing about this since")
    assert "Boon's" not in told
