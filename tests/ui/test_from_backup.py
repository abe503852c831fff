"""The File menu makes a company of a backup, beside the one that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.services import admin, backups, contacts, welcome
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from app.ui import from_backup
from app.ui.main_window import MainWindow
from tests.pairs import paired_backup
from tests.timing import SetClock
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.ui.ways import CLOCK
from tests.users import OWNER, password_of
from tests.users import PASSWORD as OWNER_PASSWORD
from tests.windows import Settle

PASSWORD = "sesam sesam"  # noqa: S105  of this test


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A stick that holds the backups of a company with a password."""
    stick = tmp_path / "stick"
    stick.mkdir()
    new = NewOffice("Kahvila Oy", "FI", "fi")
    folder = tmp_path / "Kahvila.backdesk"
    made = welcome.create(folder, new, SetClock(CLOCK.now()), Actor("Anna"), PASSWORD)
    made.do(contacts.add, ContactForm("Aamu"))
    plan = backups.overview(made).plan
    made.run(backups.arrange, (str(stick),), plan.every_hours, plan.keep)
    made.run(backups.back_up)
    made.close()
    return stick


def test_a_company_is_made_of_a_backup_and_opened(
    lumo: MainWindow,  # noqa: F811  the fixture
    place: Path,
    tmp_path: Path,
    settle: Settle,
) -> None:
    lumo.from_backup.look_in(place)
    settle()
    dialog = lumo.from_backup.dialog
    assert dialog is not None
    target = tmp_path / "Again.backdesk"
    asked = (dialog.user_part.isVisible(), dialog.password_part.isVisible())

    dialog.place.put(str(target))
    dialog.password.put(PASSWORD)
    dialog.send()
    settle()

    assert asked == (False, True)
    assert lumo.opened is not None
    assert lumo.opened.path == target
    assert office(lumo).ask(admin.company).name == "Kahvila Oy"
    assert office(lumo).ask(contacts.find, "Aamu")


def test_a_wrong_password_is_told_in_the_dialog_and_makes_nothing(
    lumo: MainWindow,  # noqa: F811  the fixture
    place: Path,
    tmp_path: Path,
    settle: Settle,
) -> None:
    lumo.from_backup.look_in(place)
    settle()
    dialog = lumo.from_backup.dialog
    assert dialog is not None
    dialog.place.put(str(tmp_path / "Again.backdesk"))

    dialog.password.put("wrong")
    dialog.send()
    settle()

    assert dialog.isVisible()
    assert "password" in dialog.password.accessibleDescription().lower()
    assert dialog.password.selectedText() == "wrong"
    assert not (tmp_path / "Again.backdesk").exists()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_second_person_is_asked_for_in_the_dialog_where_the_owner_wanted_it(
    lumo: MainWindow,  # noqa: F811  the fixture
    tmp_path: Path,
    settle: Settle,
) -> None:
    lumo.from_backup.look_in(paired_backup(tmp_path))
    settle()
    dialog = lumo.from_backup.dialog
    assert dialog is not None
    before = [part.isVisible() for part in dialog.second_parts]
    fields = dialog.password, dialog.second_password
    dialog.place.put(str(tmp_path / "Again.backdesk"))
    dialog.user.put(OWNER)
    dialog.password.put(OWNER_PASSWORD)

    dialog.send()
    settle()
    asked = [part.isVisible() for part in dialog.second_parts]
    told = dialog.told.text()
    dialog.second.put("Benno")
    dialog.second_password.put("wrong")
    dialog.send()
    settle()
    wrong = [bool(one.accessibleDescription()) for one in fields]
    selected = (dialog.password.selectedText(), dialog.second_password.selectedText())
    dialog.second_password.put(password_of("Benno"))
    dialog.send()
    settle()

    assert (before, asked) == ([False, False], [True, True])
    assert "second person" in told
    assert selected == ("", "wrong")
    assert wrong == [False, True]
    assert lumo.opened is not None
    assert office(lumo).ask(admin.company).name == "Kahvila Oy"


def test_a_folder_without_a_backup_is_told(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    monkeypatch.setattr(from_backup, "tell_error", lambda _window, error: told.append(error))
    (tmp_path / "empty").mkdir()

    lumo.from_backup.look_in(tmp_path / "empty")
    qtbot.waitUntil(lambda: bool(told))

    assert lumo.from_backup.dialog is None
