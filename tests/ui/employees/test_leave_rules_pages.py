"""Types of leave and block lists are written in the window; what is wrong is told at its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.leave.leave import Accrual, Allowance, LeaveBlock, LeaveType
from app.services import departments, leave_types
from app.services.office import Office
from app.ui.employees.leave_blocks_page import LeaveBlocksPage
from app.ui.employees.leave_types_page import LeaveTypesPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.services.leaving import the_types

Show = Callable[[Any], Any]
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 24)


def strip() -> Strip:
    return Strip((("leave", "Leave"),), "leave")


@pytest.fixture
def types(shell: Shell, show: Show, office: Office) -> LeaveTypesPage:
    the_types(office)
    page: LeaveTypesPage = show(LeaveTypesPage(shell, strip()))
    return page


@pytest.fixture
def blocks(shell: Shell, show: Show) -> LeaveBlocksPage:
    page: LeaveBlocksPage = show(LeaveBlocksPage(shell, strip()))
    return page


def kinds(office: Office) -> dict[str, LeaveType]:
    return {one.code: one for one in office.ask(leave_types.all_types)}


def test_a_type_of_the_office_s_own_is_written_and_paid_by_a_component(
    qtbot: QtBot, types: LeaveTypesPage, office: Office
) -> None:
    qtbot.waitUntil(lambda: len(types.lines()) == 5)
    types.begin_new()
    types.name.put("Study leave")
    types.code.put("study")
    types.accrual.put(Accrual.YEARLY)
    types.component.put("bonus")
    types.allowances.put([{"years": Decimal(0), "days": Decimal(3)}])

    types.save()

    qtbot.waitUntil(lambda: len(types.lines()) == 6)
    own = kinds(office)["study"]
    assert (own.names, own.component) == ({"en": "Study leave"}, "bonus")
    assert own.allowances == (Allowance(0, Decimal(3)),)
    assert (own.is_paid, own.needs_approval, own.is_closed) == (True, True, False)
    qtbot.waitUntil(lambda: types.chosen is not None and types.chosen.code == "study")


def test_what_is_wrong_with_a_type_is_told_at_its_field(
    qtbot: QtBot, types: LeaveTypesPage, office: Office
) -> None:
    qtbot.waitUntil(lambda: len(types.lines()) == 5)
    types.begin_new()
    types.code.put("annual")
    types.accrual.put(Accrual.MONTHLY)
    assert types.form is not None

    types.save()

    cell = types.form.cell("code")
    qtbot.waitUntil(lambda: cell.note.text().startswith("✕"))
    assert len(kinds(office)) == 5


def test_a_type_of_the_country_is_changed_and_keeps_its_other_names(
    qtbot: QtBot, types: LeaveTypesPage, office: Office
) -> None:
    qtbot.waitUntil(lambda: types.chosen is not None)
    before = types.chosen
    assert before is not None
    types.flags["is_closed"].setChecked(True)

    types.save()

    qtbot.waitUntil(lambda: kinds(office)[before.code].is_closed)
    assert kinds(office)[before.code].names == before.names
    assert kinds(office)[before.code].allowances == before.allowances


def test_a_block_list_is_written_changed_and_removed(
    qtbot: QtBot, blocks: LeaveBlocksPage, office: Office
) -> None:
    blocks.begin_new()
    blocks.name.put("Christmas trade")
    blocks.first_on.put(FIRST)
    blocks.last_on.put(LAST)
    blocks.most_away.put(Decimal(1))
    blocks.save()
    qtbot.waitUntil(lambda: len(blocks.lines()) == 1)
    qtbot.waitUntil(lambda: blocks.chosen is not None)

    blocks.most_away.put(Decimal(2))
    blocks.save()
    qtbot.waitUntil(lambda: of(office)[0].most_away == 2)
    qtbot.waitUntil(lambda: blocks.chosen is not None and blocks.chosen.version == 2)

    (kept,) = of(office)
    assert (kept.name, kept.first_on, kept.last_on) == ("Christmas trade", FIRST, LAST)
    blocks.remove_button.click()
    qtbot.waitUntil(lambda: blocks.lines() == [])
    assert of(office) == ()
    assert not blocks.remove_button.isEnabled()


def test_a_block_list_without_a_name_is_told_so(
    qtbot: QtBot, blocks: LeaveBlocksPage, office: Office
) -> None:
    blocks.begin_new()
    assert blocks.form is not None

    blocks.save()

    cell = blocks.form.cell("name")
    qtbot.waitUntil(lambda: cell.note.text().startswith("✕"))
    assert of(office) == ()
    assert office.ask(departments.seen).rows == ()


def of(office: Office) -> tuple[LeaveBlock, ...]:
    return office.ask(leave_types.blocks)
