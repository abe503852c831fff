"""Users are made and changed in a form, and what each can see stands below it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.users import Limit
from app.domain.shared.drafts import FormDraft
from app.domain.shared.money import Money
from app.services import employees, users
from app.services.office import Office
from app.ui.actions import with_modules
from app.ui.admin.users_page import UsersPage
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.sections import Strip
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.modules import MODULES
from tests.employing import a_form
from tests.users import entered_by, founded, let_in, password_of
from tests.windows import Settle


def a_shell(office: Office, lanes: Lanes) -> Shell:
    return Shell(OfficeClient(office, lanes), ActionBook(with_modules(MODULES)), Settings())


@pytest.fixture
def shared(tmp_path: Path, lumo_folder: Path, offices: list[Office]) -> Office:
    """An office with an owner, Anna, and Boon of the warehouse."""
    path = tmp_path / "Shared.backdesk"
    shutil.copytree(lumo_folder, path)
    office = entered_by(founded(path))
    let_in(office, "Boon", "warehouse")
    offices.append(office)
    return office


@pytest.fixture
def page(qtbot: QtBot, shared: Office, lanes: Lanes, settle: Settle) -> UsersPage:
    made = UsersPage(a_shell(shared, lanes), Strip((("users", "Users"),), "users"))
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def test_users_are_listed_and_what_one_sees_is_told(page: UsersPage, settle: Settle) -> None:
    listed = [page.list.item(row).text() for row in range(page.list.count())]

    page.list.setCurrentRow(1)
    settle()

    assert listed == ["Anna", "Boon"]
    assert "Stock: see, move goods, arrange" in page.seen.text()
    assert "stay sealed" in page.seen.text()


def test_a_user_is_made_in_the_form(page: UsersPage, shared: Office, settle: Settle) -> None:
    page.begin_new()
    page.name.put("Sari")
    page.held["sales"].put(True)  # noqa: FBT003  a value of the form
    page.password.setText(password_of("Sari"))
    page.save()
    settle()

    found = {one.user.name: one.user.roles for one in shared.ask(users.rows)}
    assert found["Sari"] == ("sales",)


def test_a_short_password_is_told_at_its_field(page: UsersPage, settle: Settle) -> None:
    page.begin_new()
    page.name.put("Sari")
    page.held["sales"].put(True)  # noqa: FBT003  a value of the form
    page.password.setText("short")
    page.save()
    settle()

    assert page.form is not None
    assert "at least 8" in page.form.cell("password").note.text()


def test_all_that_is_wrong_is_told_at_its_field_at_once(page: UsersPage, settle: Settle) -> None:
    page.begin_new()
    page.password.setText("short")
    page.save()
    settle()

    assert page.form is not None
    assert page.form.cell("name").note.text()
    assert "at least 8" in page.form.cell("password").note.text()


def test_roles_change_and_a_user_is_shut_out(
    page: UsersPage, shared: Office, settle: Settle
) -> None:
    page.list.setCurrentRow(1)
    settle()
    page.held["sales"].put(True)  # noqa: FBT003  a value of the form
    page.save()
    settle()
    page.out_button.click()
    settle()

    boon = next(one.user for one in shared.ask(users.rows) if one.user.name == "Boon")
    assert set(boon.roles) == {"warehouse", "sales"}
    assert not boon.is_active
    assert "shut out" in page.list.item(1).text()


def test_an_office_without_users_offers_to_begin(
    qtbot: QtBot, office: Office, lanes: Lanes, settle: Settle
) -> None:
    shell = a_shell(office, lanes)
    made = UsersPage(shell, Strip((("users", "Users"),), "users"))
    qtbot.addWidget(made)
    made.show()
    settle()

    assert made.list.count() == 0
    assert not made.new_button.isVisible()
    assert not made.has_users


def test_a_limit_of_invoices_is_kept_and_taken_away(
    page: UsersPage, shared: Office, settle: Settle
) -> None:
    page.list.setCurrentRow(1)
    settle()
    page.limits.fields["invoices.issue"].setText("500")
    page.save()
    settle()
    limited = next(one.user for one in shared.ask(users.rows) if one.user.name == "Boon")
    page.limits.fields["invoices.issue"].setText("")
    page.save()
    settle()
    free = next(one.user for one in shared.ask(users.rows) if one.user.name == "Boon")

    assert limited.limits == (Limit("invoices.issue", Money(500_00, "EUR")),)
    assert free.limits == ()


def test_a_user_is_linked_to_an_employee_and_freed_again(
    page: UsersPage, shared: Office, settle: Settle
) -> None:
    person = shared.do(employees.add, a_form()).result
    settle()

    (found,) = shared.ask(users.people, "Salonen")
    page.list.setCurrentRow(1)
    settle()
    page.person.put(found)
    page.save()
    settle()
    linked = next(one for one in shared.ask(users.rows) if one.user.name == "Boon")
    shown = page.person.value()
    page.person.put(None)
    page.save()
    settle()
    freed = next(one for one in shared.ask(users.rows) if one.user.name == "Boon")

    assert (linked.user.employee_id, linked.employee) == (person.id, found.name)
    assert shown is not None
    assert shown.id == person.id
    assert freed.user.employee_id is None


def test_words_that_name_nobody_are_told_and_change_nothing(
    page: UsersPage, shared: Office, settle: Settle
) -> None:
    page.list.setCurrentRow(1)
    settle()

    page.person.setText("Nobody at all")
    page.save()
    settle()

    boon = next(one.user for one in shared.ask(users.rows) if one.user.name == "Boon")
    assert boon.version == 1
    assert page.form is not None
    assert "no employee" in page.form.cell("employee_id").note.text()


def test_the_drafts_of_who_was_shut_out_are_forgotten(
    page: UsersPage, shared: Office, settle: Settle
) -> None:
    with shared.database.write() as unit:
        unit.drafts.keep(FormDraft("contact", 7, 1, {}, "Boon", shared.clock.now()))
    page.list.setCurrentRow(1)
    assert page.typed_button.isHidden()
    page.out_button.click()
    settle()
    page.list.setCurrentRow(1)

    page.typed_button.click()
    settle()

    with shared.database.read() as unit:
        assert unit.drafts.all() == ()
