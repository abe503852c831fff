"""Beside every backup lies who was erased, and until when older backups may stay is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.services import contacts, welcome
from app.services.office import Office
from app.services.passing_on import PassedOn, backups_until
from app.services.welcome import NewOffice
from app.storage.passed_erasures import Passed, pass_on, read_passed
from tests.services.erasure import FORM
from tests.services.test_erasing import erased
from tests.services.test_restoring import ANNA, CLOCK, backed_up

DAY = date(2026, 3, 10)


@pytest.fixture
def lumo(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "Lumo.backdesk"
    opened = welcome.create(folder, NewOffice("Lumo Oy", "FI", "fi"), CLOCK, ANNA, "sesam")
    yield opened
    opened.close()


def test_a_backup_passes_on_who_was_erased_and_who_waits_for_it(lumo: Office) -> None:
    one = lumo.do(contacts.add, FORM).result
    erased(lumo, one)
    own, key = PassedOn(lumo).own, lumo.database.keys.files
    assert own is not None
    waits = Passed("contact", 5, DAY)
    pass_on(own, key, (waits,))

    home = backed_up(lumo).parent

    told = (waits, Passed("contact", one.id, DAY, DAY))
    assert read_passed(home, key) == told
    assert set(PassedOn(lumo).known()) == set(told)
    assert FORM.name not in (home / "erasures.json").read_text()


def test_the_last_day_of_older_backups_follows_from_the_plan(lumo: Office) -> None:
    assert backups_until(lumo) == date(2036, 12, 31)
