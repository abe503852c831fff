"""A list with the form of the chosen one keeps what is typed, and gives the keyboard back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.services import drafts, letter_types
from app.services.office import Office
from app.ui.correspondence.types_pane import TypeFields, TypesPane
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.ui.keys import type_in
from tests.windows import bring_up


def a_pane(qtbot: QtBot, shell: Shell) -> TypesPane:
    pane = TypesPane(shell, Strip((("types", "Types"),), "types"))
    qtbot.addWidget(pane)
    bring_up(qtbot, pane)
    qtbot.waitUntil(lambda: pane.form is not None)
    return pane


def fields_of(pane: TypesPane) -> TypeFields:
    assert isinstance(pane.form, TypeFields)
    return pane.form


def test_after_saving_the_saved_one_is_chosen_and_the_list_has_the_keyboard(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(letter_types.add, "Anfrage")
    pane = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    pane.begin_new()
    type_in(fields_of(pane).name, "Contract")

    pane.save()
    qtbot.waitUntil(lambda: pane.list.count() == 2)

    assert pane.chosen is not None
    assert pane.chosen.name == "Contract"
    qtbot.waitUntil(pane.list.hasFocus)


def test_what_is_typed_stays_when_somebody_else_changes_the_list(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(letter_types.add, "Anfrage")
    pane = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    type_in(fields_of(pane).name, "X")
    form = pane.form

    office.do(letter_types.add, "Contract")
    shell.client.changed.emit(frozenset({"letter_type"}))
    qtbot.waitUntil(lambda: len(pane.kept) == 2)

    assert pane.form is form


def test_what_is_wrong_stands_at_its_field(qtbot: QtBot, shell: Shell, office: Office) -> None:
    office.do(letter_types.add, "Contract")
    pane = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    pane.begin_new()
    name = fields_of(pane).name
    type_in(name, "contract")

    pane.save()

    qtbot.waitUntil(lambda: bool(name.accessibleDescription()))
    assert "already" in name.accessibleDescription()


def test_what_was_typed_stays_when_another_is_chosen_and_is_offered_on_coming_back(
    qtbot: QtBot, shell: Shell, office: Office, settle: Callable[[], None]
) -> None:
    for name in ("Anfrage", "Contract"):
        office.do(letter_types.add, name)
    pane = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: pane.list.count() == 2)
    type_in(fields_of(pane).name, "X")

    pane.list.setCurrentRow(1)
    settle()
    assert pane.keeping.strip.isHidden()
    pane.list.setCurrentRow(0)
    settle()

    assert "X" in pane.keeping.strip.text.text()
    pane.keeping.strip.button.click()
    assert fields_of(pane).name.text() == "XAnfrage"
    pane.save()
    settle()
    assert office.ask(drafts.all_kept) == ()


def test_a_list_opens_at_what_was_typed_before_a_crash(
    qtbot: QtBot, shell: Shell, office: Office, settle: Callable[[], None]
) -> None:
    for name in ("Anfrage", "Contract"):
        office.do(letter_types.add, name)
    first = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: first.list.count() == 2)
    first.list.setCurrentRow(1)
    type_in(fields_of(first).name, "X")
    shell.client.flushing.emit()
    settle()

    pane = a_pane(qtbot, shell)
    settle()

    assert pane.list.currentRow() == 1
    assert not pane.keeping.strip.isHidden()


def test_a_new_one_that_was_begun_before_a_crash_is_begun_again(
    qtbot: QtBot, shell: Shell, office: Office, settle: Callable[[], None]
) -> None:
    office.do(letter_types.add, "Anfrage")
    first = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: first.list.count() == 1)
    first.begin_new()
    type_in(fields_of(first).name, "Tarjous")
    shell.client.flushing.emit()
    settle()

    pane = a_pane(qtbot, shell)
    settle()

    assert pane.chosen is None
    assert "Tarjous" in pane.keeping.strip.text.text()


def test_what_was_typed_over_an_older_version_is_shown_beside_the_newer(
    qtbot: QtBot, shell: Shell, office: Office, settle: Callable[[], None]
) -> None:
    added = office.do(letter_types.add, "Anfrage").result
    first = a_pane(qtbot, shell)
    qtbot.waitUntil(lambda: first.list.count() == 1)
    type_in(fields_of(first).name, "X")
    shell.client.flushing.emit()
    settle()
    office.do(letter_types.change, replace(added, name="Request"))

    pane = a_pane(qtbot, shell)
    settle()
    pane.keeping.strip.button.click()
    settle()

    assert pane.standoff.is_open
