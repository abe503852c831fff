"""Who was erased since a backup was made is erased again when it is restored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.archive.holds import HoldForm
from app.domain.shared.refusals import NotFound
from app.services import contacts, erasing_again, from_backups, holding, welcome
from app.services.erasing_again import Again
from app.services.office import Office
from app.services.welcome import NewOffice
from tests.services.erasure import FORM, NAME, found_in_rows
from tests.services.test_erasing import erased
from tests.services.test_restoring import (
    ANNA,
    CLOCK,
    LATER,
    backed_up,
    restored_over,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Lumo.backdesk"


@pytest.fixture
def lumo(folder: Path) -> Iterator[Office]:
    opened = welcome.create(folder, NewOffice("Lumo Oy", "FI", "fi"), CLOCK, ANNA, "sesam")
    yield opened
    opened.close()


def test_a_restore_erases_again_and_says_how_many(lumo: Office, folder: Path) -> None:
    one = lumo.do(contacts.add, FORM).result
    backed_up(lumo)
    erased(lumo, one)

    opened = restored_over(lumo, folder)
    assert opened.ask(contacts.get, one.id).name == NAME
    assert opened.run(erasing_again.again) == Again(1, 0)

    assert found_in_rows(opened.database) == []
    with pytest.raises(NotFound):
        opened.ask(contacts.get, one.id)
    assert opened.run(erasing_again.again) == Again(0, 0)
    opened.close()


def test_whom_something_hinders_waits_and_goes_when_it_ended(lumo: Office, folder: Path) -> None:
    one = lumo.do(contacts.add, FORM).result
    backed_up(lumo)
    erased(lumo, one)
    opened = restored_over(lumo, folder)
    hold = opened.do(holding.place, HoldForm("Case", "Court", contact_id=one.id)).result

    assert opened.run(erasing_again.again) == Again(0, 1)

    opened.do(holding.lift, hold.id, hold.version, "Over")
    assert opened.run(erasing_again.again) == Again(1, 0)
    assert found_in_rows(opened.database) == []
    opened.close()


def test_who_came_and_went_after_the_backup_is_remembered_as_erased(
    lumo: Office, folder: Path
) -> None:
    backed_up(lumo)
    one = lumo.do(contacts.add, FORM).result
    erased(lumo, one)

    opened = restored_over(lumo, folder)
    assert opened.run(erasing_again.again) == Again(1, 0)

    with opened.database.read() as unit:
        (kept,) = unit.erased.all()
    assert (kept.kind, kept.record_id, kept.goes) == ("contact", one.id, ())
    opened.close()


def test_a_company_made_of_an_older_backup_erases_again(lumo: Office, tmp_path: Path) -> None:
    one = lumo.do(contacts.add, FORM).result
    older = backed_up(lumo)
    erased(lumo, one)
    lumo.clock = LATER
    backed_up(lumo)
    lumo.close()

    target = from_backups.restore_beside(older, tmp_path / "Again.backdesk", ("sesam", ""))

    opened = welcome.open_office(target, LATER, ANNA, "sesam")
    assert opened.run(erasing_again.again) == Again(1, 0)
    assert found_in_rows(opened.database) == []
    opened.close()
