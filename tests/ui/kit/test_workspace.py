"""The workspace: modules that one may see, built when shown, records in their own module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.services import drafts
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.people import MODULES, PeopleTab, PersonPage


@pytest.fixture
def space(qtbot: QtBot, shell: Shell) -> Workspace:
    space = Workspace(shell, MODULES)
    qtbot.addWidget(space)
    space.show()
    space.start()
    return space


def test_the_first_module_is_shown_and_no_other_is_built(space: Workspace) -> None:
    assert space.module == "people"
    assert isinstance(space.page, PeopleTab)
    assert set(space._tabs) == {"people"}


def test_a_record_opens_in_the_module_that_owns_its_kind(space: Workspace, shell: Shell) -> None:
    space.go("books")

    shell.open("person", 7)

    assert space.module == "people"
    assert isinstance(space.page, PersonPage)
    assert space.page.record == 7


def test_a_kind_that_no_module_owns_opens_nothing(space: Workspace, shell: Shell) -> None:
    shell.open("unicorn", 7)

    assert space.pages() == ()


def test_a_module_is_hidden_from_those_who_may_not_see_it(qtbot: QtBot, shell: Shell) -> None:
    reader = Role("reader", frozenset({Permission.PRODUCTS_READ}))
    office = shell.client.office
    office.who = replace(office.who, role=reader)

    space = Workspace(shell, MODULES)
    qtbot.addWidget(space)
    space.start()

    assert space.bar.count() == 1
    assert space.module == "goods"


def test_without_any_module_nothing_breaks(qtbot: QtBot, shell: Shell) -> None:
    space = Workspace(shell, ())
    qtbot.addWidget(space)

    space.start()
    space.restore(("gone", "person:7"))

    assert space.module == ""
    assert space.page is None
    assert space.session() == ()


def test_a_session_of_another_version_breaks_nothing(space: Workspace) -> None:
    space.restore(("gone", "person:x", "unicorn:1", "person:9", ""))

    assert [page.record for page in space.pages()] == [9]
    assert space.module == "people"


def test_a_counter_stands_beside_its_module(space: Workspace, shell: Shell) -> None:
    shell.count("goods", 4)
    shell.count("gone", 4)

    assert space.bar.accessibleTabName(1) == "Products, 4"


def test_going_back_to_the_list_keeps_the_record_open(space: Workspace, shell: Shell) -> None:
    shell.open("person", 7)

    shell.book.action("go.back").trigger()

    assert isinstance(space.page, PeopleTab)
    assert len(space.pages()) == 1


def test_what_was_being_typed_comes_back_each_in_its_own_tab(
    space: Workspace, office: Office, settle: Callable[[], None]
) -> None:
    for entity in (71, 72):
        office.do(drafts.keep, "person", entity, 0, {"name": str(entity)})
    office.do(drafts.keep, "invoice", 73, 0, {})
    space.open("person", 71)

    space.bring_back()
    settle()

    assert {page.record for page in space.pages()} == {71, 72}


def test_what_others_were_typing_stays_theirs(
    space: Workspace, office: Office, settle: Callable[[], None]
) -> None:
    office.do(drafts.keep, "person", 71, 0, {})
    office.who = Actor("Otso")

    space.bring_back()
    settle()

    assert space.pages() == ()
