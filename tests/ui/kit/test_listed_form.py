"""A list with the form of the chosen one keeps what is typed, and gives the keyboard back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services import letter_types
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
