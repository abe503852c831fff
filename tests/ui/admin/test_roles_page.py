"""Roles of the program are shown, those of the office are made and changed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services import roles
from app.services.office import Office
from app.ui.admin.roles_page import FIXED, RolesPage
from app.ui.kit.lane import Lanes
from app.ui.kit.sections import Strip
from tests.ui.admin.test_users_page import a_shell, shared  # noqa: F401  a fixture
from tests.windows import Settle


def test_a_role_of_the_program_is_shown_and_a_new_one_made(
    qtbot: QtBot,
    shared: Office,  # noqa: F811  the fixture
    lanes: Lanes,
    settle: Settle,
) -> None:
    page = RolesPage(a_shell(shared, lanes), Strip((("users", "Users"),), "users"))
    qtbot.addWidget(page)
    page.show()
    settle()
    is_shut = not page.held["invoices.read"].isEnabled() and not page.save_button.isEnabled()
    is_told = any(one.text() == FIXED for one in page.findChildren(QLabel))
    first = page.list.item(0).text()

    page.begin_new()
    page.name.put("Shop")
    page.held["invoices.read"].put(True)  # noqa: FBT003  a value of the form
    assert page.held["invoices.read"].accessibleName() == "Invoices: see"
    page.save()
    settle()

    made = next(one for one in shared.ask(roles.rows) if one.name == "Shop")
    assert is_shut
    assert is_told
    assert first == "Owner · 1 user"
    assert made.permissions == ("invoices.read",)
    assert "Shop" in page.list.item(page.list.currentRow()).text()
